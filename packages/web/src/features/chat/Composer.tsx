// SPDX-License-Identifier: Apache-2.0
// Where a message is written. Enter sends, Shift+Enter begins a new line; what could not be sent comes back into the field.
import { maxChatTextLength } from '@alcove/protocol'
import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { isComposing } from '../../ui/isComposing.ts'

export interface ComposerProps {
  readonly label: string
  readonly text: string
  readonly onChange: (text: string) => void
  /** Resolves with whether it was sent. */
  readonly onSend: (text: string) => Promise<void>
}

/** From here on the field tells how much is left. */
const tellsLeftFrom = maxChatTextLength - 200

export function Composer({ label, text, onChange, onSend }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [underWay, setUnderWay] = useState(0)
  const isEmpty = text.trim() === ''
  const send = () => {
    if (isEmpty) return
    setUnderWay((count) => count + 1)
    void onSend(text).finally(() => setUnderWay((count) => count - 1))
    onChange('')
    // Its button is switched off now; and the keys of a phone stay where they are.
    field.current?.focus()
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent)) return
    event.preventDefault()
    send()
  }
  return (
    <div className="chat-composer">
      {underWay > 0 ? <p className="chat-sending">{t('chat.sending')}</p> : null}
      {text.length > tellsLeftFrom ? (
        <p className="chat-left">{t('chat.charactersLeft', { count: maxChatTextLength - text.length })}</p>
      ) : null}
      <div className="chat-field">
        <textarea
          ref={field}
          className="chat-input"
          aria-label={label}
          placeholder={label}
          rows={1}
          maxLength={maxChatTextLength}
          value={text}
          dir="auto"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={handleKey}
        />
        <IconButton
          label={t('chat.send')}
          icon={<SendHorizontal />}
          look={isEmpty ? 'quiet' : 'on'}
          isDisabled={isEmpty}
          onPress={send}
        />
      </div>
    </div>
  )
}
