// SPDX-License-Identifier: Apache-2.0
// [PD1] Whoever is forgotten leaves the log also when the store fails right then.
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import { Unavailable } from './ports.ts'
import { nextId, split } from './testing/split.ts'
import { createWorld, meetingId } from './testing/world.ts'

/** Ann forgets Bob, and his name cannot be taken out of the log. */
async function forgetInVain() {
  const store = openMemoryStore()
  const world = createWorld({ store, idleUnloadMs: 1_000 })
  const scene = await split(world)
  const { rewrite } = store
  store.rewrite = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
  const { ann, bob, handle } = scene
  const forget = {
    type: 'ForgetPerson',
    participantId: bob,
    by: ann,
    commandId: nextId(),
    at: world.clock.now(),
  } as const
  await expect(handle.execute(forget)).rejects.toBeInstanceOf(Unavailable)
  const mend = () => {
    store.rewrite = rewrite
  }
  const stored = async () => JSON.stringify([await store.readAll(0, 10_000), await store.loadSnapshot(meetingId)])
  expect(await stored()).toContain('"Bob"')
  return { ...scene, store, world, mend, stored }
}

describe('forgetting that could not be carried out', () => {
  it('is as soon as the store works again', async () => {
    const { world, mend, stored } = await forgetInVain()
    await world.clock.pass(5_000)
    mend()
    await world.clock.pass(1_000)
    expect(await stored()).not.toContain('"Bob"')
  })

  it('keeps the meeting in memory once nobody is there', async () => {
    const { world, ann, handle, mend, stored } = await forgetInVain()
    handle.connectionLost(ann)
    await world.clock.pass(200_000)
    expect(world.meetings.loadedCount()).toBe(1)
    mend()
    await world.clock.pass(10_000)
    expect(world.meetings.loadedCount()).toBe(0)
    expect(await stored()).not.toContain('"Bob"')
  })

  it.each([0, 250])('is after the next start, with %i commits in between', async (count) => {
    const { world, store, ann, handle, mend, stored } = await forgetInVain()
    for (let index = 0; index < count; index += 1)
      await handle.execute({
        type: 'SendMessage',
        to: { kind: 'meeting' },
        text: `text ${index}`,
        by: ann,
        commandId: nextId(),
        at: world.clock.now() + index * 1_000,
      })
    await world.meetings.close()
    expect(await store.loadSnapshot(meetingId)).toBeUndefined()
    mend()
    await createWorld({ store }).enter('Ann')
    expect(await stored()).not.toContain('"Bob"')
  })

  it('is before the log of an ended meeting is put away', async () => {
    const { world, ann, handle, mend, stored } = await forgetInVain()
    await handle.execute({ type: 'EndMeeting', by: ann, commandId: nextId(), at: world.clock.now() })
    await world.clock.pass(0)
    expect(await world.meetings.ended.list(meetingId)).toEqual([])
    mend()
    await world.enter('Cem')
    expect(await world.meetings.ended.list(meetingId)).toHaveLength(1)
    expect(await stored()).not.toContain('"Bob"')
  })
})
