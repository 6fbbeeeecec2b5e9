// SPDX-License-Identifier: Apache-2.0
// What changed in the room, in words for those who do not see it: who came and who went. Pure.
import type { ParticipantId } from '@alcove/protocol'
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import type { TileModel } from './tiles.ts'

/** Names by id, of everybody else in the room. */
export type Present = ReadonlyMap<ParticipantId, string>

export function toPresent(tiles: readonly TileModel[]): Present {
  return new Map(tiles.filter((tile) => !tile.isSelf).map((tile) => [tile.participantId, tile.name]))
}

/** More than so many at once are counted, not named. */
const namedAtOnce = 3

/** Undefined where nothing is to be said. */
export function toCaption(before: Present, after: Present): string | undefined {
  const came = [...after].filter(([id]) => !before.has(id)).map(([, name]) => name)
  const left = [...before].filter(([id]) => !after.has(id)).map(([, name]) => name)
  const parts = [came.length > 0 ? toCame(came) : '', left.length > 0 ? toLeft(left) : ''].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' ') : undefined
}

function toCame(names: readonly string[]): string {
  if (names.length > namedAtOnce) return t('captions.manyCame', { count: names.length })
  return t('captions.came', { names: formatNames(names) })
}

function toLeft(names: readonly string[]): string {
  if (names.length > namedAtOnce) return t('captions.manyLeft', { count: names.length })
  return t('captions.left', { names: formatNames(names) })
}
