// SPDX-License-Identifier: Apache-2.0
// The row of controls. An action that is absent has no control.

import type { Kind } from '@alcove/protocol'
import {
  ChevronUp,
  CornerUpLeft,
  Ellipsis,
  Hand,
  Keyboard,
  LayoutDashboard,
  LayoutGrid,
  LifeBuoy,
  LogOut,
  Maximize,
  MessageSquare,
  Mic,
  MicOff,
  Minimize,
  MonitorUp,
  MonitorX,
  PictureInPicture2,
  RectangleHorizontal,
  Settings,
  SmilePlus,
  SwitchCamera,
  Users,
  Video,
  VideoOff,
} from 'lucide-react'
import type { ReactElement } from 'react'
import type { DeviceState, LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { t } from '../../i18n/texts.ts'
import type { MeetingLayout } from '../../state/preferences.ts'
import type { Fullscreen } from '../../state/useFullscreen.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuEntry, type MenuGroup } from '../../ui/Menu.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import type { Gate } from '../moderation/ownSending.ts'
import type { BarRules } from './barRules.ts'
import type { PictureInPicture } from './usePictureInPicture.ts'
import { useSize } from './useSize.ts'
import './controlBar.css'

export interface ControlBarProps {
  readonly local: LocalMediaSnapshot
  /** Where one has to ask before one sends. */
  readonly gates: Readonly<Record<Kind, Gate>>
  readonly peopleCount: number
  /** Undefined: the pane has no place now. */
  readonly paneOpen: boolean | undefined
  /** For moderators. */
  readonly board: { readonly isOpen: boolean; readonly toggle: () => void } | undefined
  readonly handUp: boolean
  /** What the configuration of the page makes of the bar. */
  readonly rules: BarRules
  readonly chat: { readonly isOpen: boolean; readonly unread: number; readonly toggle: () => void }
  readonly reactions: { readonly isOpen: boolean; readonly toggle: () => void }
  readonly view: {
    readonly layout: MeetingLayout
    readonly toggleLayout: () => void
    readonly fullscreen: Fullscreen | undefined
    readonly pictureInPicture: PictureInPicture | undefined
    readonly showSettings: () => void
    readonly showShortcuts: () => void
  }
  readonly actions: {
    readonly setOn: (kind: DeviceKind, on: boolean) => void
    readonly ask: (kind: Kind, asking: boolean) => void
    readonly choose: (kind: DeviceKind, deviceId: string) => void
    readonly flipCamera: (() => void) | undefined
    readonly togglePane: () => void
    readonly toggleSharing: (() => void) | undefined
    readonly backToMain: (() => void) | undefined
    readonly raiseHand: (raised: boolean) => void
    /** Absent in the main room, and while one has asked. */
    readonly askForHelp: (() => void) | undefined
    readonly leave: () => void
  }
}

const icons: Readonly<Record<DeviceKind, { on: ReactElement; off: ReactElement }>> = {
  microphone: { on: <Mic />, off: <MicOff /> },
  camera: { on: <Video />, off: <VideoOff /> },
}

function toGateWords(kind: Kind, gate: Exclude<Gate, 'free'>): string {
  if (kind === 'audio') return gate === 'ask' ? t('meeting.askAudio') : t('meeting.askingAudio')
  return gate === 'ask' ? t('meeting.askVideo') : t('meeting.askingVideo')
}

export function ControlBar(props: ControlBarProps) {
  const { local, gates, peopleCount, paneOpen, board, handUp, rules, view, chat, reactions, actions } = props
  const [bar, size] = useSize<HTMLDivElement>()
  // As in controlBar.css: there the menu has what the row has no space for.
  const isNarrow = size.width <= 600
  const sharing = local.screen !== undefined
  const share = rules.shows('desktop') ? toShareEntry(sharing, gates.video, actions) : undefined
  const hand = rules.shows('raisehand') ? toHandEntry(handUp, actions) : undefined
  const react = rules.shows('reactions') ? toReactEntry(reactions) : undefined
  const help = toHelpEntry(actions)
  return (
    <div className="control-bar" ref={bar} role="toolbar" aria-label={t('meeting.controls')}>
      {rules.shows('microphone') ? (
        <DeviceControl kind="microphone" gate={gates.audio} state={local.microphone} actions={actions} rules={rules} />
      ) : null}
      {rules.shows('camera') ? (
        <DeviceControl kind="camera" gate={gates.video} state={local.camera} actions={actions} rules={rules} />
      ) : null}
      {share ? (
        <IconButton
          label={share.label}
          icon={share.icon}
          look={sharing ? 'on' : 'plain'}
          isPressed={sharing}
          onPress={rules.press('desktop', share.onAction)}
          className="control-wide"
        />
      ) : null}
      {hand ? (
        <IconButton
          label={hand.label}
          icon={hand.icon}
          look={handUp ? 'on' : 'plain'}
          isPressed={handUp}
          onPress={rules.press('raisehand', hand.onAction)}
          className="control-wide"
        />
      ) : null}
      {react ? (
        <IconButton
          label={react.label}
          icon={react.icon}
          look={reactions.isOpen ? 'on' : 'plain'}
          isExpanded={reactions.isOpen}
          onPress={rules.press('reactions', react.onAction)}
          className="control-wide"
        />
      ) : null}
      {help ? (
        <IconButton label={help.label} icon={help.icon} onPress={help.onAction} className="control-wide" />
      ) : null}
      {paneOpen !== undefined && rules.shows('participants-pane') ? (
        <IconButton
          label={paneOpen ? t('meeting.hidePane') : t('meeting.showPane')}
          icon={<Users />}
          look={paneOpen ? 'on' : 'plain'}
          isExpanded={paneOpen}
          onPress={rules.press('participants-pane', actions.togglePane)}
          badge={`${peopleCount}`}
        />
      ) : null}
      {board ? (
        <IconButton
          label={board.isOpen ? t('meeting.closeBoard') : t('meeting.openBoard')}
          icon={<LayoutDashboard />}
          look={board.isOpen ? 'on' : 'plain'}
          isExpanded={board.isOpen}
          onPress={board.toggle}
        />
      ) : null}
      {rules.shows('chat') ? (
        <IconButton
          label={toChatLabel(chat)}
          icon={<MessageSquare />}
          look={chat.isOpen ? 'on' : 'plain'}
          isExpanded={chat.isOpen}
          onPress={rules.press('chat', chat.toggle)}
          badge={chat.unread > 0 ? `${Math.min(chat.unread, 99)}` : undefined}
        />
      ) : null}
      {rules.own.map(({ id, text, icon }) => (
        <IconButton
          key={id}
          label={text}
          icon={<img src={icon} alt="" width={20} height={20} />}
          onPress={() => rules.pressOwn(id)}
        />
      ))}
      <Menu
        label={t('meeting.more')}
        placement="top"
        trigger={<IconButton label={t('meeting.more')} icon={<Ellipsis />} />}
        groups={[
          ...(isNarrow ? toNarrowGroups([hand, react, help, share], local, actions) : []),
          toViewGroup(view),
          { id: 'settings', entries: toSettingsEntries(view) },
        ]}
      />
      <span className="control-gap" />
      {actions.backToMain ? (
        <Button
          look="outline"
          className="control-pill"
          onPress={actions.backToMain}
          aria-label={t('meeting.backToMain')}
        >
          <CornerUpLeft aria-hidden="true" />
          <span className="control-pill-words">{t('meeting.backToMain')}</span>
        </Button>
      ) : null}
      {rules.shows('hangup') ? (
        <IconButton
          label={t('meeting.leave')}
          icon={<LogOut />}
          look="danger"
          onPress={rules.press('hangup', actions.leave)}
        />
      ) : null}
    </div>
  )
}

function toNarrowGroups(
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
    toGroup('microphone', local.microphone, actions),
    toGroup('camera', local.camera, actions),
  ]
}

