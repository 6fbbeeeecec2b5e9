// SPDX-License-Identifier: Apache-2.0
// Commands that need a plan: planned beside the meeting, and checked against the meeting as it is when the plan is there.
import { type Command, type Grouped, type GroupingTask, groupPeople } from '@alcove/meeting'
import type { CommandId, ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { MeetingHandle } from './meetingHandle.ts'
import { settle } from './testing/handClock.ts'
import { createWorld, meetingId, type World } from './testing/world.ts'

let commands = 0
function frame(world: World, by: ParticipantId) {
  commands += 1
  return { by, commandId: `command-${commands}` as CommandId, at: world.clock.now() }
}

async function handleOf(world: World): Promise<MeetingHandle> {
  const command = {
    type: 'JoinMeeting',
    meetingId,
    participantId: 'ffffffff' as ParticipantId,
    displayName: 'Ann',
    tokenHash: 'hash of Ann',
    settings: world.meetings.settings,
    at: world.clock.now(),
  } as const
  return (await world.meetings.enter(meetingId, command, { known: {}, bind: () => 'same' })).handle
}

async function workshop(world: World) {
  const people = []
  for (const name of ['Ann', 'Bob', 'Cem', 'Dee', 'Eva']) people.push(await world.enter(name))
  const [ann, bob] = people
  if (!ann || !bob) throw new Error('nobody came')
  const handle = await handleOf(world)
  const plan = (): Command => ({
    type: 'PlanRounds',
    count: 3,
    seed: 1,
    wishes: { into: { rooms: 2 } },
    ...frame(world, ann),
  })
  return { ann, bob, handle, plan }
}

const eventsOf = async ({ store }: World) => (await store.read(meetingId, 1)).flatMap(({ events }) => events)

describe('a command that needs a plan', () => {
  it('is planned while the meeting goes on, and carried out for the meeting as it is then', async () => {
    const waiting: (() => void)[] = []
    const planner = {
      plan: (_: unknown, task: GroupingTask) =>
        new Promise<Grouped>((resolve) => waiting.push(() => resolve(groupPeople(task)))),
    }
    const world = createWorld({ planner })
    const { ann, bob, handle, plan } = await workshop(world)
    const planned = handle.execute(plan())
    await settle()
    // Nobody has to wait for it.
    expect(await handle.execute({ type: 'LeaveMeeting', ...frame(world, bob) })).toMatchObject({ ok: true })
    for (const release of waiting) release()
    expect(await planned).toMatchObject({ ok: true, result: { seed: 1, roundIds: [1, 2, 3] } })
    expect((await eventsOf(world)).map(({ type }) => type)).toContain('RoundsAdded')
    expect(await handle.execute({ type: 'StartNextRound', ...frame(world, ann) })).toMatchObject({ ok: true })
    const moved = (await eventsOf(world)).filter(({ type }) => type === 'ParticipantMoved')
    expect(moved).toHaveLength(3)
  })

  it('that is sent again is not planned again: it gets its first result and is stored once', async () => {
    let planned = 0
    const plan = (_: unknown, task: GroupingTask) => {
      planned += 1
      return Promise.resolve(groupPeople(task))
    }
    const world = createWorld({ planner: { plan } })
    const { handle, plan: toCommand } = await workshop(world)
    const command = toCommand()
    const first = await handle.execute(command)
    const count = (await eventsOf(world)).length
    expect(await handle.execute(command)).toEqual(first)
    expect(planned).toBe(1)
    expect(await eventsOf(world)).toHaveLength(count)
  })

  it('is not planned for those who may not, and changes nothing when it cannot be met', async () => {
    const world = createWorld({ planner: { plan: () => Promise.reject(new Error('planned')) } })
    const { ann, bob, handle, plan } = await workshop(world)
    expect(await handle.execute({ ...plan(), ...frame(world, bob) } as Command)).toMatchObject({
      error: { code: 'PERMISSION_DENIED' },
    })
    const count = (await eventsOf(world)).length
    const asked = { type: 'AutoAssign', who: 'everybody', seed: 1, wishes: { into: { roomIds: [] } } } as const
    expect(await handle.execute({ ...asked, wishes: {}, ...frame(world, ann) })).toMatchObject({
      error: { code: 'ROOM_NONE' },
    })
    expect(await eventsOf(world)).toHaveLength(count)
  })

  it('can be looked at before', async () => {
    const world = createWorld()
    const { ann, handle } = await workshop(world)
    const question = { who: 'everybody', seed: 9, wishes: { into: { rooms: 2 } } } as const
    const count = (await eventsOf(world)).length
    const found = await handle.preview({ by: ann, ...question })
    expect(await eventsOf(world)).toHaveLength(count)
    await handle.execute({ type: 'AutoAssign', ...question, ...frame(world, ann) })
    const events = await eventsOf(world)
    const rooms = events.flatMap((event) => (event.type === 'RoomCreated' ? [event.roomId] : []))
    for (const [place, { participantIds }] of (found.ok ? found.preview.groups : []).entries())
      for (const participantId of participantIds)
        expect(events).toContainEqual(
          expect.objectContaining({ type: 'ParticipantMoved', participantId, toRoomId: rooms[place] }),
        )
  })
})
