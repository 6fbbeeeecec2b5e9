// SPDX-License-Identifier: Apache-2.0
// The entry of menus by which a moderator lowers hands; none where no hand is up.
import type { Whom } from '@alcove/protocol'
import { Hand } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import type { MenuGroup } from '../../ui/Menu.tsx'

export function toHandsGroup(handCount: number, whom: Whom, lowerHands: (whom: Whom) => void): readonly MenuGroup[] {
  if (handCount === 0) return []
  return [
    { id: 'hands', entries: [{ id: 'lower', label: labelOf(whom), icon: <Hand />, onAction: () => lowerHands(whom) }] },
  ]
}

function labelOf(whom: Whom): string {
  if (whom === 'everybody') return t('hand.lowerAll')
  return 'roomId' in whom ? t('hand.lowerRoom') : t('hand.lowerOne')
}
