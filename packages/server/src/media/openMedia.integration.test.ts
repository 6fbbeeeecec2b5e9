// SPDX-License-Identifier: Apache-2.0
// The media port on real workers: what a plan names exists, all else does not.
import type { MediaPlan } from '@alcove/meeting'
import type { MediaObject } from '@alcove/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  eventually,
  type Harness,
  meetingId,
  openHarness,
  type Person,
  participantId,
  patientClock,
  untilConsumers,
  wants,
} from './testing/mediaHarness.ts'
import { audioParameters, videoParameters } from './testing/rtp.ts'

let harness: Harness

beforeEach(async () => {
  harness = await openHarness()
})
afterEach(() => harness.close())

describe('a plan', () => {
  it('becomes consumers, told together: sound running, video paused until the client is ready', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone', 'camera']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone'), wants(ada, 'camera', 180)]]]))
    await untilConsumers(bob, 2)

    expect(harness.heard).toHaveLength(1)
    expect(bob.consumers().map(({ participantId, source, kind }) => [participantId, source, kind])).toEqual([
      [ada.id, 'microphone', 'audio'],
      [ada.id, 'camera', 'video'],
    ])
    expect(await consumerStates(harness)).toEqual([
      { kind: 'audio', paused: false, layer: undefined },
      { kind: 'video', paused: true, layer: 0 },
    ])
    expect(await harness.consumersInWorkers()).toHaveLength(2)

    await harness.media.ready(bob.key, ['unknown', ...bob.consumers().map(({ consumerId }) => consumerId)])
    expect((await consumerStates(harness)).map(({ paused }) => paused)).toEqual([false, false])
  })

  it('changes the layer and not the consumer when the height changes', async () => {
    const [ada, bob] = [await harness.join('ada', ['camera']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'camera', 180)]]]))
    await untilConsumers(bob, 1)
    await harness.grant(new Map([[bob.id, [wants(ada, 'camera', 720)]]]))
    await eventually(async () =>
      (await consumerStates(harness))[0]?.layer === 2 ? undefined : 'the layer is the old one',
    )
    expect(harness.heard).toHaveLength(1)
  })

  it('leaves receivers alone that it does not name', async () => {
    const [ada, bob, cy] = [
      await harness.join('ada', ['microphone']),
      await harness.join('bob'),
      await harness.join('cy'),
    ]
    await harness.grant(everybodyHears([bob, cy], [ada]))
    await untilConsumers(cy, 1)
    await harness.grant(new Map([[bob.id, []]]))
    expect(bob.consumers()).toEqual([])
    expect(cy.consumers()).toHaveLength(1)
    expect(await harness.consumersInWorkers()).toEqual(cy.consumers().map(({ consumerId }) => consumerId))
  })

  it('skips a producer that does not exist yet and makes up for it at the next grant', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    const plan = new Map([[bob.id, [wants(ada, 'microphone'), wants(ada, 'screen', 720)]]])
    await harness.grant(plan)
    await untilConsumers(bob, 1)
    await ada.produce('screen')
    await harness.grant(plan)
    await untilConsumers(bob, 2)
  })

  it('reaches a receiver as soon as it tells its capabilities', async () => {
    const ada = await harness.join('ada', ['microphone'])
    const key = { meetingId, participantId: participantId('bob') }
    await harness.grant(new Map([[key.participantId, [wants(ada, 'microphone')]]]))
    const offer = await harness.media.open(key)
    expect(harness.heard).toEqual([])
    harness.media.setCapabilities(key, offer.routerRtpCapabilities)
    await eventually(() => (harness.heard.length === 1 ? undefined : 'nothing was granted'))
  })

  it('lets what cannot be consumed not hurt the rest', async () => {
    const ada = await harness.join('ada', ['microphone', 'camera'])
    const key = { meetingId, participantId: participantId('bob') }
    await harness.media.open(key)
    harness.media.setCapabilities(key, {
      codecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, preferredPayloadType: 100 }],
    })
    await harness.grant(new Map([[key.participantId, [wants(ada, 'camera', 180), wants(ada, 'microphone')]]]))
    await eventually(() => (harness.heard.length === 1 ? undefined : 'nothing was granted'))
    expect(harness.heard).toMatchObject([{ type: 'granted', consumers: [{ source: 'microphone' }] }])
    expect(harness.logged.filter((line) => line.startsWith('warn A consumer could not be created'))).toHaveLength(1)
  })

  it('tries what a receiver cannot take once, until it can take something else or the producer is another', async () => {
    const [ada, cy] = [await harness.join('ada', ['camera', 'microphone']), await harness.join('cy', ['microphone'])]
    const key = { meetingId, participantId: participantId('bob') }
    const { routerRtpCapabilities } = await harness.media.open(key)
    const onlySound: MediaObject = {
      codecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, preferredPayloadType: 100 }],
    }
    const refusals = () => harness.logged.filter((line) => line.startsWith('warn A consumer could not be created'))
    const untilTold = (count: number) =>
      eventually(() => (harness.heard.length === count ? undefined : `told ${harness.heard.length} times`))
    harness.media.setCapabilities(key, onlySound)
    await harness.grant(new Map([[key.participantId, [wants(ada, 'camera', 180), wants(ada, 'microphone')]]]))
    await untilTold(1)
    const all = [wants(ada, 'camera', 180), wants(ada, 'microphone'), wants(cy, 'microphone')]
    await harness.grant(new Map([[key.participantId, all]]))
    await untilTold(2)
    expect(refusals()).toHaveLength(1)

    await ada.produce('camera')
    harness.media.grant(meetingId)
    await eventually(() => (refusals().length === 2 ? undefined : 'the new camera was not tried'))
    harness.media.setCapabilities(key, routerRtpCapabilities)
    await untilTold(3)
    expect(harness.heard.at(-1)).toMatchObject({ type: 'granted', consumers: [{ source: 'camera' }] })
    expect(refusals()).toHaveLength(2)
  })

  it('brings a crowd back in slices, each receiver at once', async () => {
    const people: Person[] = []
    for (let index = 0; index < 12; index += 1) people.push(await harness.join(`p${index}`, ['microphone']))
    await harness.grant(everybodyHears(people, people))
    await Promise.all(people.map((person) => untilConsumers(person, 11)))
    expect(harness.heard).toHaveLength(12)
    expect(await harness.consumersInWorkers()).toHaveLength(12 * 11)
  })

  it('revokes everything of a mass return at once, and lets what is new wait for the slice of its receiver', async () => {
    const waiting: { readonly delayMs: number; readonly callback: () => void }[] = []
    const longestSliceMs = 500
    const after = (delayMs: number, callback: () => void) => {
      // The limits of answers run on as they do.
      if (delayMs > longestSliceMs) return patientClock.after(delayMs, callback)
      waiting.push({ delayMs, callback })
      return () => {}
    }
    const held = await openHarness({ clock: { ...patientClock, after } })
    try {
      const people: Person[] = []
      for (let index = 0; index < 12; index += 1) people.push(await held.join(`p${index}`, ['microphone']))
      const pairs = people.flatMap((person, index) => {
        const partner = people[index % 2 === 0 ? index + 1 : index - 1]
        return partner ? [[person.id, [wants(partner, 'microphone')]] as const] : []
      })
      await held.grant(new Map(pairs))
      for (const person of people) await untilConsumers(person, 1)
      expect(await held.consumersInWorkers()).toHaveLength(12)

      const before = held.heard.length
      waiting.length = 0
      const nothing: MediaPlan = new Map(people.map(({ id }) => [id, []]))
      await held.media.revoke(meetingId, nothing)
      expect(await held.consumersInWorkers()).toEqual([])
      expect(held.heard.slice(before).map(({ type }) => type)).toEqual(people.map(() => 'revoked'))

      await held.grant(everybodyHears(people, people))
      // 11 consumers each: four receivers reach the 40 of a slice; the first slice does not wait.
      await eventually(async () =>
        (await held.consumersInWorkers()).length === 44 ? undefined : 'the first slice is not there',
      )
      expect(waiting.map(({ delayMs }) => delayMs)).toEqual([50, 50, 50, 50, 100, 100, 100, 100])
      for (const { callback } of waiting.splice(0)) callback()
      for (const person of people) await untilConsumers(person, 11)
    } finally {
      await held.close()
    }
  })
})

