// SPDX-License-Identifier: Apache-2.0
// One person in a lab page, as scenarios see them: what they do, what they are told, what they hear and see.
import type { MeetingClient, MeetingView } from '@alcove/client'
import type { Page } from 'playwright-core'
import type { Outcome, PlainSnapshot } from '../pages/lab/main.ts'
import type { SenseRow } from '../pages/lab/Participant.ts'
import { waitFor } from './waitFor.ts'

/** A tone counts as heard above this (dB), when it stands out of what is beside it. */
const heardDb = -45
const heardProminenceDb = 20

/** The page that a person is in, as far as they need it. */
interface Lab {
  readonly page: Page
  snapshot(name: string): Promise<PlainSnapshot>
  call(name: string, action: keyof MeetingClient, args: readonly unknown[]): Promise<Outcome>
}

export class LabPerson {
  readonly lab: Lab
  readonly name: string
  readonly id: string
  readonly mark: number

  constructor(lab: Lab, name: string, id: string, mark: number) {
    this.lab = lab
    this.name = name
    this.id = id
    this.mark = mark
  }

  snapshot(): Promise<PlainSnapshot> {
    return this.lab.snapshot(this.name)
  }

  async view(): Promise<MeetingView> {
    const { view } = await this.snapshot()
    if (!view) throw new Error(`${this.name} has no view`)
    return view
  }

  /** Calls a method of this person's client. */
  try(action: keyof MeetingClient, ...args: readonly unknown[]): Promise<Outcome> {
    return this.lab.call(this.name, action, args)
  }

  /** As {@link try}, and it must succeed. */
  async do(action: keyof MeetingClient, ...args: readonly unknown[]): Promise<unknown> {
    const outcome = await this.try(action, ...args)
    if (!outcome.ok) throw new Error(`${this.name}: ${String(action)} failed with ${outcome.code}`)
    return outcome.value
  }

  sense(): Promise<SenseRow> {
    return this.lab.page.evaluate((who) => window.lab.sense(who), this.name)
  }

  stats(type: string): Promise<Record<string, unknown>[]> {
    return this.lab.page.evaluate(([who, what]) => window.lab.stats(who, what), [this.name, type] as const)
  }

  statuses(): Promise<readonly string[]> {
    return this.lab.page.evaluate((who) => window.lab.statuses(who), this.name)
  }
}

export function marksHeard({ tones }: SenseRow): number[] {
  return tones.flatMap(({ db, prominence }, mark) => (db > heardDb && prominence > heardProminenceDb ? [mark] : []))
}

/** Waits until everybody hears and sees these people and nobody else, each listed in the rooms they share. */
export async function waitForSenses(
  rooms: readonly (readonly LabPerson[])[],
  { sight = true, timeoutMs = 45_000 }: { readonly sight?: boolean; readonly timeoutMs?: number } = {},
): Promise<void> {
  const listeners = rooms.flatMap((room) =>
    room.map((person) => ({ person, others: room.filter((other) => other !== person) })),
  )
  for (const { person, others } of listeners) {
    const wanted = others.map(({ mark }) => mark).sort((a, b) => a - b)
    await waitFor(
      async () => {
        const row = await person.sense()
        const heard = marksHeard(row)
        if (heard.join() !== wanted.join()) return `${person.name} hears marks [${heard}] and should hear [${wanted}]`
        if (!sight) return undefined
        const seen = [...row.colours].sort((a, b) => a - b)
        return seen.join() === wanted.join()
          ? undefined
          : `${person.name} sees marks [${seen}] and should see [${wanted}]`
      },
      { timeoutMs },
    )
  }
}
