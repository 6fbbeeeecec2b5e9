// SPDX-License-Identifier: Apache-2.0
// What a click in the menu of a person tells the host page, besides or instead of what it does.
import type { ParticipantId } from '@alcove/protocol'
import type { EmbedConfig } from '@alcove/protocol/embed'
import { type MenuClicks, untold } from '../features/rooms/menuClicks.ts'
import { clickRuleOf } from '../state/hiddenControls.ts'
import type { MenuEntry } from '../ui/Menu.tsx'
import type { EmbedEvent } from './picture.ts'

/** Jitsi's names by ours. */
const keys: Readonly<Record<string, string>> = {
  'allow-video': 'allow-video',
  'ask-unmute': 'ask-unmute',
  move: 'send-participant-to-room',
  make: 'grant-moderator',
  mute: 'mute',
  'remove-person': 'kick',
  'stop-camera': 'mute-video',
}

export function toMenuClicks(
  { participantMenuButtonsWithNotifyClick: rules = [] }: EmbedConfig,
  send: (event: EmbedEvent) => void,
): MenuClicks {
  if (rules.length === 0) return untold
  const toTold = (participantId: ParticipantId, entry: MenuEntry): MenuEntry => {
    const key = keyOf(entry)
    if (key === undefined) return entry
    const { tell: isTold, prevent } = clickRuleOf(rules, key)
    if (!isTold) return entry
    const onAction = () => {
      send({ name: 'participantMenuButtonClick', payload: { key, participantId, preventExecution: prevent } })
      if (!prevent) entry.onAction()
    }
    return { ...entry, onAction }
  }
  return (participantId, groups) =>
    groups.map((group) => ({ ...group, entries: group.entries.map((entry) => toTold(participantId, entry)) }))
}

function keyOf({ id }: MenuEntry): string | undefined {
  // Where there is a list of rooms, each has an entry.
  return keys[id.replace(/^move\/.*/, 'move')]
}
