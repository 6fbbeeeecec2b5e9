// SPDX-License-Identifier: Apache-2.0
// Why people could not be put into rooms, in words: which wish cannot be met, of whom, and how much is missing.
import { RequestFailed } from '@alcove/client'
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { toShortText } from '../problems/errorTexts.ts'

/** Of longer lists the first are named, and how many more there are. */
const mostNamed = 6

export function toGroupingRefusal(error: unknown, nameOf: (participantId: string) => string): string {
  if (!(error instanceof RequestFailed)) return toShortText(error)
  const { constraint, people = '', needed, available, places } = error.details ?? {}
  if (error.code === 'ROOM_FULL' && typeof people === 'number' && typeof places === 'number')
    return t('split.refused.places', { people: t('words.people', { count: people }), count: places })
  if (error.code !== 'GROUPING_IMPOSSIBLE') return toShortText(error)
  const names = toNames(String(people).split(' ').filter(Boolean).map(nameOf))
  switch (constraint) {
    case 'contradiction':
      return t('split.refused.contradiction', { names })
    case 'together':
      return t('split.refused.together', { names, count: Number(available) })
    case 'apart':
      return t('split.refused.apart', { names, needed: Number(needed), count: Number(available) })
    case 'combination':
      return t('split.refused.combination', { names })
    default:
      return toShortText(error)
  }
}

function toNames(names: readonly string[]): string {
  const more = names.length - mostNamed
  return formatNames(more <= 1 ? names : [...names.slice(0, mostNamed), t('split.andMore', { count: more })])
}
