// SPDX-License-Identifier: Apache-2.0
// What telling so many people so much costs at least: the same bytes to the same number of connections by a bare socket.io server.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePorts } from '@alcove/e2e'
import { type Cost, Gathering } from './Gathering.ts'

const program = fileURLToPath(new URL('./bareServer.ts', import.meta.url))
/** What stands around the text of a message. */
const frameBytes = 45

export interface Told {
  readonly people: number
  readonly bytes: number
}

/** @param times how often each is measured */
export async function measureBare(wanted: readonly Told[], times: number): Promise<Cost[]> {
  const [port] = [await freePorts(1)]
  const child = spawn(process.execPath, [program, `${port}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(child.stdout, 'data')
    if (child.pid === undefined) throw new Error('the bare server has no process')
    const gathering = new Gathering(`http://127.0.0.1:${port}`, child.pid, {})
    const costs: Cost[] = []
    for (const { people, bytes } of wanted) {
      while (gathering.lines.length < people) gathering.lines.push(await gathering.open())
      const length = Math.max(0, Math.round(bytes) - frameBytes)
      const givers = Array.from({ length: times + 3 }, (_, index) => gathering.lines[index % people]).filter(
        (line) => line !== undefined,
      )
      // The first ones warm up.
      await gathering.measure(givers.slice(0, 3), (line) => line.ask({ length }))
      costs.push(await gathering.measure(givers.slice(3), (line) => line.ask({ length })))
    }
    gathering.close()
    return costs
  } finally {
    child.kill()
  }
}
