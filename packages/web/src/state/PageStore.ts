// SPDX-License-Identifier: Apache-2.0
// What this page shows besides the meeting itself: panes, how people and the meeting are called here, and what a host page or the address set.
// Buttons and host pages change it in the same way. Knows nothing of React, of the server, or of who asked.
import type { ParticipantId } from '@alcove/protocol'
import type { EmbedConfig } from '@alcove/protocol/embed'

/** A person's picture or their screen. */
export interface Focus {
  readonly type: 'person' | 'screen'
  readonly participantId: ParticipantId
}

/** What a host page asked for before one was in the meeting, or might say so: done as soon as one may. */
export interface Wanted {
  readonly displayName?: string | undefined
  /** Empty: no picture any more. */
  readonly avatar?: string | undefined
  /** What the meeting is to be called for everybody. */
  readonly subject?: string | undefined
}

export interface PageSnapshot {
  /** Rooms and people. */
  readonly paneOpen: boolean
  readonly chatOpen: boolean
  /** The board of moderators, in place of the tiles. */
  readonly boardOpen: boolean
  /** The thread that was asked for last, and how many times one was. */
  readonly thread: { readonly to: ParticipantId | 'room'; readonly turn: number }
  /** Messages of the chat that were not read yet. */
  readonly unread: number
  /** What stands large because somebody chose it. */
  readonly pinned: Focus | undefined
  /** Whose picture stands large, whoever chose it. */
  readonly onStage: ParticipantId | undefined
  /** Pictures of others arrive no higher than this; undefined: as high as they stand there. */
  readonly maxHeight: number | undefined
  /** No camera of others is received. */
  readonly audioOnly: boolean
  /** How loud people play on this page, from 0 to 1; who is not listed plays at 1. */
  readonly volumes: Readonly<Record<ParticipantId, number>>
  /** A picture to stand before, as a data address; undefined: what the person prefers. */
  readonly backdrop: string | undefined
  readonly dialog: 'settings' | 'shortcuts' | undefined
  /** The small window over other programs is open. */
  readonly smallWindow: boolean
  /** What the host page says is one's own address; nobody vouches for it, and nobody else is told. */
  readonly email: string | undefined
  /** Names that hold on this page only. */
  readonly names: Readonly<Record<string, string>>
  /** Title of the meeting on this page; undefined: its own. */
  readonly title: string | undefined
  readonly wanted: Wanted
  readonly config: EmbedConfig
}

export interface PageStart {
  readonly config: EmbedConfig
  readonly paneOpen: boolean
  readonly email?: string | undefined
}

export class PageStore {
  #snapshot: PageSnapshot
  readonly #listeners = new Set<() => void>()

  constructor({ config, paneOpen, email }: PageStart) {
    this.#snapshot = {
      paneOpen: paneOpen && config['participantsPane.enabled'] !== false,
      chatOpen: false,
      boardOpen: false,
      thread: { to: 'room', turn: 0 },
      unread: 0,
      pinned: undefined,
      onStage: undefined,
      maxHeight: undefined,
      audioOnly: config.startAudioOnly ?? false,
      volumes: {},
      backdrop: undefined,
      dialog: undefined,
      smallWindow: false,
      email,
      names: {},
      title: config.localSubject,
      wanted: { subject: config.subject },
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

  openBoard(open: boolean): void {
    this.#set({ boardOpen: open })
  }

  showThread(to: ParticipantId | 'room'): void {
    this.#set({ thread: { to, turn: this.#snapshot.thread.turn + 1 } })
  }

  setUnread(unread: number): void {
    if (unread !== this.#snapshot.unread) this.#set({ unread })
  }

  /** @param focus undefined: nothing any more. */
  pin(focus: Focus | undefined): void {
    this.#set({ pinned: focus })
  }

  setOnStage(onStage: ParticipantId | undefined): void {
    if (onStage !== this.#snapshot.onStage) this.#set({ onStage })
  }

  limitHeight(maxHeight: number | undefined): void {
    this.#set({ maxHeight })
  }

  setAudioOnly(audioOnly: boolean): void {
    this.#set({ audioOnly })
  }

  setVolume(participantId: ParticipantId, volume: number): void {
    this.#set({ volumes: { ...this.#snapshot.volumes, [participantId]: volume } })
  }

  setBackdrop(backdrop: string | undefined): void {
    this.#set({ backdrop })
  }

  showDialog(dialog: PageSnapshot['dialog']): void {
    this.#set({ dialog })
  }

  setSmallWindow(smallWindow: boolean): void {
    if (smallWindow !== this.#snapshot.smallWindow) this.#set({ smallWindow })
  }

  setNames(names: Readonly<Record<string, string>>): void {
    this.#set({ names: { ...this.#snapshot.names, ...names } })
  }

  setEmail(email: string): void {
    this.#set({ email })
  }

  setTitle(title: string | undefined): void {
    this.#set({ title })
  }

  /** @param change undefined: it is wanted no more, or was done */
  want(change: Wanted): void {
    this.#set({ wanted: { ...this.#snapshot.wanted, ...change } })
  }

  setConfig(config: EmbedConfig): void {
    const { localSubject: title } = config
    this.#set({ config, ...(title !== undefined && { title }) })
  }

  #set(change: Partial<PageSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}