function toViewGroup({ layout, toggleLayout, fullscreen, pictureInPicture }: ControlBarProps['view']): MenuGroup {
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

function toSettingsEntries({ showSettings, showShortcuts }: ControlBarProps['view']): readonly MenuEntry[] {
  return [
    { id: 'settings', label: t('meeting.settings'), icon: <Settings />, onAction: showSettings },
    { id: 'shortcuts', label: t('meeting.shortcuts'), icon: <Keyboard />, onAction: showShortcuts },
  ]
}

interface BarEntry extends MenuEntry {
  readonly icon: ReactElement
}

/** A button of the row, and on narrow screens an entry of the menu. */
function toShareEntry(sharing: boolean, gate: Gate, actions: ControlBarProps['actions']): BarEntry | undefined {
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

function toHandEntry(handUp: boolean, actions: ControlBarProps['actions']): BarEntry {
  const label = handUp ? t('hand.lower') : t('hand.raise')
  return { id: 'hand', label, icon: <Hand />, onAction: () => actions.raiseHand(!handUp) }
}

function toReactEntry({ isOpen, toggle }: ControlBarProps['reactions']): BarEntry {
  return {
    id: 'react',
    label: isOpen ? t('reactions.close') : t('reactions.open'),
    icon: <SmilePlus />,
    onAction: toggle,
  }
}

function toHelpEntry({ askForHelp }: ControlBarProps['actions']): BarEntry | undefined {
  return askForHelp && { id: 'help', label: t('help.ask'), icon: <LifeBuoy />, onAction: askForHelp }
}

function toChatLabel({ isOpen, unread }: ControlBarProps['chat']): string {
  if (isOpen) return t('meeting.hideChat')
  return unread > 0 ? t('meeting.chatUnread', { count: unread }) : t('meeting.showChat')
}

interface DeviceControlProps {
  readonly rules: BarRules
  readonly gate: Gate
  readonly kind: DeviceKind
  readonly state: DeviceState
  readonly actions: ControlBarProps['actions']
}

function DeviceControl({ gate, kind, state, actions, rules }: DeviceControlProps) {
  const on = state.wanted
  const media = kind === 'microphone' ? 'audio' : 'video'
  const words = gate === 'free' ? toSwitchWords(kind, on) : toGateWords(media, gate)
  const choose = kind === 'microphone' ? t('meeting.chooseMicrophone') : t('meeting.chooseCamera')
  return (
    <span className="control-split" data-off={!on || undefined}>
      <IconButton
        label={words}
        icon={state.opening ? <Spinner /> : on ? icons[kind].on : icons[kind].off}
        look={on ? 'plain' : 'off'}
        onPress={rules.press(kind, () =>
          gate === 'free' || on ? actions.setOn(kind, !on) : actions.ask(media, gate === 'ask'),
        )}
        badge={gate === 'asking' ? '?' : state.problem ? '!' : undefined}
      />
      {state.choices.length > 0 ? (
        <Menu
          label={choose}
          placement="top"
          trigger={
            <IconButton label={choose} icon={<ChevronUp />} size="small" look="quiet" className="control-caret" />
          }
          groups={[toGroup(kind, state, actions)]}
        />
      ) : null}
    </span>
  )
}

function toSwitchWords(kind: DeviceKind, on: boolean): string {
  if (kind === 'microphone') return on ? t('meeting.mute') : t('meeting.unmute')
  return on ? t('meeting.cameraOff') : t('meeting.cameraOn')
}

function toGroup(kind: DeviceKind, state: DeviceState, actions: ControlBarProps['actions']): MenuGroup {
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
