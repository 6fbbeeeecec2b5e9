// SPDX-License-Identifier: Apache-2.0
// An example of the folder `examples`, started as its readers start it.
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePorts } from './freePorts.ts'
import { waitFor } from './waitFor.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export class Example {
  readonly url: string
  readonly #child: ChildProcess

  private constructor(url: string, child: ChildProcess) {
    this.url = url
    this.#child = child
  }

  /** @param command of node, to which port and server are added as flags */
  static async start(command: readonly string[], meet: string, cwd = root): Promise<Example> {
    const port = await freePorts(1)
    const args = [...command, '--port', `${port}`, '--meet', meet]
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    const url = `http://localhost:${port}`
    await waitFor(async () => {
      if (child.exitCode !== null) return `the example has ended: ${output}`
      return (await fetch(url)).ok ? undefined : 'the example answers with an error'
    })
    return new Example(url, child)
  }

  stop(): void {
    this.#child.kill('SIGTERM')
  }
}
