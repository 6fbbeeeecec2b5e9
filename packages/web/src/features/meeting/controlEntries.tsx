// SPDX-License-Identifier: Apache-2.0
// What the row of controls and its menus offer, in words. On narrow screens the menu has what the row has no space for.
import type { Kind } from '@alcove/protocol'
import {
  Hand,
  Keyboard,
  LayoutGrid,
  LifeBuoy,
  Maximize,
  Minimize,
  MonitorUp,
  MonitorX,
  PictureInPicture2,
  RectangleHorizontal,
  Settings,
  SmilePlus,
  SwitchCamera,
} from 'lucide-react'
import type { ReactElement } from 'react'
import type { DeviceState, LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { t } from '../../i18n/texts.ts'
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx'
import type { Gate } from '../moderation/ownSending.ts'
import type { ControlBarProps } from './controlBarProps.ts'

export function toNarrowGroups(
  own: readonly (MenuEntry | undefined)[],
  local: LocalMediaSnapshot,
  actions: ControlBarProps['actions'],
): readonly MenuGroup[] {
  const { flipCamera } = actions
  const flip: readonly MenuEntry[] = flipCamera
    ? [{ id: 'flip', label: t('meeting.flipCamera'), icon: <SwitchCamera />, onAction: flipCamera }]
    : []
  return [
    { id: 'own', entries: [...own.filter((entry) => entry !== undefined), ...flip] },
    toDeviceGroup('microphone', local.microphone, actions),
    toDeviceGroup('camera', local.camera, actions),
  ]
}

export function toViewGroup({
  layout,
  toggleLayout,
  fullscreen,
  pictureInPicture,
}: ControlBarProps['view']): MenuGroup {
  const entries: MenuEntry[] = (['tiles', 'speaker'] as const).map((id) => ({
    id: `layout/${id}`,
    label: t(`meeting.layout.${id}`),
    icon: id === 'tiles' ? <LayoutGrid /> : <RectangleHorizontal />,
    isChecked: layout === id,
    onAction: () => layout !== id && toggleLayout(),
  }))
  if (pictureInPicture)
    entries.push({
      id: 'picture-in-picture',
      label: pictureInPicture.isOn ? t('meeting.exitPictureInPicture') : t('meeting.pictureInPicture'),
      icon: <PictureInPicture2 />,
      onAction: pictureInPicture.toggle,
    })
  if (fullscreen)
    entries.push({
      id: 'fullscreen',
      label: fullscreen.isOn ? t('meeting.exitFullscreen') : t('meeting.fullscreen'),
      icon: fullscreen.isOn ? <Minimize /> : <Maximize />,
      onAction: fullscreen.toggle,
    })
  return { id: 'view', title: t('meeting.view'), entries }
}

export function toSettingsEntries({ showSettings, showShortcuts }: ControlBarProps['view']): readonly MenuEntry[] {
  return [
    { id: 'settings', label: t('meeting.settings'), icon: <Settings />, onAction: showSettings },
    { id: 'shortcuts', label: t('meeting.shortcuts'), icon: <Keyboard />, onAction: showShortcuts },
  ]
}

interface BarEntry extends MenuEntry {
  readonly icon: ReactElement
}

/** A button of the row, and on narrow screens an entry of the menu. */
export function toShareEntry(sharing: boolean, gate: Gate, actions: ControlBarProps['actions']): BarEntry | undefined {
  if (!actions.toggleSharing) return undefined
  const icon = sharing ? <MonitorX /> : <MonitorUp />
  if (gate !== 'free' && !sharing)
    return {
      id: 'share',
      label: toGateWords('video', gate),
      icon,
      onAction: () => actions.ask('video', gate === 'ask'),
    }
  const label = sharing ? t('meeting.stopSharing') : t('meeting.share')
  return { id: 'share', label, icon, onAction: actions.toggleSharing }
}

export function toHandEntry(handUp: boolean, actions: ControlBarProps['actions']): BarEntry {
  const label = handUp ? t('hand.lower') : t('hand.raise')
  return { id: 'hand', label, icon: <Hand />, onAction: () => actions.raiseHand(!handUp) }
}

export function toReactEntry({ isOpen, toggle }: ControlBarProps['reactions']): BarEntry {
  return {
    id: 'react',
    label: isOpen ? t('reactions.close') : t('reactions.open'),
    icon: <SmilePlus />,
    onAction: toggle,
  }
}

export function toHelpEntry({ askForHelp }: ControlBarProps['actions']): BarEntry | undefined {
  return askForHelp && { id: 'help', label: t('help.ask'), icon: <LifeBuoy />, onAction: askForHelp }
}

export function toChatLabel({ isOpen, unread }: ControlBarProps['chat']): string {
  if (isOpen) return t('meeting.hideChat')
  return unread > 0 ? t('meeting.chatUnread', { count: unread }) : t('meeting.showChat')
}

export function toGateWords(kind: Kind, gate: Exclude<Gate, 'free'>): string {
  if (kind === 'audio') return gate === 'ask' ? t('meeting.askAudio') : t('meeting.askingAudio')
  return gate === 'ask' ? t('meeting.askVideo') : t('meeting.askingVideo')
}

export function toDeviceGroup(kind: DeviceKind, state: DeviceState, actions: ControlBarProps['actions']): MenuGroup {
  return {
    id: kind,
    title: t(`words.${kind}`),
    entries: state.choices.map(({ deviceId, label }) => ({
      id: `${kind}/${deviceId}`,
      label,
      isChecked: deviceId === state.chosenId,
      onAction: () => actions.choose(kind, deviceId),
    })),
  }
}
