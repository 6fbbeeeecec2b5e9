// SPDX-License-Identifier: Apache-2.0
// Watches the transports: restarts ICE when one stops to work, and calls it failed when that does not help in time.
import type { types } from 'mediasoup-client'
import type { Clock } from '../clock.ts'
import type { SendRequest } from '../signaling/Line.ts'
import type { ConnectionHealth } from './transports.ts'

export interface WatchHealthOptions {
  readonly transports: readonly types.Transport[]
  readonly send: SendRequest
  readonly clock: Clock
  onHealth(): void
}

/** Lost packets for a moment are no reason to restart. */
const disconnectedMs = 2_000
const restartMs = 8_000

export function watchHealth({ transports, send, clock, onHealth }: WatchHealthOptions): {
  current(): ConnectionHealth
  end(): void
} {
  const ends: (() => void)[] = []
  const states = transports.map((transport) => {
    const watch = watchTransport(transport, { send, clock, onHealth })
    ends.push(watch.end)
    return watch.current
  })
  return {
    current() {
      const all = states.map((state) => state())
      for (const health of ['failed', 'connecting', 'connected'] as const) if (all.includes(health)) return health
      return 'idle'
    },
    end() {
      for (const end of ends) end()
    },
  }
}

function watchTransport(transport: types.Transport, { send, clock, onHealth }: Omit<WatchHealthOptions, 'transports'>) {
  let health: ConnectionHealth = 'idle'
  let isRestarting = false
  let isOver = false
  let cancel = () => {}

  const become = (next: ConnectionHealth) => {
    if (isOver || health === next) return
    health = next
    onHealth()
  }
  const fail = () => become('failed')
  const restart = async () => {
    if (isRestarting || isOver) return
    isRestarting = true
    cancel()
    become('connecting')
    cancel = clock.after(restartMs, fail)
    try {
      const { iceParameters } = await send({ type: 'media.restartIce', transportId: transport.id })
      if (!isOver) await transport.restartIce({ iceParameters: iceParameters as types.IceParameters })
    } catch {
      fail()
    }
  }
  transport.on('connectionstatechange', (state) => {
    switch (state) {
      case 'connected':
        cancel()
        isRestarting = false
        return become('connected')
      case 'connecting':
        return become('connecting')
      case 'disconnected':
        if (isRestarting) return
        cancel()
        cancel = clock.after(disconnectedMs, () => void restart())
        return become('connecting')
      case 'failed':
        return void restart()
      case 'new':
      case 'closed':
        return
    }
  })
  return {
    current: () => health,
    end() {
      isOver = true
      cancel()
    },
  }
}
