// SPDX-License-Identifier: Apache-2.0
// What moderation does beyond the core: producers are paused, connections closed, ended meetings deleted.
import type { CommandOf } from '@alcove/meeting'
import type { CommandId, ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../store/testing/index.ts'
import type { MeetingHandle } from './meetingHandle.ts'
import { Unavailable } from './ports.ts'
import { createWorld, meetingId, type World } from './testing/world.ts'

let commands = 0
function frame(world: World, by: ParticipantId) {
  commands += 1
  return { by, commandId: `command-${commands}` as CommandId, at: world.clock.now() }
}

async function two(world = createWorld()) {
  const ann = await world.enter('Ann')
  const { handle, participantId: bob } = await enter(world, 'Bob')
  return { world, ann, bob, handle }
}

async function enter(world: World, name: string): Promise<{ handle: MeetingHandle; participantId: ParticipantId }> {
  const participantId = await world.enter(name)
  const { handle } = await world.meetings.enter(
    meetingId,
    { type: 'ResumeSeat', participantId, tokenHash: `hash of ${name}`, at: world.clock.now() },
    { known: {}, bind: () => 'same' },
  )
  return { handle, participantId }
}

const microphone = { type: 'media.produce', source: 'microphone', rtpParameters: {}, paused: false } as const

async function muted() {
  const scene = await two()
  const { world, ann, bob, handle } = scene
  await handle.media.produce(bob, microphone)
  const mute: CommandOf<'StopMedia'> = {
    type: 'StopMedia',
    source: 'microphone',
    whom: { participantId: bob },
    ...frame(world, ann),
  }
  world.happened.length = 0
  await handle.execute(mute)
  return scene
}

describe('muting', () => {
  it('pauses what comes in before anybody is told', async () => {
    const { world, bob } = await muted()
    const order = world.happened.map(({ what }) => what)
    expect(world.happened).toContainEqual({ what: 'pause', who: bob, source: 'microphone', paused: true })
    expect(order.indexOf('pause')).toBeLessThan(order.indexOf('broadcast'))
    expect(order.indexOf('revoke')).toBeLessThan(order.indexOf('broadcast'))
  })

  it('holds for what the person sends anew, and against their client', async () => {
    const { world, bob, handle } = await muted()
    await expect(
      handle.media.pause(bob, { type: 'media.pause', source: 'microphone', paused: false }),
    ).rejects.toMatchObject({ code: 'MEDIA_WITHHELD' })
    await handle.media.produce(bob, microphone)
    expect(world.produced.at(-1)?.paused).toBe(true)
  })

  it('ends by the person: starting first, unmuting then', async () => {
    const { world, bob, handle } = await muted()
    world.happened.length = 0
    await handle.execute({ type: 'StartMedia', source: 'microphone', ...frame(world, bob) })
    expect(world.happened.filter(({ what }) => what === 'pause')).toEqual([])
    await handle.media.pause(bob, { type: 'media.pause', source: 'microphone', paused: false })
    expect(world.happened).toContainEqual({ what: 'pause', who: bob, source: 'microphone', paused: false })
  })
})

describe('a removed person', () => {
  it.each([
    [false, 'SEAT_REMOVED'],
    [true, 'SEAT_BARRED'],
  ])('is closed after the parts were (for good: %s)', async (bar, code) => {
    const { world, ann, bob, handle } = await two()
    world.happened.length = 0
    await handle.execute({ type: 'RemoveParticipant', participantId: bob, bar, ...frame(world, ann) })
    const toBob = world.happened.filter((happening) => 'to' in happening && happening.to === bob)
    expect(toBob.at(-1)).toEqual({ what: 'close', to: bob, error: { code, details: { by: ann } } })
    expect(toBob.filter(({ what }) => what === 'dismiss').length).toBe(3)
    handle.connectionLost(bob)
    await world.clock.pass(1)
    if (bar) await expect(world.enter('Bob')).rejects.toThrow('SEAT_BARRED')
    else expect(await world.enter('Bob')).toBe(bob)
  })
})

describe('a meeting that is ended', () => {
  const end = (world: World, by: ParticipantId) => ({ type: 'EndMeeting', ...frame(world, by) }) as const

  it('puts everybody out, keeps nothing, and its name is free at once', async () => {
    const { world, ann, bob, handle } = await two()
    world.happened.length = 0
    const ending = handle.execute(end(world, ann))
    const again = world.enter('Cem')
    expect(await ending).toMatchObject({ ok: true })
    const closed = world.happened.filter(({ what }) => what === 'close')
    expect(closed).toEqual([ann, bob].map((to) => ({ what: 'close', to, error: { code: 'MEETING_ENDED' } })))
    const cem = await again
    const events = (await world.store.read(meetingId, 1)).flatMap((commit) => commit.events)
    expect(events).toMatchObject([
      { type: 'MeetingCreated' },
      { type: 'ParticipantJoined', participantId: cem, role: 'moderator' },
    ])
  })

  it('that cannot be put away begins anew all the same, and is put away as soon as it can be', async () => {
    const store = openMemoryStore()
    const { world, ann, handle } = await two(createWorld({ store }))
    const { move: moveLog } = store
    store.move = () => Promise.reject(new Unavailable('STORE_UNAVAILABLE', 1_000))
    await handle.execute(end(world, ann))
    await world.clock.pass(1)
    await expect(world.enter('Cem')).rejects.toThrow('STORE_UNAVAILABLE')
    store.move = moveLog
    const later = createWorld({ store })
    await later.meetings.watchDue()
    expect(await store.read(meetingId, 1)).toEqual([])
    await later.enter('Cem')
    expect(await store.read(meetingId, 1)).toHaveLength(1)
  })
})
