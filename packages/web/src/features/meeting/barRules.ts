// SPDX-License-Identifier: Apache-2.0
// What the configuration of the page makes of the control bar: which buttons show, and what a click tells the host page.
import type { EmbedConfig } from '@alcove/protocol/embed'
import { type BarButton, clickRuleOf, showsButton } from '../../state/hiddenControls.ts'
import type { MenuGroup } from '../../ui/Menu.tsx'

export interface BarRules {
  readonly shows: (button: BarButton) => boolean
  /** Also what Jitsi does not have. */
  readonly showsAny: boolean
  /** What a press on this button does, given what it does otherwise. */
  readonly press: (button: string, action: () => void) => () => void
  /** Buttons of the host page. */
  readonly own: NonNullable<EmbedConfig['customToolbarButtons']>
  readonly pressOwn: (id: string) => void
}

/** Jitsi's names of entries of the moderators' menu, by ours. */
const meetingMenuKeys: Readonly<Record<string, string>> = {
  'mute-all': 'mute-everyone',
  'stop-cameras': 'mute-video-everyone',
  password: 'add-passcode',
  end: 'end-meeting',
}

/** The moderators' menu of the meeting, with what its entries tell the host page. */
export function toToldMenu({ press }: BarRules): (groups: readonly MenuGroup[]) => readonly MenuGroup[] {
  return (groups) =>
    groups.map((group) => ({
      ...group,
      entries: group.entries.map((entry) => {
        const key = meetingMenuKeys[entry.id]
        return key === undefined ? entry : { ...entry, onAction: press(key, entry.onAction) }
      }),
    }))
}

export type TellClick = (key: string, preventExecution: boolean) => void

export function toBarRules(config: EmbedConfig, tellClick: TellClick): BarRules {
  return {
    shows: (button) => showsButton(config, button),
    showsAny: config.toolbarButtons?.length !== 0,
    press: (button, action) => () => {
      const { tell, prevent } = clickRuleOf(config.buttonsWithNotifyClick, button)
      if (tell) tellClick(button, prevent)
      if (!prevent) action()
    },
    own: config.customToolbarButtons ?? [],
    pressOwn: (id) => tellClick(id, true),
  }
}
