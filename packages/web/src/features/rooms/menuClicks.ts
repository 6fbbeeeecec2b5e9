// SPDX-License-Identifier: Apache-2.0
// What a host page makes of the menus of people, and of the moderators' menu of the meeting; without one they are as they are.
import type { ParticipantId } from '@alcove/protocol'
import { createContext, useContext } from 'react'
import type { MenuGroup } from '../../ui/Menu.tsx'

/** The menu of this person, with what its entries tell. */
export type MenuClicks = (participantId: ParticipantId, groups: readonly MenuGroup[]) => readonly MenuGroup[]

export const untold: MenuClicks = (_participantId, groups) => groups
export const MenuClicksContext = createContext(untold)

/** The moderators' menu of the meeting, with what its entries tell. */
export type MeetingMenuClicks = (groups: readonly MenuGroup[]) => readonly MenuGroup[]

export const MeetingMenuContext = createContext<MeetingMenuClicks>((groups) => groups)

export function useMenuClicks(): MenuClicks {
  return useContext(MenuClicksContext)
}
