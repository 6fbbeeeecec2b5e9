// SPDX-License-Identifier: Apache-2.0
// What the configuration of the page makes of the control bar: which buttons show, and what a click tells the host page.
import type { EmbedConfig } from '@alcove/protocol/embed'
import { type BarButton, clickRuleOf, showsButton } from '../../state/hiddenControls.ts'

export interface BarRules {
  readonly shows: (button: BarButton) => boolean
  /** What a press on this button does, given what it does otherwise. */
  readonly press: (button: BarButton, action: () => void) => () => void
  /** Buttons of the host page. */
  readonly own: NonNullable<EmbedConfig['customToolbarButtons']>
  readonly pressOwn: (id: string) => void
}

export type TellClick = (key: string, preventExecution: boolean) => void

export function toBarRules(config: EmbedConfig, tellClick: TellClick): BarRules {
  return {
    shows: (button) => showsButton(config, button),
    press: (button, action) => () => {
      const { tell, prevent } = clickRuleOf(config.buttonsWithNotifyClick, button)
      if (tell) tellClick(button, prevent)
      if (!prevent) action()
    },
    own: config.customToolbarButtons ?? [],
    pressOwn: (id) => tellClick(id, true),
  }
}
