// SPDX-License-Identifier: Apache-2.0
// Answers "where am I?" at every size: the room with its mark, how many are in it, what to do there, the meeting; and at the end how much time is left and how the connection does.
import { Check, Link, Signal, SignalLow, Users, WifiOff } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { RoomMark } from '../../ui/RoomMark.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import './topBar.css'

export type ConnectionLook = 'good' | 'weak' | 'connecting' | 'lost'

export interface TopBarProps {
  readonly roomName: string
  readonly roomIndex: number | undefined
  /** Undefined: not shown. */
  readonly peopleInRoom: number | undefined
  /** What there is to do, if it is short. */
  readonly task: ReactNode
  /** The round, and what can be read again. */
  readonly further: ReactNode
  /** Time left, if there is a timer. */
  readonly roomTime: ReactNode
  readonly meetingTitle: string
  readonly connection: ConnectionLook
  /** Resolves to whether it could be copied; undefined: not offered. */
  readonly onCopyLink: (() => Promise<boolean>) | undefined
}

export function TopBar(props: TopBarProps) {
  const { roomName, roomIndex, peopleInRoom, task, further, roomTime, meetingTitle, connection, onCopyLink } = props
  return (
    <header className="top-bar">
      <h1 className="top-bar-room" tabIndex={-1}>
        <RoomMark index={roomIndex} />
        <span className="top-bar-room-name">{roomName}</span>
      </h1>
      {peopleInRoom === undefined ? null : (
        <span className="top-bar-count" title={t('meeting.peopleHereTitle')}>
          <Users aria-hidden="true" />
          <span aria-hidden="true">{peopleInRoom}</span>
          <span className="only-read-aloud">{t('meeting.peopleHere', { count: peopleInRoom })}</span>
        </span>
      )}
      {task}
      {further}
      <span className="top-bar-meeting">{meetingTitle}</span>
      {onCopyLink ? <CopyLinkButton onCopyLink={onCopyLink} /> : null}
      <span className="top-bar-gap" />
      {roomTime}
      <ConnectionMark connection={connection} />
    </header>
  )
}

function CopyLinkButton({ onCopyLink }: { readonly onCopyLink: () => Promise<boolean> }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = setTimeout(() => setCopied(false), 2500)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <>
      <IconButton
        label={copied ? t('meeting.linkCopied') : t('meeting.copyLink')}
        icon={copied ? <Check /> : <Link />}
        size="small"
        look="quiet"
        onPress={() => void onCopyLink().then(setCopied)}
      />
      <span className="only-read-aloud" aria-live="polite">
        {copied ? t('meeting.linkCopied') : ''}
      </span>
    </>
  )
}

function ConnectionMark({ connection }: { readonly connection: ConnectionLook }) {
  return (
    <span className={`top-bar-connection top-bar-connection-${connection}`} role="status">
      {connection === 'good' ? <Signal aria-hidden="true" /> : null}
      {connection === 'weak' ? <SignalLow aria-hidden="true" /> : null}
      {connection === 'connecting' ? <Spinner /> : null}
      {connection === 'lost' ? <WifiOff aria-hidden="true" /> : null}
      <span className="top-bar-connection-words">{t(`meeting.connection.${connection}`)}</span>
    </span>
  )
}
