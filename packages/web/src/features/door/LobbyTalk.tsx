// SPDX-License-Identifier: Apache-2.0
// What somebody in the lobby and the moderators write to each other, seen from either side.

import type { LobbyTalk as Talk } from '@alcove/client'
import { maxLobbyTextLength } from '@alcove/protocol'
import { type FormEvent, useState } from 'react'
import { formatTime } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import './lobby.css'

export interface LobbyTalkProps {
  readonly talk: Talk
  /** Who waits, as moderators call them; undefined: one waits oneself. */
  readonly name: string | undefined
  readonly label: string
  /** Resolves with whether it was sent; tells by itself why not. */
  readonly onWrite: (text: string) => Promise<boolean>
}

export function LobbyTalk({ talk, name, label, onWrite }: LobbyTalkProps) {
  const [text, setText] = useState('')
  const write = (event: FormEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (said === '') return
    setText('')
    void onWrite(said).then((isSent) => !isSent && setText((now) => now || said))
  }
  const isOwn = (fromModerator: boolean) => fromModerator === (name !== undefined)
  return (
    <div className="lobby-talk">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="lobby-messages" role="log" aria-label={t('lobby.talk')} tabIndex={0}>
        {talk.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no id, and only the oldest ones go
          <p key={index} className="lobby-message" data-own={isOwn(message.fromModerator) || undefined}>
            <span className="lobby-message-head">
              {message.fromModerator ? t('lobby.fromModerator') : (name ?? t('words.you'))} · {formatTime(message.at)}
            </span>
            <span dir="auto">{message.text}</span>
          </p>
        ))}
      </div>
      <form className="lobby-form" onSubmit={write}>
        <TextField label={label} value={text} onChange={setText} maxLength={maxLobbyTextLength} />
        <Button type="submit" look="outline" isDisabled={text.trim() === ''}>
          {t('lobby.send')}
        </Button>
      </form>
    </div>
  )
}
