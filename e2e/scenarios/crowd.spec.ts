// SPDX-License-Identifier: Apache-2.0
// A crowd splits, wanders and comes back; in the end everybody is told the same, and who listens hears exactly the room.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { expect, test } from 'vitest'
import { Crowd } from '../harness/Crowd.ts'
import type { LabPage } from '../harness/LabPage.ts'
import { marksHeard } from '../harness/LabPerson.ts'
import { seededRandom } from '../harness/random.ts'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'

const senders = 14
const silent = 46
const roomCount = 5
const wanderings = 60
const stage = useStage()

test(`${senders + silent} people are seated evenly, wander, and are brought back; everybody's view agrees`, async () => {
  stage.explainFailure()
  const random = seededRandom()
  console.log(`crowd: seed ${random.seed}`)
  const meetingId = 'crowd'
  const [listening, sending] = (await stage.labPages(2)) as [LabPage, LabPage]
  const ann = await listening.join({ name: 'Ann', meetingId, mark: 7, camera: false })
  const startedAt = Date.now()
  const crowd = await Crowd.join({ serverUrl: stage.server.url, meetingId, page: sending, senders, silent })
  const joinedAt = Date.now()
  try {
    const reference = () => ann.view()
    await crowd.waitUntilAgreed(reference)
    const rooms: RoomId[] = []
    for (let made = 0; made < roomCount; made += 1) rooms.push((await ann.do('createRoom')) as RoomId)

    await ann.do('assignRooms', 'everybody', random.integer(1000))
    await crowd.waitUntilAgreed(reference)
    const assigned = Object.values((await ann.view()).meeting.people)
    const sizes = rooms.map((room) => assigned.filter(({ roomId }) => roomId === room).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(senders + silent)

    // Everybody takes themselves anywhere at the same time.
    const wandering = Array.from({ length: wanderings }, () => {
      const client = random.pick(crowd.silent)
      const self = client.getSnapshot().view?.self.participantId as ParticipantId
      return client.move(self, random.pick(rooms))
    })
    await Promise.all([
      ...wandering,
      ...crowd.senders.slice(0, 6).map((sender) => sender.do('move', sender.id, random.pick(rooms))),
    ])
    await crowd.waitUntilAgreed(reference)

    // More voices than that are not carried one by one.
    const { people } = (await ann.view()).meeting
    const sendersIn = (room: RoomId) => crowd.senders.filter(({ id }) => people[id as ParticipantId]?.roomId === room)
    const visited = random.pick(rooms.filter((room) => sendersIn(room).length <= 8))
    await ann.do('move', ann.id, visited)
    await waitFor(async () => {
      const { meeting } = await ann.view()
      const here = crowd.senders.filter(({ id }) => meeting.people[id as ParticipantId]?.roomId === visited)
      const wanted = [...new Set(here.map(({ mark }) => mark))].sort((a, b) => a - b)
      const heard = marksHeard(await ann.sense())
      return heard.join() === wanted.join() ? undefined : `Ann hears marks [${heard}] and should hear [${wanted}]`
    })

    const before = Date.now()
    await ann.do('closeAllRooms')
    const closedMs = Date.now() - before
    await crowd.waitUntilAgreed(reference)
    const { meeting, room } = await ann.view()
    expect(Object.values(meeting.people).every(({ roomId }) => roomId === 'main')).toBe(true)
    expect(Object.values(meeting.rooms).every(({ open }) => !open)).toBe(true)
    expect(Object.values(meeting.people)).toHaveLength(senders + silent + 1)
    expect(Object.values(room.media).filter(({ microphone }) => microphone === 'on')).toHaveLength(senders + 1)
    // More voices than are carried one by one: some of them, and no more than the set of speakers holds.
    await waitFor(async () => {
      const voices = (await ann.snapshot()).remoteTracks.filter(({ source }) => source === 'microphone').length
      return voices > 0 && voices <= 8 ? undefined : `Ann receives ${voices} voices`
    })
    console.log(
      `crowd: joined in ${joinedAt - startedAt} ms, bringing all back was acknowledged after ${closedMs} ms, agreed after ${Date.now() - before} ms`,
    )
  } finally {
    crowd.close()
  }
})
