// SPDX-License-Identifier: Apache-2.0
// A meeting with two people and a room, for tests of the application layer.
import type { Command } from '@alcove/meeting'
import type { CommandId, ParticipantId, RoomId } from '@alcove/protocol'
import type { MeetingHandle } from '../meetingHandle.ts'
import { meetingId, type World } from './world.ts'

export const room = 'aaaaaaaa' as RoomId
let commands = 0

/** Of a command that was never given before. */
export function nextId(): CommandId {
  commands += 1
  return `command-${commands}` as CommandId
}

/** What somebody who is in the meeting asks through. */
export async function handleOf(world: World, name: string): Promise<MeetingHandle> {
  const { handle } = await world.meetings.enter(
    meetingId,
    {
      type: 'JoinMeeting',
      meetingId,
      participantId: 'ffffffff' as ParticipantId,
      displayName: name,
      tokenHash: `hash of ${name}`,
      settings: world.meetings.settings,
      at: world.clock.now(),
    },
    { known: {}, bind: () => 'same' },
  )
  return handle
}

/** Ann, who moderates, and Bob are in the main room, and there is another one. */
export async function split(world: World) {
  const ann = await world.enter('Ann')
  const bob = await world.enter('Bob')
  const handle = await handleOf(world, 'Ann')
  await handle.execute({ type: 'CreateRoom', roomId: room, by: ann, commandId: nextId(), at: world.clock.now() })
  /** Ann sends somebody there. */
  const move = (participantId: ParticipantId, commandId = nextId()): Command => ({
    type: 'MoveParticipant',
    participantId,
    toRoomId: room,
    by: ann,
    commandId,
    at: world.clock.now(),
  })
  return { ann, bob, handle, move }
}
