// SPDX-License-Identifier: Apache-2.0
// The row of controls. An action that is absent has no control.
import { CornerUpLeft, Ellipsis, LayoutDashboard, LogOut, MessageSquare, Users } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuGroup } from '../../ui/Menu.tsx'
import type { ControlBarProps } from './controlBarProps.ts'
import {
  toChatLabel,
  toHandEntry,
  toHelpEntry,
  toNarrowGroups,
  toReactEntry,
  toSettingsEntries,
  toShareEntry,
  toTold,
  toViewGroup,
} from './controlEntries.tsx'
import { DeviceControl } from './DeviceControl.tsx'
import { useSize } from './useSize.ts'
import './controlBar.css'

export function ControlBar(props: ControlBarProps) {
  const { local, gates, peopleCount, paneOpen, board, handUp, rules, view, chat, reactions, actions } = props
  const [bar, size] = useSize<HTMLDivElement>()
  // As in controlBar.css: there the menu has what the row has no space for.
  const isNarrow = size.width <= 600
  const sharing = local.screen !== undefined
  const { shows, press } = rules
  const share = shows('desktop') ? toTold('desktop', press, toShareEntry(sharing, gates.video, actions)) : undefined
  const hand = shows('raisehand') ? toTold('raisehand', press, toHandEntry(handUp, actions)) : undefined
  const react = shows('reactions') ? toTold('reactions', press, toReactEntry(reactions)) : undefined
  const help = rules.showsAny ? toHelpEntry(actions) : undefined
  const more: readonly MenuGroup[] = [
    ...(isNarrow ? toNarrowGroups([hand, react, help, share], local, actions, rules) : []),
    toViewGroup(view, rules),
    { id: 'settings', entries: toSettingsEntries(view, rules) },
  ]
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
          onPress={share.onAction}
          className="control-wide"
        />
      ) : null}
      {hand ? (
        <IconButton
          label={hand.label}
          icon={hand.icon}
          look={handUp ? 'on' : 'plain'}
          isPressed={handUp}
          onPress={hand.onAction}
          className="control-wide"
        />
      ) : null}
      {react ? (
        <IconButton
          label={react.label}
          icon={react.icon}
          look={reactions.isOpen ? 'on' : 'plain'}
          isExpanded={reactions.isOpen}
          onPress={react.onAction}
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
      {board && rules.showsAny ? (
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
      {more.some(({ entries }) => entries.length > 0) ? (
        <Menu
          label={t('meeting.more')}
          placement="top"
          trigger={<IconButton label={t('meeting.more')} icon={<Ellipsis />} />}
          groups={more}
        />
      ) : null}
      <span className="control-gap" />
      {actions.backToMain && rules.showsAny ? (
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
