// SPDX-License-Identifier: Apache-2.0
// Which round is running, in words. Apart from the model of the rounds: everybody sees it, and from the first.
import type { RoundsProgress } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

/** How far the rounds are, for everybody; nothing while none is running. */
export function toRoundText(progress: RoundsProgress | undefined): string | undefined {
  if (progress?.status !== 'running') return undefined
  const { number, count, name } = progress
  // By its number a round is called anyway, unless somebody called it otherwise.
  const isNamed = name !== `Round ${number}`
  return isNamed ? t('rounds.running', { number, count, name }) : t('rounds.runningPlain', { number, count })
}