describe('revoke', () => {
  it('has closed and told before it resolves', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone', 'camera']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone'), wants(ada, 'camera', 360)]]]))
    await untilConsumers(bob, 2)
    const before = bob.consumers().map(({ consumerId }) => consumerId)
    await harness.media.revoke(meetingId, new Map([[bob.id, []]]))
    expect(harness.heard.at(-1)).toEqual({ type: 'revoked', to: bob.id, consumerIds: before })
    expect(await harness.consumersInWorkers()).toEqual([])
  })

  it('takes a creation with it that is under way', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone', 'camera']), await harness.join('bob')]
    for (let ticks = 0; ticks < 12; ticks += 1) {
      await harness.grant(new Map([[bob.id, [wants(ada, 'microphone'), wants(ada, 'camera', 360)]]]))
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
      await harness.media.revoke(meetingId, new Map([[bob.id, []]]))
      expect(await harness.consumersInWorkers()).toEqual([])
    }
    expect(bob.consumers()).toEqual([])
  })

  it('keeps what is desired again before the creation is done', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    const plan = new Map([[bob.id, [wants(ada, 'microphone')]]])
    await harness.grant(plan)
    await Promise.all([harness.media.revoke(meetingId, new Map([[bob.id, []]])), harness.grant(plan)])
    await untilConsumers(bob, 1)
    expect(await harness.consumersInWorkers()).toHaveLength(1)
  })
})

