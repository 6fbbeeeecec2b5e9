// SPDX-License-Identifier: Apache-2.0
// Two workers with a budget of one consumer each: every second person sits on the other worker, and media crosses a pipe.
import { createWorker } from 'mediasoup'
import type { PipeTransport, Producer, Router, Transport } from 'mediasoup/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaCodecs } from './codecs.ts'
import { createFence } from './fence.ts'
import { Pipes } from './pipes.ts'
import {
  eventually,
  type Harness,
  meetingId,
  memoryLog,
  openHarness,
  patientClock,
  untilConsumers,
  wants,
} from './testing/mediaHarness.ts'
import { audioParameters } from './testing/rtp.ts'

describe('a meeting on two workers', () => {
  let harness: Harness

  beforeEach(async () => {
    harness = await openHarness({ workers: 2, consumersPerWorker: 1 })
  })
  afterEach(() => harness.close())

  it('consumes across the pipe under the ids of the original producers', async () => {
    const [ada, bob] = [await harness.join('ada'), await harness.join('bob')]
    const ids = [await ada.produce('microphone'), await ada.produce('camera')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone'), wants(ada, 'camera', 360)]]]))
    await untilConsumers(bob, 2)
    expect(harness.routers()).toHaveLength(2)
    expect(bob.consumers().map(({ producerId }) => producerId)).toEqual(ids)
    expect(await pipedProducers(harness)).toBe(2)
    const [camera] = await cameraDumps(harness)
    expect(camera).toMatchObject({ type: 'simulcast', preferredSpatialLayer: 1 })
  })

  it('pipes a producer once, however many ask at the same time', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => harness.join(name)))
    const [ada] = people
    if (!ada) throw new Error('nobody joined')
    await ada.produce('microphone')
    const receivers = people.slice(1)
    await harness.grant(new Map(receivers.map((receiver) => [receiver.id, [wants(ada, 'microphone')]])))
    await Promise.all(receivers.map((receiver) => untilConsumers(receiver, 1)))
    expect(harness.routers()).toHaveLength(2)
    expect(await pipedProducers(harness)).toBe(1)
  })

  it('closes the piped producer with the last consumer that needs it, and pipes it again', async () => {
    const [ada, bob, cy, dan] = [
      await harness.join('ada', ['microphone']),
      await harness.join('bob'),
      await harness.join('cy'),
      await harness.join('dan'),
    ]
    const plan = new Map([bob, cy, dan].map((receiver) => [receiver.id, [wants(ada, 'microphone')]]))
    for (let round = 0; round < 3; round += 1) {
      await harness.grant(plan)
      await Promise.all([bob, cy, dan].map((receiver) => untilConsumers(receiver, 1)))
      expect(await pipedProducers(harness)).toBe(1)
      await harness.media.revoke(meetingId, new Map([[bob.id, []]]))
      expect(await pipedProducers(harness)).toBe(1)
      await harness.media.revoke(meetingId, new Map([[dan.id, []]]))
      await eventually(async () => ((await pipedProducers(harness)) === 0 ? undefined : 'it is piped still'))
    }
  })

  it('gives the pipe back when a revocation overtakes the grant', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    for (let ticks = 0; ticks < 20; ticks += 1) {
      await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
      for (let tick = 0; tick < ticks; tick += 1) await new Promise((resolve) => setImmediate(resolve))
      await harness.media.revoke(meetingId, new Map([[bob.id, []]]))
      expect(await harness.consumersInWorkers()).toEqual([])
    }
    await eventually(async () => ((await pipedProducers(harness)) === 0 ? undefined : 'it is piped still'))
  })

  it('creates nothing that was revoked and is wanted again until that is granted as well', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    const plan = new Map([[bob.id, [wants(ada, 'microphone')]]])
    const isPiped = new Promise<void>((resolve) => {
      for (const { observer } of harness.routers())
        observer.once('newtransport', (transport) => transport.observer.once('newproducer', () => resolve()))
    })
    await harness.grant(plan)
    // All this happens before the pipe is made.
    await harness.grant(new Map([[bob.id, []]]))
    await harness.media.revoke(meetingId, plan)
    await isPiped
    await eventually(async () => ((await pipedProducers(harness)) === 0 ? undefined : 'it is piped still'))
    expect(await harness.consumersInWorkers()).toEqual([])
    expect(harness.heard).toEqual([])
    harness.media.grant(meetingId)
    await untilConsumers(bob, 1)
  })

  it('carries pause and resume across', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.media.setPaused(ada.key, 'microphone', true)
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
    for (const paused of [true, false, true, false]) {
      await harness.media.setPaused(ada.key, 'microphone', paused)
      await eventually(async () =>
        (await producerPausedAtConsumers(harness)).every((each) => each === paused)
          ? undefined
          : `paused is not ${paused}`,
      )
    }
  })

  it('closes across, and replaces across', async () => {
    const [ada, bob] = [await harness.join('ada', ['camera']), await harness.join('bob')]
    const plan = new Map([[bob.id, [wants(ada, 'camera', 180)]]])
    await harness.grant(plan)
    await untilConsumers(bob, 1)
    const producerId = await ada.produce('camera')
    await harness.grant(plan)
    await eventually(() =>
      bob
        .consumers()
        .map((offer) => offer.producerId)
        .join() === producerId
        ? undefined
        : 'not replaced',
    )
    harness.media.closeProducer(ada.key, 'camera')
    await untilConsumers(bob, 0)
    expect(await pipedProducers(harness)).toBe(0)
  })

  it('closes a router and its pipes with its last person', async () => {
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
    harness.media.close(bob.key)
    await eventually(() =>
      harness.routers().length === 1 && harness.transports('pipe').length === 0 ? undefined : 'it lives',
    )
  })
})

