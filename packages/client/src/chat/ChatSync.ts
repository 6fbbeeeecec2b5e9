// SPDX-License-Identifier: Apache-2.0
// Keeps the messages complete: after every way in it asks for history, newest first, back to what it held without a gap when the connection was
// lost. Messages that arrive meanwhile are kept; the numbers sort out what came twice.
import { type ChatMessage, maxChatPage, type ParticipantId } from '@alcove/protocol'
import type { Clock } from '../clock.ts'
import type { SendRequest } from '../signaling/Line.ts'
import { retrying } from '../signaling/retrying.ts'
import { type ChatLog, emptyChatLog, withMessages, withoutWriter } from './ChatStore.ts'

export interface ChatSyncOptions {
  readonly clock: Clock
  readonly ownId: () => ParticipantId | undefined
  readonly onChange: (log: ChatLog) => void
}

export class ChatSync {
  readonly #options: ChatSyncOptions
  #log: ChatLog = emptyChatLog
  /** Everything up to this number that may be read is held. */
  #completeTo = 0
  /** The connection that is asked now, or that is up to date. */
  #send: SendRequest | undefined
  /** History was fetched on this connection: what arrives from now on leaves no gap, because messages come in order. */
  #isCaughtUp = false

  constructor(options: ChatSyncOptions) {
    this.#options = options
  }

  handleReady(send: SendRequest): void {
    this.#send = send
    this.#isCaughtUp = false
    void this.#fetch(send)
  }

  handleLost(): void {
    this.#send = undefined
    this.#isCaughtUp = false
  }

  handleMessage(message: ChatMessage): void {
    this.#keep([message])
  }

  handleForgotten(writer: ParticipantId): void {
    this.#change(withoutWriter(this.#log, writer))
  }

  /** Another seat, or none: nothing that was read before is shown. */
  clear(): void {
    this.#completeTo = 0
    this.#isCaughtUp = false
    this.#change(emptyChatLog)
  }

  async #fetch(send: SendRequest): Promise<void> {
    const ask = retrying(send, this.#options.clock)
    let before: number | undefined
    try {
      for (;;) {
        const page = { limit: maxChatPage, ...(before !== undefined && { before }) }
        const { messages, more } = await ask({ type: 'chat.history', ...page })
        if (this.#send !== send) return
        this.#keep(messages)
        before = messages[0]?.seq
        if (!more || before === undefined || before <= this.#completeTo + 1) break
      }
    } catch {
      // The connection ended, and the next one asks again; or the server cannot answer now, and what was missed comes with the next way in.
      return
    }
    this.#isCaughtUp = true
    this.#completeTo = this.#log.lastSeq
    this.#change({ ...this.#log, isComplete: true })
  }

  #keep(messages: readonly ChatMessage[]): void {
    if (messages.length === 0) return
    this.#change(withMessages(this.#log, messages, this.#options.ownId()))
    if (this.#isCaughtUp) this.#completeTo = this.#log.lastSeq
  }

  #change(log: ChatLog): void {
    this.#log = log
    this.#options.onChange(log)
  }
}
