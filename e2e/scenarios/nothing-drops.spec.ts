// SPDX-License-Identifier: Apache-2.0
// A move is a change of what is received, never a new call: connections, transports, producers and the mute state live on.
import { expect, test } from 'vitest'
import { LabPage } from '../harness/LabPage.ts'
import { type LabPerson, waitForSenses } from '../harness/LabPerson.ts'
import { useStage } from '../harness/Stage.ts'
import { waitFor } from '../harness/waitFor.ts'
import { tapWire } from '../harness/wireTap.ts'

const stage = useStage()

interface Negotiations {
  /** How many connections were ever made. */
  made: number
  /** States that end one of them, had after it was connected. A machine that stands still makes it 'disconnected' for a moment; it lives on. */
  lost: string[]
  /** When a remote description was set, ms since 1970. */
  remote: number[]
}

/** Runs in the page before its scripts: watches every peer connection. */
function watchNegotiations(): void {
  const seen: Negotiations = { made: 0, lost: [], remote: [] }
  Object.assign(window, { negotiations: seen })
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      seen.made += 1
      let wasConnected = false
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') wasConnected = true
        else if (wasConnected && this.connectionState !== 'disconnected') seen.lost.push(this.connectionState)
      })
    }

    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      seen.remote.push(performance.timeOrigin + performance.now())
      return super.setRemoteDescription(description)
    }
  }
}

const negotiationsOf = (person: LabPerson): Promise<Negotiations> =>
  person.lab.page.evaluate(() => (window as unknown as { negotiations: Negotiations }).negotiations)

/** Old media of the move before is closed a little later, with negotiations of its own, which are not to be counted for the next move. */
function waitUntilQuiet(person: LabPerson): Promise<void> {
  let looks = 0
  return waitFor(async () => {
    const last = (await negotiationsOf(person)).remote.at(-1) ?? 0
    const quietMs = (await person.sense()).at - last
    // Of a page that stood still the first look may come before what is due.
    looks = quietMs > 600 ? looks + 1 : 0
    return looks >= 3 ? undefined : `the last negotiation was ${quietMs.toFixed(0)} ms ago`
  })
}

/** What a person sends: the numbers of the streams, with the packets sent. */
async function sentBy(person: LabPerson): Promise<Map<string, number>> {
  const entries = await person.stats('outbound-rtp')
  return new Map(entries.map(({ ssrc, packetsSent }) => [String(ssrc), Number(packetsSent)]))
}

test('across moves the same connections, transports and producers live on, and one negotiation brings the new media', async () => {
  stage.explainFailure()
  const context = await stage.context()
  await context.addInitScript(watchNegotiations)
  const [moverPage, othersPage] = [
    await LabPage.open(context, stage.server.url),
    await LabPage.open(context, stage.server.url),
  ]
  const wire = tapWire(moverPage.page)
  const meetingId = 'nothing-drops'
  const mover = await moverPage.join({ name: 'Ann', meetingId, mark: 0 })
  const bob = await othersPage.join({ name: 'Bob', meetingId, mark: 1 })
  const cem = await othersPage.join({ name: 'Cem', meetingId, mark: 2 })
  const room = String(await mover.do('createRoom'))
  await mover.do('move', cem.id, room)
  await waitForSenses([[mover, bob], [cem]])

  // Besides the two that live, the media library makes some for a moment to see what the browser can do.
  const { made } = await negotiationsOf(mover)
  const sentBefore = await sentBy(mover)
  const counts: number[] = []
  for (const [to, mates] of [
    [room, [cem]],
    ['main', [bob]],
    [room, [cem]],
    ['main', [bob]],
  ] as const) {
    await waitUntilQuiet(mover)
    wire.take()
    const from = await mover.lab.page.evaluate(() => performance.timeOrigin + performance.now())
    await mover.do('move', mover.id, to)
    await waitFor(async () => {
      const { remoteTracks } = await mover.snapshot()
      const wanted = mates.flatMap(({ id }) => [`${id}/camera`, `${id}/microphone`]).sort()
      const there = remoteTracks.map(({ participantId, source }) => `${participantId}/${source}`).sort()
      return there.join() === wanted.join() ? undefined : `tracks [${there}] are there`
    })
    const tracksAt = (await mover.lab.page.evaluate(() => window.lab.tracksChangedAt('Ann'))) ?? 0
    const { remote } = await negotiationsOf(mover)
    counts.push(remote.filter((at) => at > from && at <= tracksAt).length)
    const asked = wire.take()
    for (const type of ['media.open', 'media.connect', 'media.produce', 'media.close', 'meeting.resume']) {
      expect(asked).not.toContain(type)
    }
    expect(asked).toContain('media.granted')
    await waitForSenses(to === 'main' ? [[mover, bob], [cem]] : [[mover, cem], [bob]])
  }
  console.log(`nothing-drops: remote descriptions set before the new tracks exist: ${counts.join(', ')}`)
  for (const count of counts) expect(count).toBeLessThanOrEqual(1)

  const after = await negotiationsOf(mover)
  expect(after.made).toBe(made)
  expect(after.lost).toEqual([])
  const sentAfter = await sentBy(mover)
  expect([...sentAfter.keys()].sort()).toEqual([...sentBefore.keys()].sort())
  for (const [ssrc, packets] of sentAfter) expect(packets).toBeGreaterThan(sentBefore.get(ssrc) ?? 0)
})

test('who is muted stays muted over moves, and who unmutes is heard by the new room at once', async () => {
  stage.explainFailure()
  await stage.clear()
  const [page] = await stage.labPages(1)
  if (!page) throw new Error('no page')
  const meetingId = 'stays-muted'
  const ann = await page.join({ name: 'Ann', meetingId, mark: 0 })
  const bob = await page.join({ name: 'Bob', meetingId, mark: 1, muted: true, camera: false })
  const room = String(await ann.do('createRoom'))
  for (const to of [room, 'main', room]) {
    await ann.do('move', bob.id, to)
    await ann.do('move', ann.id, to)
    await waitFor(async () => {
      const { room: own, meeting } = await ann.view()
      if (meeting.people[bob.id as never]?.roomId !== to) return 'Bob is not there yet'
      const state = own.media[bob.id as never]?.microphone
      return state === 'muted' ? undefined : `Bob's microphone is ${state}`
    })
    expect((await bob.snapshot()).localTracks).toEqual([{ source: 'microphone', muted: true }])
  }
  expect([...(await sentBy(bob)).values()]).toEqual([0])
  await bob.do('setMuted', 'microphone', false)
  await waitForSenses([[ann, bob]], { sight: false })
})
