// SPDX-License-Identifier: Apache-2.0
// The controls of a meeting, and above them the reactions while they are open: below the tiles, or in the strip of the board.
import type { MeetingView } from '@alcove/client'
import type { EmbedConfig } from '@alcove/protocol/embed'
import { useMemo } from 'react'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { LazyReactionBar } from '../reactions/LazyReactions.tsx'
import { toBarRules } from './barRules.ts'
import { ControlBar } from './ControlBar.tsx'
import type { ControlBarProps } from './controlBarProps.ts'
import type { HostVoice, MeetingActions } from './meetingActions.ts'
import type { OpenParts } from './useOpenParts.ts'
import type { OwnMedia } from './useOwnMedia.ts'

export interface MeetingBarProps {
  readonly view: MeetingView
  readonly local: LocalMediaSnapshot
  readonly own: OwnMedia
  readonly parts: OpenParts
  readonly config: EmbedConfig
  readonly hostVoice: HostVoice
  readonly peopleCount: number
  readonly unread: number
  readonly isReacting: boolean
  readonly setReacting: (isReacting: boolean) => void
  /** How the meeting is looked at. */
  readonly look: ControlBarProps['view']
  readonly backToMain: (() => void) | undefined
  readonly askForHelp: (() => void) | undefined
  readonly actions: MeetingActions
}

export function MeetingBar(props: MeetingBarProps) {
  const { view, local, own, parts, config, hostVoice, isReacting, setReacting, actions } = props
  const { board, paneOpen, chatOpen, openPane, openChat, toggleBoard } = parts
  const rules = useMemo(() => toBarRules(config, hostVoice.click), [config, hostVoice])
  return (
    <>
      {isReacting ? <LazyReactionBar onReact={actions.react} onClose={() => setReacting(false)} /> : null}
      <ControlBar
        local={local}
        gates={own.gates}
        peopleCount={props.peopleCount}
        paneOpen={board ? undefined : paneOpen}
        board={toggleBoard && { isOpen: board !== undefined, toggle: toggleBoard }}
        handUp={view.room.hands.some(({ participantId }) => participantId === view.self.participantId)}
        rules={rules}
        chat={{ isOpen: chatOpen, unread: props.unread, toggle: () => openChat(!chatOpen) }}
        reactions={{ isOpen: isReacting, toggle: () => setReacting(!isReacting) }}
        view={props.look}
        actions={{
          setOn: actions.setOn,
          ask: actions.ownSending.ask,
          choose: actions.choose,
          flipCamera: own.flipCamera,
          togglePane: () => openPane(!paneOpen),
          toggleSharing: own.toggleSharing,
          backToMain: props.backToMain,
          raiseHand: actions.raiseHand,
          askForHelp: props.askForHelp,
          leave: actions.leave,
        }}
      />
    </>
  )
}
