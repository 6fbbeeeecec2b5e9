// SPDX-License-Identifier: Apache-2.0
// What happens to media when a worker stops answering or dies in the middle of anything. Only workers of these tests are stopped or killed.
import { afterEach, describe, expect, it } from 'vitest'
import {
  createLimitsByHand,
  eventually,
  type Harness,
  meetingId,
  openHarness,
  participantId,
  untilConsumers,
  wants,
} from './testing/mediaHarness.ts'

let harness: Harness

afterEach(() => harness.close())

describe('a worker that does not answer', () => {
  it('is killed by a revocation, replaced, and its people are told to open anew', async () => {
    const limits = createLimitsByHand()
    harness = await openHarness({ clock: limits })
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
    const pid = stopWorker(harness, 0)

    const revoking = harness.media.revoke(meetingId, new Map([[bob.id, []]]))
    expect(process.kill(pid, 0)).toBe(true)
    await limits.runOut(1)
    await revoking
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect(harness.heard.slice(-2)).toEqual([
      { type: 'lost', to: ada.id },
      { type: 'lost', to: bob.id },
    ])

    await untilWorkers(harness, 1)
    expect(harness.media.workerPids()).not.toContain(pid)
    const [adaAgain, bobAgain] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(adaAgain, 'microphone')]]]))
    await untilConsumers(bobAgain, 1)
  })

  it('does not hold a revocation up longer with a creation that is under way', async () => {
    const limits = createLimitsByHand()
    harness = await openHarness({ clock: limits })
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    stopWorker(harness, 0)
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    // The creation was asked of the worker by now.
    await new Promise((resolve) => setImmediate(resolve))
    const revoking = harness.media.revoke(meetingId, new Map([[bob.id, []]]))
    // That of the creation and that of the revocation, and none after them.
    await limits.runOut(2)
    await revoking
    expect(harness.heard.filter(({ type }) => type === 'granted')).toEqual([])
  })

  it('does not concern a revocation on another worker', async () => {
    // No limit runs out: it would wait for ever.
    harness = await openHarness({ workers: 2, consumersPerWorker: 1, clock: createLimitsByHand() })
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone')]]]))
    await untilConsumers(bob, 1)
    const pid = stopWorker(harness, 0)
    await harness.media.revoke(meetingId, new Map([[bob.id, []]]))
    expect(harness.media.workerPids()).toContain(pid)
  })

  it('is found by a creation that needs a pipe from it, and the rest goes on', async () => {
    const limits = createLimitsByHand()
    harness = await openHarness({ workers: 2, consumersPerWorker: 1, clock: limits })
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    const [cy, dan] = [await harness.join('cy'), await harness.join('dan', ['microphone'])]
    stopWorker(harness, 0)
    await harness.grant(new Map([[bob.id, [wants(ada, 'microphone'), wants(dan, 'microphone')]]]))
    // That of the pipe's side there, once the other side is open, then that of the proof; no third.
    await limits.runOut(1)
    await limits.runOut(1)
    await untilConsumers(bob, 1)
    expect(harness.heard.filter(({ type }) => type === 'lost')).toEqual([
      { type: 'lost', to: ada.id },
      { type: 'lost', to: cy.id },
    ])
  })

  it('asks nothing of any worker when nothing is revoked', async () => {
    harness = await openHarness({ clock: createLimitsByHand() })
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob')]
    const pid = stopWorker(harness, 0)
    await harness.media.revoke(meetingId, new Map([[bob.id, [wants(ada, 'microphone')]]]))
    expect(harness.media.workerPids()).toEqual([pid])
  })
})

describe('a worker that dies', () => {
  it('takes only its people; the others lose what they received from them', async () => {
    harness = await openHarness({ workers: 2, consumersPerWorker: 1 })
    const [ada, bob] = [await harness.join('ada', ['microphone']), await harness.join('bob', ['microphone'])]
    const [cy, dan] = [await harness.join('cy', ['microphone']), await harness.join('dan', ['microphone'])]
    await harness.grant(
      new Map([[bob.id, [wants(ada, 'microphone'), wants(cy, 'microphone'), wants(dan, 'microphone')]]]),
    )
    await untilConsumers(bob, 3)
    killWorker(harness, 0)
    await untilConsumers(bob, 1)
    expect(bob.consumers()[0]?.participantId).toBe(dan.id)
    expect(harness.heard.filter(({ type }) => type === 'lost').map(({ to }) => to)).toEqual([ada.id, cy.id])

    await untilWorkers(harness, 2)
    const adaAgain = await harness.join('ada', ['microphone'])
    await harness.grant(new Map([[bob.id, [wants(adaAgain, 'microphone'), wants(dan, 'microphone')]]]))
    await untilConsumers(bob, 2)
  })

  it('in the middle of everything leaves nothing hanging and no rejection unhandled', async () => {
    harness = await openHarness({ workers: 2, consumersPerWorker: 4 })
    const people = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => harness.join(name, ['microphone', 'camera'])),
    )
    const plan = new Map(
      people.map((receiver) => [
        receiver.id,
        people
          .filter((sender) => sender !== receiver)
          .flatMap((sender) => [wants(sender, 'microphone'), wants(sender, 'camera', 180)]),
      ]),
    )
    for (const delayMs of [0, 1, 3, 6]) {
      await harness.grant(plan)
      const opening = harness.join('late', ['microphone']).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      const pid = killWorker(harness, delayMs % 2)
      await harness.media.revoke(meetingId, new Map(people.map(({ id }) => [id, []])))
      await opening
      await untilNoticed(harness, pid)
      await untilWorkers(harness, 2)
      await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => harness.join(name, ['microphone', 'camera'])))
    }
    await harness.grant(plan)
    await Promise.all(people.map((person) => untilConsumers(person, 10)))
    expect(await harness.consumersInWorkers()).toHaveLength(60)
  })

  it('answers MEDIA_UNAVAILABLE while none lives', async () => {
    harness = await openHarness()
    const ada = await harness.join('ada')
    killWorker(harness, 0)
    await eventually(() => (harness.media.workerPids().length === 0 ? undefined : 'the worker lives'))
    const key = { meetingId, participantId: participantId('bob') }
    await expect(harness.media.open(key)).rejects.toMatchObject({ code: 'MEDIA_UNAVAILABLE', retryAfterMs: 1_000 })
    await expect(ada.produce('microphone')).rejects.toMatchObject({ code: 'MEDIA_NOT_OPEN' })
    await untilWorkers(harness, 1)
  })
})

function stopWorker({ media }: Harness, index: number): number {
  const pid = media.workerPids()[index]
  if (pid === undefined) throw new Error(`There is no worker ${index}`)
  process.kill(pid, 'SIGSTOP')
  return pid
}

function killWorker({ media }: Harness, index: number): number {
  const pid = media.workerPids()[index]
  if (pid === undefined) throw new Error(`There is no worker ${index}`)
  process.kill(pid, 'SIGKILL')
  return pid
}

function untilNoticed({ media }: Harness, pid: number): Promise<void> {
  return eventually(() => (media.workerPids().includes(pid) ? 'the death is not noticed' : undefined))
}

function untilWorkers({ media }: Harness, count: number): Promise<void> {
  return eventually(() =>
    media.workerPids().length === count ? undefined : `${media.workerPids().length} workers live`,
  )
}
