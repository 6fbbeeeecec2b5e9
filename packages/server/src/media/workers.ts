// SPDX-License-Identifier: Apache-2.0
// Owns the media worker processes: one WebRtcServer on a fixed port each, and a replacement for a worker that died. Knows no meetings.
import { createWorker } from 'mediasoup'
import type { TransportListenInfo, WebRtcServer, Worker } from 'mediasoup/types'
import type { Clock, Log } from '../meetings/ports.ts'

/** One process of a worker; its replacement is another object. */
export interface LiveWorker {
  readonly index: number
  readonly worker: Worker
  readonly server: WebRtcServer
}

export interface ListenAddress {
  readonly ip: string
  /** What clients are told instead of `ip`, as behind NAT. */
  readonly announcedAddress?: string | undefined
}

export interface WorkersOptions {
  readonly count: number
  readonly listen: readonly ListenAddress[]
  /** Worker i uses port `rtcPort + i`, UDP and TCP. */
  readonly rtcPort: number
  readonly clock: Clock
  readonly log: Log
  /** Everything on the worker is closed when this is called. */
  readonly onDied: (live: LiveWorker) => void
}

export interface Workers {
  live(): readonly LiveWorker[]
  close(): Promise<void>
}

const firstRetryMs = 100
const longestRetryMs = 5_000
/** A worker that lived this long did not die of how it was started. */
const soundAfterMs = 10_000
const exitWithinMs = 1_000

/** @throws when one of the workers cannot start, for example because its port is taken. */
export async function openWorkers(options: WorkersOptions): Promise<Workers> {
  const { clock, log } = options
  const running = new Map<number, LiveWorker>()
  const retries = new Map<number, () => void>()
  const starting = new Set<Promise<void>>()
  let closing = false

  async function start(index: number, attempt: number): Promise<void> {
    const live = await startWorker(index, options)
    if (closing) return stopWorker(live.worker, clock)
    const startedAt = clock.now()
    running.set(index, live)
    live.worker.once('died', (error) => {
      running.delete(index)
      log.error({ err: error, worker: index, pid: live.worker.pid }, 'A media worker died')
      if (!closing) retry(index, clock.now() - startedAt < soundAfterMs ? attempt + 1 : 0)
      options.onDied(live)
    })
  }

  function retry(index: number, attempt: number): void {
    const delayMs = attempt === 0 ? 0 : Math.min(firstRetryMs * 2 ** (attempt - 1), longestRetryMs)
    const cancel = clock.after(delayMs, () => {
      retries.delete(index)
      const started = start(index, attempt).then(
        () => log.info({ worker: index, pid: running.get(index)?.worker.pid }, 'A media worker was replaced'),
        (error: unknown) => {
          log.error({ err: error, worker: index }, 'A media worker could not be replaced; trying again')
          if (!closing) retry(index, attempt + 1)
        },
      )
      starting.add(started)
      void started.then(() => starting.delete(started))
    })
    retries.set(index, cancel)
  }

  async function close(): Promise<void> {
    closing = true
    for (const cancel of retries.values()) cancel()
    retries.clear()
    await Promise.all([...running.values()].map((live) => stopWorker(live.worker, clock)))
    running.clear()
    await Promise.all(starting)
  }

  const first = await Promise.allSettled(Array.from({ length: options.count }, (_, index) => start(index, 0)))
  const failed = first.find((result) => result.status === 'rejected')
  if (failed) {
    await close()
    throw new Error(`The media workers could not be started: ${reasonOf(failed.reason)}`, { cause: failed.reason })
  }
  // A worker that was closed with the process's end is in the map still: only `died` takes it out.
  const live = () => [...running.values()].filter(({ worker }) => !worker.closed).sort((a, b) => a.index - b.index)
  return { live, close }
}

async function startWorker(index: number, { listen, rtcPort, clock }: WorkersOptions): Promise<LiveWorker> {
  const worker = await createWorker({ logLevel: 'warn' })
  try {
    const server = await worker.createWebRtcServer({ listenInfos: listenInfosFor(listen, rtcPort + index) })
    return { index, worker, server }
  } catch (error) {
    await stopWorker(worker, clock)
    throw new Error(whyNotListening(reasonOf(error), rtcPort + index), { cause: error })
  }
}

/** The media worker tells why in words only; those of libuv are the same on every system. */
function whyNotListening(reason: string, port: number): string {
  if (reason.includes('address already in use'))
    return `port ${port} is in use; choose others with --rtc-port, or stop what listens there (another Alcove?).`
  if (reason.includes('address not available')) return `this machine does not have one of the addresses of --listen-ip.`
  return `port ${port} cannot be used (${reason}).`
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function listenInfosFor(listen: readonly ListenAddress[], port: number): TransportListenInfo[] {
  const protocols = ['udp', 'tcp'] as const
  return listen.flatMap(({ ip, announcedAddress }) =>
    protocols.map((protocol) => ({
      protocol,
      ip,
      port,
      ...(announcedAddress === undefined ? {} : { announcedAddress }),
    })),
  )
}

/** Asks the process to end and kills it if it does not. */
async function stopWorker(worker: Worker, clock: Clock): Promise<void> {
  if (worker.died || worker.subprocessClosed) return
  const ended = new Promise<void>((resolve) => worker.once('subprocessclose', resolve))
  const cancel = clock.after(exitWithinMs, () => {
    try {
      process.kill(worker.pid, 'SIGKILL')
    } catch {
      // It ended this very moment.
    }
  })
  worker.close()
  await ended
  cancel()
}
