// SPDX-License-Identifier: Apache-2.0
// The planner's thread: it plans as the pure planner does, is bounded, and is replaced when a plan takes too long.
import { type GroupingTask, groupPeople } from '@alcove/meeting'
import type { MeetingId, ParticipantId } from '@alcove/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import type { Log } from '../meetings/ports.ts'
import { type OpenPlanner, openPlanner, type PlannerOptions } from './openPlanner.ts'

const logged: string[] = []
const note: Log['error'] = (_fields, message) => void logged.push(message)
const log: Log = { info: note, warn: note, error: note }
const workshop = 'workshop' as MeetingId

function task(people: number, groups: number, rounds: number, change: Partial<GroupingTask> = {}): GroupingTask {
  return {
    people: Array.from({ length: people }, (_, place) => ({
      id: place.toString(16).padStart(8, '0') as ParticipantId,
      attributes: {},
    })),
    groups: Array.from({ length: groups }, () => ({})),
    rounds,
    criteria: [],
    keepTogether: [],
    keepApart: [],
    metBefore: [],
    seed: 3,
    ...change,
  }
}
/** Cannot be planned without anybody meeting again, so that all looks are used up. */
const long = task(40, 4, 12, { looks: 400_000_000 })

let planner: OpenPlanner
const open = (options: Partial<PlannerOptions> = {}) => {
  planner = openPlanner({ log, ...options })
  return planner
}
afterEach(() => planner.close())

describe('the planner', () => {
  it('gives the same plan as the pure planner, and says what cannot be met', async () => {
    const wanted = task(20, 5, 4)
    expect(await open().plan(workshop, wanted)).toEqual(groupPeople(wanted))
    expect(await planner.plan(workshop, task(3, 2, 1, { groups: [{ capacity: 1 }] }))).toMatchObject({ ok: false })
  })

  it('plans one after the other, and refuses more than a few of one meeting', async () => {
    open()
    const plans = [1, 2, 3].map((seed) => planner.plan(workshop, task(12, 3, 2, { seed })))
    await expect(planner.plan(workshop, task(12, 3, 2))).rejects.toMatchObject({ code: 'PLANNER_BUSY' })
    const other = planner.plan('other' as MeetingId, task(12, 3, 2))
    for (const plan of [...plans, other]) expect(await plan).toMatchObject({ ok: true })
  })

  it('gives up what takes too long, and goes on with the next', async () => {
    // Long enough for the next one, even where a machine stands still for a while.
    open({ longestMs: 5_000 })
    const given = planner.plan(workshop, long)
    const next = planner.plan(workshop, task(12, 3, 2))
    await expect(given).rejects.toMatchObject({ code: 'PLANNER_BUSY' })
    expect(await next).toMatchObject({ ok: true })
    expect(logged).toContain('the planner was started anew')
  })

  it('answers those who wait when it closes', async () => {
    const given = open().plan(workshop, long)
    const refused = expect(given).rejects.toMatchObject({ code: 'SERVER_STOPPING' })
    await planner.close()
    await refused
    await expect(planner.plan(workshop, long)).rejects.toMatchObject({ code: 'SERVER_STOPPING' })
  })
})