describe('a producer', () => {
  it('is replaced by a second one of its source, for its receivers too', async () => {
    const [ada, bob] = [await harness.join('ada', ['camera']), await harness.join('bob')]
    const plan = new Map([[bob.id, [wants(ada, 'camera', 180)]]])
    await harness.grant(plan)
    await untilConsumers(bob, 1)
    const [first] = bob.consumers()
    const producerId = await ada.produce('camera')
    await harness.grant(plan)
    await eventually(() => (bob.consumers()[0]?.producerId === producerId ? undefined : 'the old producer is consumed'))
    expect(bob.consumers()).toHaveLength(1)
    expect(await harness.consumersInWorkers()).not.toContain(first?.consumerId)
    expect(harness.heard.map(({ type }) => type)).toEqual(['granted', 'revoked', 'granted'])
  })

  it('may come again under the same ids', async () => {
    const ada = await harness.join('ada')
    const camera = { source: 'camera', rtpParameters: videoParameters(), paused: false } as const
    await harness.media.produce(ada.key, camera)
    await expect(harness.media.produce(ada.key, camera)).resolves.toBeTypeOf('string')
  })

  it('takes its consumers with it when it closes, and the receivers are told', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
    harness.media.closeProducer(ada.key, 'microphone')
    await untilConsumers(bob, 0)
    expect(await harness.consumersInWorkers()).toEqual([])
  })

  it('pauses and resumes', async () => {
    const ada = await harness.join('ada', ['microphone'])
    await harness.media.setPaused(ada.key, 'microphone', true)
    await harness.media.setPaused(ada.key, 'microphone', false)
    await expect(harness.media.setPaused(ada.key, 'camera', true)).rejects.toMatchObject({ code: 'MEDIA_NOT_OPEN' })
  })
})

