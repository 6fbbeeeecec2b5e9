// SPDX-License-Identifier: Apache-2.0
import type { HelpView } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { toHelpModel, toWaitingText } from './helpModel.ts'

const people = [
  { id: 'me' },
  { id: 'ann', role: 'moderator' as const },
  { id: 'bob', roomId: roomOf('r1') },
  { id: 'cat', roomId: roomOf('r2') },
]
const rooms = { r1: { name: 'Red' }, r2: { name: 'Blue' } }
const request = (id: string, roomId: string, askedAt: number, more: Partial<HelpView> = {}): HelpView => ({
  participantId: idOf(id),
  roomId: roomOf(roomId),
  askedAt,
  ...more,
})

describe('toHelpModel', () => {
  it('offers to ask in a room, and not in the main room or while one asks', () => {
    const inRoom = [{ id: 'me', roomId: roomOf('r1') }]
    expect(toHelpModel(sampleView({ people: inRoom, rooms })).canAsk).toBe(true)
    expect(toHelpModel(sampleView({ people, rooms })).canAsk).toBe(false)
    const asking = sampleView({ people: inRoom, rooms, ownHelp: { help: { requestId: 1, askedAt: 0 } } })
    expect(toHelpModel(asking).canAsk).toBe(false)
  })

  it('tells who asked whether somebody comes, and who', () => {
    const own = (takenBy?: string) =>
      toHelpModel(
        sampleView({
          people: [{ id: 'me', roomId: roomOf('r1') }, ...people.slice(1)],
          rooms,
          ownHelp: { help: { requestId: 1, askedAt: 0, ...(takenBy !== undefined && { takenBy: idOf(takenBy) }) } },
        }),
      ).own
    expect(own()).toBe('You asked for help. The moderators know.')
    expect(own('ann')).toBe('ANN is coming to help.')
    expect(own('bob')).toBe('Somebody is here to help.')
  })

  it('has the longest waiting first, with who sees to it', () => {
    const view = sampleView({
      people,
      rooms,
      moderators: {
        help: {
          2: request('cat', 'r2', 20, { takenBy: idOf('ann'), text: 'Stuck' }),
          1: request('bob', 'r1', 30, { takenBy: idOf('me') }),
        },
      },
    })
    expect(toHelpModel(view).queue).toMatchObject([
      { requestId: 2, name: 'CAT', roomName: 'Blue', text: 'Stuck', taken: 'ANN sees to it', isMine: false },
      { requestId: 1, name: 'BOB', roomName: 'Red', taken: 'you see to it', isMine: true },
    ])
  })

  it('says how long somebody waits in whole minutes', () => {
    expect([0, 59_999, 60_000, 150_000].map((ms) => toWaitingText(1000, 1000 + ms))).toEqual([
      'just now',
      'just now',
      'for 1 minute',
      'for 2 minutes',
    ])
  })
})
