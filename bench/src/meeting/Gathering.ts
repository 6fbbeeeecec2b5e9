// SPDX-License-Identifier: Apache-2.0
// The people of one meeting and what one command costs: time until the last of them was told, processor time of the server, bytes and messages for each.
import { performance } from 'node:perf_hooks'
import { pause } from '@alcove/e2e'
import { Line } from './Line.ts'
import { cpuMs } from './processCost.ts'

/** What a number of like commands cost. */
export interface Cost {
  /** From sending the command until the last person was told, ms, for each command. */
  readonly toldMs: readonly number[]
  /** Processor time of the server for one command. */
  readonly cpuMs: number
  /** For one command and one person other than the one who is moved or joins. */
  readonly bytesPerOther: number
  readonly messagesPerOther: number
  /** For one command, of the one who gave it. */
  readonly ownBytes: number
}

/** Everybody coming back at once. */
export interface Return {
  /** Processor time of the server for each person. */
  readonly cpuMs: number
  /** Until the last one had their seat. */
  readonly backMs: number
}

const noSeat = { participantId: '', resumeToken: '' }
const toldWithinMs = 60_000
const settleMs = 30
const quietMs = 500

/** Pings count, too; they are few. */
function totalOf(lines: readonly Line[]): { readonly bytes: number; readonly messages: number } {
  return lines.reduce((sum, line) => ({ bytes: sum.bytes + line.bytes, messages: sum.messages + line.messages }), {
    bytes: 0,
    messages: 0,
  })
}

export class Gathering {
  readonly lines: Line[] = []
  readonly #url: string
  readonly #pid: number
  readonly #auth: Record<string, unknown>
  #waiting:
    | { readonly isTold: (line: Line) => boolean; readonly missing: Set<Line>; readonly done: () => void }
    | undefined

  constructor(url: string, pid: number, auth: Record<string, unknown>) {
    this.#url = url
    this.#pid = pid
    this.#auth = auth
  }

  open(): Promise<Line> {
    return Line.open(this.#url, this.#auth, (line) => this.#told(line))
  }

  /**
   * Carries out `give` once for each of `givers`, each time waiting until `isTold` of everybody.
   * @param isTold asked of everybody who was there before, with the version of the meeting that everybody had
   */
  async measure(
    givers: readonly Line[],
    give: (giver: Line) => Promise<unknown>,
    isTold: (line: Line, versionBefore: number) => boolean = (line, versionBefore) =>
      line.meetingVersion > versionBefore,
  ): Promise<Cost> {
    const everybody = [...new Set([...this.lines, ...givers])]
    const before = { cpuMs: cpuMs(this.#pid), ...totalOf(everybody) }
    const own = { bytes: 0, messages: 0 }
    const toldMs: number[] = []
    let others = 0
    for (const giver of givers) {
      const { bytes, messages } = giver
      const versionBefore = this.#agreedVersion()
      const told = this.#waitUntil((line) => isTold(line, versionBefore))
      const startedAt = performance.now()
      await Promise.all([give(giver), told])
      toldMs.push(performance.now() - startedAt)
      own.bytes += giver.bytes - bytes
      own.messages += giver.messages - messages
      if (!this.lines.includes(giver)) this.lines.push(giver)
      others += this.lines.length - 1
    }
    // What is not waited for may still be on its way.
    await pause(settleMs)
    const after = { cpuMs: cpuMs(this.#pid), ...totalOf(everybody) }
    return {
      toldMs,
      cpuMs: (after.cpuMs - before.cpuMs) / givers.length,
      bytesPerOther: (after.bytes - before.bytes - own.bytes) / Math.max(1, others),
      messagesPerOther: (after.messages - before.messages - own.messages) / Math.max(1, others),
      ownBytes: own.bytes / givers.length,
    }
  }

  /**
   * Everybody loses their connection and comes back at the same moment.
   * @returns what each return costs the server, and how long it took until the last one was back
   */
  async measureReturn(): Promise<Return> {
    const seats = this.lines.map(({ participantId, resumeToken }) => ({ participantId, resumeToken }))
    this.close()
    const people = seats.length
    this.lines.splice(0, people)
    while (this.lines.length < people) this.lines.push(await this.open())
    await quiet(this.#pid)
    const before = cpuMs(this.#pid)
    const startedAt = performance.now()
    await Promise.all(this.lines.map((line, index) => line.resume(seats[index] ?? noSeat)))
    const backMs = performance.now() - startedAt
    await quiet(this.#pid)
    return { cpuMs: (cpuMs(this.#pid) - before) / people, backMs }
  }

  close(): void {
    for (const line of this.lines) line.close()
  }

  #agreedVersion(): number {
    return this.lines.reduce((highest, { meetingVersion }) => Math.max(highest, meetingVersion), 0)
  }

  #told(line: Line): void {
    const waiting = this.#waiting
    if (!waiting?.isTold(line)) return
    waiting.missing.delete(line)
    if (waiting.missing.size === 0) waiting.done()
  }

  async #waitUntil(isTold: (line: Line) => boolean): Promise<void> {
    const missing = new Set(this.lines)
    if (missing.size === 0) return
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${missing.size} people were told nothing`)), toldWithinMs)
      this.#waiting = { isTold, missing, done: resolve }
    })
    clearTimeout(timer)
    this.#waiting = undefined
  }
}

/** Until the server has nothing to do any more but what it always does. */
async function quiet(pid: number): Promise<void> {
  for (;;) {
    const before = cpuMs(pid)
    await pause(quietMs)
    if (cpuMs(pid) - before < quietMs / 10) return
  }
}
