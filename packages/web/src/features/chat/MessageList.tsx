// SPDX-License-Identifier: Apache-2.0
// The messages of one thread, newest below. Stays at the end while one is there; reading further up is not disturbed.
import type { ChatMessage, ParticipantId } from '@alcove/protocol'
import { memo, useLayoutEffect, useRef } from 'react'
import { formatDay, formatTime } from '../../i18n/formats.ts'
import { t, useLanguage } from '../../i18n/texts.ts'
import type { ChatLine } from './chatModel.ts'
import { linkify } from './linkify.ts'

export interface MessageListProps {
  readonly label: string
  readonly lines: readonly ChatLine[]
  readonly ownId: ParticipantId
  readonly roomName: string
  /** What stands there while there is no message. */
  readonly hint: string
}

/** So close to the end counts as at the end. */
const nearEnd = 60

export function MessageList({ label, lines, ownId, roomName, hint }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the lines
  useLayoutEffect(() => {
    const element = list.current
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight
  }, [lines])
  return (
    <div
      className="chat-list"
      role="log"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      ref={list}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd
      }}
    >
      {lines.some(({ type }) => type === 'message') ? null : <p className="chat-hint">{hint}</p>}
      {lines.map((line) => (
        <LineView key={keyOf(line)} line={line} ownId={ownId} roomName={roomName} />
      ))}
    </div>
  )
}

function keyOf(line: ChatLine): string {
  switch (line.type) {
    case 'arrival':
      return 'arrival'
    case 'day':
      return `day ${line.at}`
    case 'message':
      return `${line.message.seq}`
  }
}

interface LineViewProps extends Pick<MessageListProps, 'ownId' | 'roomName'> {
  readonly line: ChatLine
}

function LineView({ line, ownId, roomName }: LineViewProps) {
  switch (line.type) {
    case 'arrival':
      return <Divider text={t('chat.youCameTo', { room: roomName })} />
    case 'day':
      return <Divider text={formatDay(line.at)} />
    case 'message':
      return <MessageView message={line.message} isFirst={line.isFirst} isOwn={line.message.from === ownId} />
  }
}

function Divider({ text }: { readonly text: string }) {
  return (
    <p className="chat-divider">
      <span>{text}</span>
    </p>
  )
}

interface MessageViewProps {
  readonly message: ChatMessage
  readonly isFirst: boolean
  readonly isOwn: boolean
}

/** Drawn once: everything else that happens in the meeting would draw hundreds of them anew. */
const MessageView = memo(function MessageView({ message, isFirst, isOwn }: MessageViewProps) {
  useLanguage() // It is drawn anew for its own sake only, so it asks.
  return (
    <div className="chat-message" data-own={isOwn || undefined} data-first={isFirst || undefined}>
      <p className={isFirst ? 'chat-head' : 'only-read-aloud'}>
        <span className="chat-name">{isOwn ? t('words.you') : message.fromName}</span>{' '}
        <time dateTime={new Date(message.at).toISOString()}>{formatTime(message.at)}</time>
      </p>
      <p className="chat-text" dir="auto">
        {linkify(message.text).map((part, index) =>
          part.type === 'link' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change
            <a key={index} href={part.text} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
    </div>
  )
})
