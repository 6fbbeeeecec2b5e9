// SPDX-License-Identifier: Apache-2.0
// The parts of the server's view that this client holds, each with its epoch and version. A patch counts only on top of the very version
// before it. Knows nothing of what is inside a part.
import {
  applyPatch,
  type JsonObject,
  type PartKey,
  type PartSnapshot,
  type PartValue,
  type ServerMessage,
} from '@alcove/protocol'

export type PartMessage = Extract<ServerMessage, { type: 'part.snapshot' | 'part.patch' | 'part.closed' }>
type PartPatch = Extract<PartMessage, { type: 'part.patch' }>

/** `gap`: something is missing before this patch, ask for the part again. `old`: it is known already. */
export type Applied = 'changed' | 'old' | 'gap'

interface Held {
  readonly epoch: string
  readonly version: number
  readonly value: JsonObject
}

export class PartsStore {
  readonly #parts = new Map<PartKey, Held>()

  get<Key extends PartKey>(key: Key): PartValue<Key> | undefined {
    // The server is the author of the parts; their shape is the contract of the wire.
    return this.#parts.get(key)?.value as PartValue<Key> | undefined
  }

  apply(message: PartMessage): Applied {
    switch (message.type) {
      case 'part.snapshot':
        return this.#adopt(message)
      case 'part.patch':
        return this.#patch(message)
      case 'part.closed':
        return this.#parts.delete(message.part) ? 'changed' : 'old'
    }
  }

  /** What a returning client tells the server that it has. */
  known(): Record<PartKey, { epoch: string; version: number }> {
    const entries = [...this.#parts].map(([key, { epoch, version }]) => [key, { epoch, version }])
    return Object.fromEntries(entries)
  }

  /** Drops the parts that `isKept` does not name. */
  prune(isKept: (key: PartKey) => boolean): void {
    for (const key of [...this.#parts.keys()]) if (!isKept(key)) this.#parts.delete(key)
  }

  #adopt({ part, epoch, version, value }: PartSnapshot): Applied {
    const held = this.#parts.get(part)
    if (held && held.epoch === epoch && held.version >= version) return 'old'
    this.#parts.set(part, { epoch, version, value })
    return 'changed'
  }

  #patch({ part, epoch, version, patch }: PartPatch): Applied {
    const held = this.#parts.get(part)
    if (!held || held.epoch !== epoch || version > held.version + 1) return 'gap'
    if (version <= held.version) return 'old'
    this.#parts.set(part, { epoch, version, value: applyPatch(held.value, patch) })
    return 'changed'
  }
}
