// SPDX-License-Identifier: Apache-2.0
// The key to the report of the meeting that this tab ended, kept in the given storage: a reload does not lose it. It is forgotten when one comes into the
// next meeting of the name, when the report is not kept any more, and with the storage.
import { type ResumeToken, resumeTokenSchema } from '@alcove/protocol'
import { newResumeToken } from './randomIds.ts'
import type { SeatStorage } from './SeatStore.ts'

export class ReportKeyStore {
  readonly #storage: SeatStorage | undefined
  readonly #name: string
  #key: ResumeToken | undefined

  constructor(meetingId: string, storage: SeatStorage | undefined) {
    this.#storage = storage
    this.#name = `alcove:report:${meetingId}`
    this.#key = read(storage, this.#name)
  }

  current(): ResumeToken | undefined {
    return this.#key
  }

  /** Known before it is sent: the end may come before the answer. */
  make(): ResumeToken {
    const key = newResumeToken()
    this.#key = key
    try {
      this.#storage?.setItem(this.#name, key)
    } catch {
      // Storage may be full or forbidden; then the key lives as long as the page.
    }
    return key
  }

  drop(): void {
    this.#key = undefined
    try {
      this.#storage?.removeItem(this.#name)
    } catch {
      // It was never stored, then.
    }
  }
}

function read(storage: SeatStorage | undefined, name: string): ResumeToken | undefined {
  try {
    const key = resumeTokenSchema.safeParse(storage?.getItem(name))
    return key.success ? key.data : undefined
  } catch {
    return undefined
  }
}