describe('closing', () => {
  it('closes a person, then the router after the last one', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
    harness.media.close(ada.key)
    await untilConsumers(bob, 0)
    expect(await routersInWorkers(harness)).toHaveLength(1)
    harness.media.close(bob.key)
    await untilNoRouters(harness)
  })

  it('closes a whole meeting', async () => {
    await harness.join('ada', ['microphone'])
    await harness.join('bob', ['microphone'])
    harness.media.closeMeeting(meetingId)
    await untilNoRouters(harness)
    expect(harness.transports('webrtc')).toEqual([])
  })

  it('of everything ends the workers', async () => {
    const other = await openHarness({ workers: 2 })
    const pids = other.media.workerPids()
    await other.close()
    expect(pids).toHaveLength(2)
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('does not disturb an opening that is under way', async () => {
    const key = { meetingId, participantId: participantId('ada') }
    const opening = harness.media.open(key)
    harness.media.close(key)
    await expect(opening).rejects.toMatchObject({ code: 'MEDIA_NOT_OPEN' })
    const [older, newer] = [harness.media.open(key), harness.media.open(key)]
    await expect(older).rejects.toMatchObject({ code: 'MEDIA_NOT_OPEN' })
    await newer
    expect(harness.transports('webrtc')).toHaveLength(2)
  })
})

describe('a wrong request', () => {
  it('needs open transports, and own ones', async () => {
    const ada = await harness.join('ada')
    const key = { meetingId, participantId: participantId('bob') }
    const refusal = { code: 'MEDIA_NOT_OPEN' }
    const microphone = { source: 'microphone', rtpParameters: audioParameters(), paused: false } as const
    await expect(harness.media.produce(key, microphone)).rejects.toMatchObject(refusal)
    await harness.media.open(key)
    await expect(harness.media.restartIce(key, ada.offer.send.id)).rejects.toMatchObject(refusal)
    await expect(harness.media.connect(key, ada.offer.send.id, ada.offer.send.dtlsParameters)).rejects.toMatchObject(
      refusal,
    )
  })

  it('gives new ICE parameters for an own transport and connects it once', async () => {
    const ada = await harness.join('ada')
    const { id, iceParameters, dtlsParameters } = ada.offer.send
    expect(await harness.media.restartIce(ada.key, id)).not.toEqual(iceParameters)
    const clientParameters = { ...dtlsParameters, role: 'client' }
    await harness.media.connect(ada.key, id, clientParameters)
    await expect(harness.media.connect(ada.key, id, clientParameters)).rejects.toMatchObject({ code: 'MEDIA_REFUSED' })
    // The worker was not asked: it would complain each time.
    expect(harness.logged).toEqual([])
  })

  it('is refused and leaves the worker usable, whatever it holds', async () => {
    const ada = await harness.join('ada', ['microphone'])
    const bob = await harness.join('bob')
    const accepted: unknown[] = []
    for (const parameters of hostileParameters()) {
      const produced = harness.media.produce(bob.key, {
        source: 'camera',
        rtpParameters: parameters as MediaObject,
        paused: false,
      })
      await produced.then(
        () => accepted.push(parameters),
        (error) => expect(error).toMatchObject({ code: 'MEDIA_REFUSED' }),
      )
    }
    expect(accepted).toEqual([])
    for (const parameters of [
      {},
      { fingerprints: [] },
      { fingerprints: [{ algorithm: 'x', value: 7 }] },
      { role: 1, fingerprints: 3 },
    ]) {
      const connected = harness.media.connect(bob.key, bob.offer.send.id, parameters)
      await expect(connected).rejects.toMatchObject({ code: 'MEDIA_REFUSED' })
    }
    for (const capabilities of [{ codecs: 5 }, { codecs: [{ kind: 'video' }] }, { headerExtensions: [null] }]) {
      expect(() => harness.media.setCapabilities(bob.key, capabilities)).toThrow('MEDIA_REFUSED')
    }
    const audioAsVideo = harness.media.produce(bob.key, {
      source: 'camera',
      rtpParameters: audioParameters(),
      paused: false,
    })
    await expect(audioAsVideo).rejects.toMatchObject({ code: 'MEDIA_REFUSED' })
    await bob.produce('camera')
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
  })
})

function hostileParameters(): unknown[] {
  const good = videoParameters()
  const codecs = good.codecs as object[]
  return [
    {},
    { codecs: 'x' },
    { ...good, codecs: [] },
    { ...good, codecs: [null] },
    audioParameters(),
    { ...good, codecs: [{ ...codecs[0], payloadType: 1e9 }] },
    { ...good, codecs: [{ ...codecs[0], parameters: { a: { b: 1 } } }] },
    { ...good, encodings: [{ rid: 'q', maxBitrate: 'much' }] },
    { ...good, encodings: [{ rid: 'q', maxBitrate: 1.5 }] },
    { ...good, encodings: [{ ssrc: -1 }] },
    { ...good, encodings: Array(50).fill({ rid: 'q' }) },
    { ...good, headerExtensions: [{ uri: 'urn:nobody-knows', id: 3 }] },
    { ...good, headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 3, parameters: { a: [] } }] },
    { ...good, mid: 'm'.repeat(100_000) },
  ]
}

function everybodyHears(receivers: readonly Person[], senders: readonly Person[]): MediaPlan {
  return new Map(
    receivers.map((receiver) => [
      receiver.id,
      senders.filter((sender) => sender !== receiver).map((sender) => wants(sender, 'microphone')),
    ]),
  )
}

/** As the workers tell them, audio first. */
async function consumerStates({ transports }: Harness) {
  const dumps = await Promise.all(
    transports('webrtc').flatMap((transport) => consumersOn(transport).map((consumer) => consumer.dump())),
  )
  return dumps
    .map((dump) => ({
      kind: dump.kind,
      paused: dump.paused,
      layer: 'preferredSpatialLayer' in dump ? dump.preferredSpatialLayer : undefined,
    }))
    .sort((a, b) => a.kind.localeCompare(b.kind))
}

async function routersInWorkers({ workers }: Harness): Promise<string[]> {
  return (await Promise.all(workers().map((worker) => worker.dump()))).flatMap(({ routerIds }) => routerIds)
}

function untilNoRouters(harness: Harness): Promise<void> {
  return eventually(async () => ((await routersInWorkers(harness)).length === 0 ? undefined : 'a router lives'))
}

function consumersOn(
  transport: object,
): { dump(): Promise<{ kind: string; paused: boolean; preferredSpatialLayer?: number }> }[] {
  // mediasoup keeps them in a field that its types do not show.
  return [...(transport as { consumers: Map<string, never> }).consumers.values()]
}
