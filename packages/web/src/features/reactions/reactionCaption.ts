// SPDX-License-Identifier: Apache-2.0
// Reactions in words, for those who do not see them. Pure.
import type { Reaction } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

export interface NamedReaction {
  readonly name: string
  readonly reaction: Reaction
}

/** More than so many are counted, not read out. */
const namedAtOnce = 3

/** @param gathered what came within a short time, oldest first; undefined where there is nothing to say. */
export function toReactionCaption(gathered: readonly NamedReaction[]): string | undefined {
  if (gathered.length === 0) return undefined
  const newest = new Map(gathered.map(({ name, reaction }) => [name, reaction]))
  if (newest.size > namedAtOnce) return t('reactions.many', { count: newest.size })
  return [...newest]
    .map(([name, reaction]) => t('reactions.of', { name, reaction: t(`reactions.${reaction}`) }))
    .join(' ')
}
