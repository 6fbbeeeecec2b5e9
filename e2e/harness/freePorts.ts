// SPDX-License-Identifier: Apache-2.0
// Ports that nobody uses at the moment, for TCP and UDP alike.
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

// Below the range from which the system gives out ports by itself, so that nobody takes one between looking and using. Who runs beside others is given
// a part of it, for the same reason.
const [lowest = 20_000, highest = 30_999] = process.env.ALCOVE_E2E_PORTS?.split('-').map(Number) ?? []
let next = lowest + (process.pid % 50) * 100

/** The first of `count` free ports in a row. */
export async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (next + count > highest) next = lowest
    const first = next
    next += count
    if (await areFree(first, count)) return first
  }
  throw new Error('no free ports were found')
}

/** Whether nobody uses any of `count` ports in a row. */
export async function areFree(first: number, count: number): Promise<boolean> {
  const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)))
  return free.every(Boolean)
}

async function isFree(port: number): Promise<boolean> {
  return (await isFreeTcp(port)) && (await isFreeUdp(port))
}

function isFreeTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
}

function isFreeUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => resolve(false))
    socket.bind(port, () => socket.close(() => resolve(true)))
  })
}