describe('a pipe', () => {
  it('carries packets from worker to worker, and none after it was given back', async () => {
    const workers = await Promise.all([createWorker(), createWorker()])
    const [from, to] = await Promise.all(
      workers.map(async (worker) => ({ worker, router: await worker.createRouter({ mediaCodecs }) })),
    )
    if (!from || !to) throw new Error('no workers')
    const pipes = new Pipes(createFence(patientClock, memoryLog([])))
    const producer = await produceDirectly(from.router)
    const release = await pipes.lease(producer.id, meetingRouter(from), meetingRouter(to))
    const received = await consumeDirectly(to.router, producer.id)

    let sequence = 0
    await eventually(() => {
      sequence += 1
      producer.send(rtpPacket(producer, sequence))
      return received.count() > 3 ? undefined : `${received.count()} packets came`
    })
    release()
    await eventually(async () => ((await producersOn(to.router)) === 0 ? undefined : 'the piped producer lives'))
    for (const worker of workers) worker.close()
  })
})

function meetingRouter({ worker, router }: { worker: Awaited<ReturnType<typeof createWorker>>; router: Router }) {
  // Pipes need no WebRtcServer.
  return { live: { index: 0, worker, server: undefined as never }, router, listenTo: () => {} }
}

async function produceDirectly(router: Router): Promise<Producer> {
  const transport = await router.createDirectTransport()
  return transport.produce({ kind: 'audio', rtpParameters: audioParameters() as never })
}

async function consumeDirectly(router: Router, producerId: string): Promise<{ count(): number }> {
  const transport = await router.createDirectTransport()
  const consumer = await transport.consume({ producerId, rtpCapabilities: router.rtpCapabilities })
  let packets = 0
  consumer.on('rtp', () => {
    packets += 1
  })
  return { count: () => packets }
}

function rtpPacket(producer: Producer, sequence: number): Buffer {
  const packet = Buffer.alloc(12 + 20)
  packet[0] = 0x80
  packet[1] = 111
  packet.writeUInt16BE(sequence, 2)
  packet.writeUInt32BE(sequence * 960, 4)
  packet.writeUInt32BE(producer.rtpParameters.encodings?.[0]?.ssrc ?? 0, 8)
  return packet
}

async function producersOn(router: Router): Promise<number> {
  return (await router.dump()).mapProducerIdConsumerIds.length
}

/** Producers on receiving sides of pipes, as the workers tell. */
async function pipedProducers({ transports }: Harness): Promise<number> {
  const dumps = await Promise.all(transports('pipe').map((transport) => (transport as PipeTransport).dump()))
  return dumps.flatMap(({ producerIds }) => producerIds).length
}

interface Dumps {
  dump(): Promise<{ kind: string; type: string; producerPaused: boolean; preferredSpatialLayer?: number }>
}

function consumerDumps({ transports }: Harness) {
  // mediasoup keeps them in a field that its types do not show.
  const consumersOf = (transport: Transport) => [
    ...(transport as unknown as { consumers: Map<string, Dumps> }).consumers.values(),
  ]
  return Promise.all(
    transports('webrtc').flatMap((transport) => consumersOf(transport).map((consumer) => consumer.dump())),
  )
}

async function cameraDumps(harness: Harness) {
  return (await consumerDumps(harness)).filter(({ kind }) => kind === 'video')
}

async function producerPausedAtConsumers(harness: Harness): Promise<boolean[]> {
  return (await consumerDumps(harness)).map(({ producerPaused }) => producerPaused)
}
