// SPDX-License-Identifier: Apache-2.0
// Which round is running, in words. Apart from the model of the rounds: everybody sees it, and from the first.
import { type RoundsProgress, unnamedRoundNumber } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

/** How far the rounds are, for everybody; nothing while none is running. */
export function toRoundText(progress: RoundsProgress | undefined): string | undefined {
  if (progress?.status !== 'running') return undefined
  const { number, count, name } = progress
  // By its number a round is called anyway, unless somebody called it otherwise.
  const isNamed = unnamedRoundNumber(name) !== number
  return isNamed
    ? t('rounds.running', { number, count, name: toShownRoundName(name) })
    : t('rounds.runningPlain', { number, count })
}

/** A name of the server's, as it is shown: it counts rounds without a name in English. */
export function toShownRoundName(name: string): string {
  const number = unnamedRoundNumber(name)
  return number === undefined ? name : t('rounds.numbered', { number })
}
