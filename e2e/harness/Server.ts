// SPDX-License-Identifier: Apache-2.0
// The server as scenarios start it: a process of its own on free ports with a data folder of its own, to be stopped, killed and started again.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { get as getSecurely } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { areFree, freePorts } from './freePorts.ts'
import { waitFor } from './waitFor.ts'

export interface ServerOptions {
  /** Flags of the server; ports, host and data folder are set already. */
  readonly args?: readonly string[]
  /** Kept when the server stops; without one, a temporary folder that goes with it. */
  readonly dataDir?: string
  /** Address to take media on; 127.0.0.1 by default. */
  readonly listenIp?: string
  /** Flags of Node. */
  readonly nodeArgs?: readonly string[]
  /** Another checkout of Alcove whose server is started; this one's by default. */
  readonly checkout?: string
}

/** How a start that failed ended. */
export interface FailedStart {
  readonly exitCode: number | null
  readonly output: string
}

const ownCheckout = fileURLToPath(new URL('../..', import.meta.url))
const startMs = 60_000
const stopMs = 30_000
const mostWorkers = 4

const running = new Set<Server>()
process.on('exit', () => {
  for (const server of running) server.remove()
})
// The runner ends this process by the signal, which by itself would leave the servers behind.
process.once('SIGTERM', () => process.exit(143))

/** Whatever the certificate says: scenarios know their servers. */
function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const seen = (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode)
    }
    const asking = url.startsWith('https:') ? getSecurely(url, { rejectUnauthorized: false }, seen) : get(url, seen)
    asking.on('error', reject)
  })
}

export class Server {
  readonly url: string
  readonly port: number
  /** Port for media of the first worker. */
  readonly rtcPort: number
  readonly dataDir: string
  readonly #main: string
  readonly #nodeArgs: readonly string[]
  readonly #args: readonly string[]
  readonly #isDataTemporary: boolean
  #child: ChildProcess | undefined
  #output = ''

  private constructor(port: number, rtcPort: number, options: ServerOptions) {
    const { args = [], dataDir, listenIp = '127.0.0.1', nodeArgs = [], checkout = ownCheckout } = options
    this.#main = join(checkout, 'packages/server/src/main.ts')
    this.#nodeArgs = nodeArgs
    this.port = port
    this.rtcPort = rtcPort
    const scheme = args.includes('--https') || args.includes('--cert') ? 'https' : 'http'
    this.url = `${scheme}://127.0.0.1:${port}`
    this.#isDataTemporary = dataDir === undefined
    this.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), 'alcove-e2e-'))
    const own = ['--port', `${port}`, '--host', '127.0.0.1', '--listen-ip', listenIp, '--rtc-port', `${rtcPort}`]
    this.#args = [...own, '--data', this.dataDir, ...args]
  }

  /** @throws with what the server printed when it does not come up. */
  static async start(options: ServerOptions = {}): Promise<Server> {
    const server = await Server.#make(options)
    await server.startAgain()
    return server
  }

  /** Starts a server that must not come up, and waits for its end. */
  static async startInVain(options: ServerOptions): Promise<FailedStart> {
    const server = await Server.#make(options)
    server.#spawn()
    try {
      await waitFor(() => (server.#hasEnded() ? undefined : 'the server has not exited'), { timeoutMs: startMs })
    } finally {
      await server.stop()
    }
    return { exitCode: server.#child?.exitCode ?? null, output: server.#output }
  }

  static async #make(options: ServerOptions): Promise<Server> {
    const first = await freePorts(1 + mostWorkers)
    return new Server(first, first + 1, options)
  }

  /** The same flags and data as before. */
  async startAgain(): Promise<void> {
    this.#spawn()
    await waitFor(
      async () => {
        if (this.#hasEnded()) return 'the server has exited'
        const status = await statusOf(`${this.url}/health`)
        return status === 200 ? undefined : `health answers ${status}`
      },
      { timeoutMs: startMs },
    ).catch((error: Error) => {
      this.killNow()
      throw new Error(`${error.message}\n${this.#output}`)
    })
  }

  /** Asks the server to end, as an operator does, and removes a temporary data folder. */
  async stop(): Promise<void> {
    if (!this.#hasEnded()) {
      this.#child?.kill('SIGTERM')
      await waitFor(() => (this.#hasEnded() ? undefined : 'the server does not stop'), { timeoutMs: stopMs }).catch(
        () => this.killNow(),
      )
    }
    this.remove()
  }

  /** Ends the server at once, if it still runs, and removes a temporary data folder. */
  remove(): void {
    this.killNow()
    running.delete(this)
    // Whoever was just killed may still be writing there.
    if (this.#isDataTemporary) rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }

  isRunning(): boolean {
    return !this.#hasEnded()
  }

  /** Sends a signal and waits for the end. @returns the exit code */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    process.kill(this.pid, signal)
    await waitFor(() => (this.#hasEnded() ? undefined : `the server does not end on ${signal}`), { timeoutMs: stopMs })
    return this.#child?.exitCode ?? null
  }

  /** As when the power goes: the server and its media workers. */
  async kill9(): Promise<void> {
    this.killNow()
    await waitFor(() => (this.#hasEnded() ? undefined : 'the server survives'))
    // Its ports must be free before it comes back, those of the workers, too.
    await waitFor(async () => ((await areFree(this.port, 1 + mostWorkers)) ? undefined : 'its ports are taken still'))
  }

  killNow(): void {
    const pid = this.#child?.pid
    if (pid === undefined || this.#hasEnded()) return
    const workers = this.workerPids()
    for (const each of [pid, ...workers]) {
      try {
        process.kill(each, 'SIGKILL')
      } catch {
        // It ended by itself.
      }
    }
  }

  /** @throws when the server was never started. */
  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error('the server has no process')
    return pid
  }

  /** Media workers that run now. */
  workerPids(): readonly number[] {
    try {
      const children = execFileSync('pgrep', ['-P', `${this.#child?.pid}`], { encoding: 'utf8' })
      return children.trim().split('\n').map(Number).filter(Boolean)
    } catch {
      // pgrep fails when there are none.
      return []
    }
  }

  /** What the server printed and logged since it was first started. */
  output(): string {
    return this.#output
  }

  #spawn(): void {
    running.add(this)
    const child = spawn(process.execPath, [...this.#nodeArgs, this.#main, ...this.#args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const read = (chunk: Buffer) => {
      this.#output += chunk
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
  }

  #hasEnded(): boolean {
    return !this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null
  }
}
