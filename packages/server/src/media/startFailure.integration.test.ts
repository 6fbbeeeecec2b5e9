// SPDX-License-Identifier: Apache-2.0
// What is said when media workers cannot listen: the port or address, and what to do.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { memoryLog, realClock } from './testing/mediaHarness.ts'
import { openWorkers, type WorkersOptions } from './workers.ts'

function open(options: Pick<WorkersOptions, 'listen' | 'rtcPort'>): Promise<unknown> {
  return openWorkers({ ...options, count: 1, clock: realClock, log: memoryLog([]), onDied: () => {} })
}

it('names a port that is in use, and the flag that chooses another', async () => {
  const taken = createSocket('udp4').bind(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address()
  await expect(open({ listen: [{ ip: '127.0.0.1' }], rtcPort: port })).rejects.toThrow(
    `The media workers could not be started: port ${port} is in use; choose others with --rtc-port`,
  )
  taken.close()
})

it('names the flag of an address that this machine does not have', async () => {
  // 203.0.113.0/24 is for documentation: nobody has it.
  await expect(open({ listen: [{ ip: '203.0.113.7' }], rtcPort: 45_123 })).rejects.toThrow('--listen-ip')
})
