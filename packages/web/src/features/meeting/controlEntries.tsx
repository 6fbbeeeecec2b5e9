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
import type { BarButton } from '../../state/hiddenControls.ts'
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx'
import type { Gate } from '../moderation/ownSending.ts'
import type { BarRules } from './barRules.ts'
import type { ControlBarProps } from './controlBarProps.ts'

export function toNarrowGroups(
  own: readonly (MenuEntry | undefined)[],
  local: LocalMediaSnapshot,
  actions: ControlBarProps['actions'],
  { shows, press }: BarRules,
): readonly MenuGroup[] {
  const { flipCamera } = actions
  const flip: MenuEntry | undefined = flipCamera && {
    id: 'flip',
    label: t('meeting.flipCamera'),
    icon: <SwitchCamera />,
    onAction: press('toggle-camera', flipCamera),
  }
  return [
    { id: 'own', entries: [...own, shows('toggle-camera') ? flip : undefined].filter((entry) => entry !== undefined) },
    ...(['microphone', 'camera'] as const)
      .filter((kind) => shows(kind))
      .map((kind) => toDeviceGroup(kind, local[kind], actions)),
  ]
}

export function toViewGroup(
  { layout, toggleLayout, fullscreen, pictureInPicture }: ControlBarProps['view'],
  { shows, showsAny, press }: BarRules,
): MenuGroup {
  const layouts = shows('tileview') ? (['tiles', 'speaker'] as const) : []
  const entries: MenuEntry[] = layouts.map((id) => ({
    id: `layout/${id}`,
    label: t(`meeting.layout.${id}`),
    icon: id === 'tiles' ? <LayoutGrid /> : <RectangleHorizontal />,
    isChecked: layout === id,
    onAction: press('tileview', () => layout !== id && toggleLayout()),
  }))
  if (pictureInPicture && showsAny)
    entries.push({
      id: 'picture-in-picture',
      label: pictureInPicture.isOn ? t('meeting.exitPictureInPicture') : t('meeting.pictureInPicture'),
      icon: <PictureInPicture2 />,
      onAction: pictureInPicture.toggle,
    })
  if (fullscreen && shows('fullscreen'))
    entries.push({
      id: 'fullscreen',
      label: fullscreen.isOn ? t('meeting.exitFullscreen') : t('meeting.fullscreen'),
      icon: fullscreen.isOn ? <Minimize /> : <Maximize />,
      onAction: press('fullscreen', fullscreen.toggle),
    })
  return { id: 'view', title: t('meeting.view'), entries }
}

export function toSettingsEntries(
  { showSettings, showShortcuts }: ControlBarProps['view'],
  { shows, press }: BarRules,
): readonly MenuEntry[] {
  const entries = [
    { id: 'settings', label: t('meeting.settings'), icon: <Settings />, onAction: press('settings', showSettings) },
    { id: 'shortcuts', label: t('meeting.shortcuts'), icon: <Keyboard />, onAction: press('shortcuts', showShortcuts) },
  ] as const
  return entries.filter(({ id }) => shows(id))
}

interface BarEntry extends MenuEntry {
  readonly icon: ReactElement
}

/** Wherever it stands, a press tells the host page what it asked to be told. */
export function toTold<Entry extends MenuEntry | undefined>(
  button: BarButton,
  press: BarRules['press'],
  entry: Entry,
): Entry {
  return entry && { ...entry, onAction: press(button, entry.onAction) }
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
