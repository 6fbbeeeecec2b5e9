// SPDX-License-Identifier: Apache-2.0
// What this page shows besides the meeting itself: panes, how people and the meeting are called here, and what a host page or the address set.
// Buttons and host pages change it in the same way. Knows nothing of React, of the server, or of who asked.
import type { ParticipantId } from '@alcove/protocol'
import type { EmbedConfig } from '@alcove/protocol/embed'

export interface PageSnapshot {
  /** Rooms and people. */
  readonly paneOpen: boolean
  readonly chatOpen: boolean
  /** The thread that was asked for last, and how many times one was. */
  readonly thread: { readonly to: ParticipantId | 'room'; readonly turn: number }
  /** Messages of the chat that were not read yet. */
  readonly unread: number
  /** Names that hold on this page only. */
  readonly names: Readonly<Record<string, string>>
  /** Title of the meeting on this page; undefined: its own. */
  readonly title: string | undefined
  readonly config: EmbedConfig
}

export interface PageStart {
  readonly config: EmbedConfig
  readonly paneOpen: boolean
}

export class PageStore {
  #snapshot: PageSnapshot
  readonly #listeners = new Set<() => void>()

  constructor({ config, paneOpen }: PageStart) {
    this.#snapshot = {
      paneOpen: paneOpen && config['participantsPane.enabled'] !== false,
      chatOpen: false,
      thread: { to: 'room', turn: 0 },
      unread: 0,
      names: {},
      title: config.localSubject ?? config.subject,
      config,
    }
  }

  getSnapshot = (): PageSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @param alone closes the chat with it, where both have no place */
  openPane(open: boolean, alone = false): void {
    this.#set({ paneOpen: open, ...(open && alone && { chatOpen: false }) })
  }

  openChat(open: boolean, alone = false): void {
    this.#set({ chatOpen: open, ...(open && alone && { paneOpen: false }) })
  }

  showThread(to: ParticipantId | 'room'): void {
    this.#set({ thread: { to, turn: this.#snapshot.thread.turn + 1 } })
  }

  setUnread(unread: number): void {
    if (unread !== this.#snapshot.unread) this.#set({ unread })
  }

  setNames(names: Readonly<Record<string, string>>): void {
    this.#set({ names: { ...this.#snapshot.names, ...names } })
  }

  setTitle(title: string | undefined): void {
    this.#set({ title })
  }

  setConfig(config: EmbedConfig): void {
    const title = config.localSubject ?? config.subject
    this.#set({ config, ...(title !== undefined && { title }) })
  }

  #set(change: Partial<PageSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}
