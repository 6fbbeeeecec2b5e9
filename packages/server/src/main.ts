// SPDX-License-Identifier: Apache-2.0
// The composition root: reads the configuration, builds every adapter, wires them, says where it listens, and stops in order. Nobody imports it.
import { randomBytes } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiKeys } from './auth/api-keys/apiKeys.ts'
import { createAuth } from './auth/createAuth.ts'
import { keptSecret } from './auth/keptSecret.ts'
import { createPasswords } from './auth/password.ts'
import { asksForHelp, type Config, ConfigError, helpText, loadConfig } from './config/config.ts'
import { openPlanner } from './grouping/openPlanner.ts'
import {
  type Certificate,
  keptSelfSignedCertificate,
  readCertificate,
  selfSignedCertificate,
} from './http/certificate.ts'
import { openHttp } from './http/openHttp.ts'
import { type OpenMedia, openMedia } from './media/openMedia.ts'
import { createMeetings } from './meetings/createMeetings.ts'
import { openEndedMeetings } from './meetings/endedMeetings.ts'
import type { EventStore, MediaListener, MediaPort } from './meetings/ports.ts'
import { createLog, type ServerLog } from './observability/log.ts'
import { createMetrics, type Metrics } from './observability/metrics.ts'
import { openSignaling } from './signaling/openSignaling.ts'
import { openMemoryStore } from './store/memory/openMemoryStore.ts'
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts'
import { randomIds, systemClock } from './systemClock.ts'
import { openWebhooks, type Webhooks } from './webhooks/openWebhooks.ts'
import type { Outbox } from './webhooks/ports.ts'

const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url))
const embedRoot = fileURLToPath(new URL('../../embed/dist', import.meta.url))

/** IPv4 addresses under which other machines may reach this one. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}

async function certificateFor(config: Config): Promise<Certificate | undefined> {
  if (config.cert && config.key) return readCertificate(config.cert, config.key)
  if (!config.https) return undefined
  return config.ephemeral
    ? selfSignedCertificate(ownAddresses())
    : keptSelfSignedCertificate(join(config.data, 'tls'), ownAddresses())
}

async function openStore(
  config: Config,
  onLost: (cause: Error) => void,
): Promise<EventStore & { readonly outbox: Outbox }> {
  if (config.ephemeral) return openMemoryStore()
  return openSqliteStore({ path: join(config.data, 'alcove.db'), maxPageCount: config.sqliteMaxPages, onLost })
}

/**
 * @param onStoreLost nothing can be stored any more, and will not be again in this process
 * @returns how to stop in order
 */
async function start(config: Config, onStoreLost: () => void): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel)
  const database = await openStore(config, (cause) => {
    log.error({ cause }, 'the thread that writes the database has ended')
    onStoreLost()
  })
  const metrics = createMetrics({
    meetings: () => ({ loaded: meetings.loadedCount(), quarantined: meetings.quarantined().length }),
    webhookBacklog: async () => webhooks?.backlog() ?? [],
  })
  const webhooks = await startWebhooks(config, database, log, metrics)
  const store = webhooks?.store ?? database
  const certificate = await certificateFor(config)
  const http = await openHttp({
    webRoot,
    embedRoot,
    showsAvatars: config.avatars !== 'off',
    embedOrigins: config.embedOrigins ?? (config.tokens.length > 0 ? [] : ['*']),
    certificate,
    trustProxy: config.trustProxy,
    metrics: config.metricsToken ? { token: config.metricsToken, render: metrics.render } : undefined,
    health: () => ({ meetings: meetings.loadedCount(), quarantined: meetings.quarantined().length }),
  })
  const auth = createAuth({ issuers: config.tokens, guests: config.guests, now: systemClock.now })
  const passwords = createPasswords()
  const { trustProxy } = config
  const signaling = openSignaling({
    httpServer: http.server,
    auth,
    clock: systemClock,
    ids: randomIds,
    log,
    passwords,
    trustProxy,
    restartTimeMs: config.restartTimeMs,
  })

  // Media tells meetings what happened, and meetings ask media: the listener is handed over once both exist.
  let listener: MediaListener | undefined
  const media: OpenMedia = await openMedia(
    {
      workers: config.workers,
      listen: listenAddresses(config),
      rtcPort: config.rtcPort,
      consumersPerWorker: config.consumersPerWorker,
      iceServers: config.iceServers,
      log,
      clock: systemClock,
    },
    {
      onRevoked: (key, consumerIds) => listener?.onRevoked(key, consumerIds),
      onGranted: (key, consumers) => listener?.onGranted(key, consumers),
      onLost: (key) => listener?.onLost(key),
      onLevels: (meetingId, levels) => listener?.onLevels(meetingId, levels),
    },
  )
  const planner = openPlanner({ log })
  const meetings = createMeetings(
    {
      store,
      media: media satisfies MediaPort,
      planner,
      audience: signaling.audience,
      clock: systemClock,
      ids: randomIds,
      log,
      passwords,
      ...(webhooks?.askSettings && { askSettings: webhooks.askSettings }),
    },
    {
      idleUnloadMs: config.idleUnloadMs,
      settings: {
        absenceGraceMs: config.absenceGraceMs,
        retentionMs: config.meetingRetentionMs,
        maxRooms: config.maxRooms,
        maxSeats: config.maxSeats,
        breakoutRooms: config.breakoutRooms,
        avatars: config.avatars,
        tellsChat: webhooks?.readChat !== undefined,
        keyedRetentionMs: config.preparedRetentionMs,
        firstIsModerator: config.guests === 'first-is-moderator',
      },
    },
  )
  listener = meetings.mediaListener

  await meetings.watchDue()
  signaling.serve(meetings)
  const keys = openApiKeys({ folder: join(config.data, 'api-keys'), now: Date.now, isReadOnly: config.ephemeral })
  const readChat = webhooks?.readChat
  await http.serveApi({ meetings, auth, keys, passwords, clock: systemClock, ids: randomIds, log, readChat })
  const port = await http.listen(config.host, config.port)
  announce({ ...config, port }, certificate !== undefined)

  return async () => {
    await signaling.close()
    await planner.close()
    await meetings.close()
    await media.close()
    await http.close()
    await webhooks?.close()
    await database.close()
  }
}

async function startWebhooks(
  { webhooks: settings, ephemeral, data }: Config,
  store: EventStore & { readonly outbox: Outbox },
  log: ServerLog,
  { webhooks: metrics }: Metrics,
): Promise<Webhooks | undefined> {
  if (settings) {
    const linkKey = ephemeral ? randomBytes(32) : keptSecret(join(data, 'link-key'))
    const listEnded = openEndedMeetings(store, systemClock.now).list
    return openWebhooks({ settings, store, clock: systemClock, log, metrics, linkKey, listEnded })
  }
  // When webhooks are wanted again, nobody waits for what happens until then; what was not delivered would name people for ever.
  await store.outbox.abandon()
  return undefined
}

function listenAddresses({ listenIps, announcedAddress }: Config): { ip: string; announcedAddress?: string }[] {
  return listenIps.map((ip) => (announcedAddress && ip !== '127.0.0.1' ? { ip, announcedAddress } : { ip }))
}

/** Says every URL that works, what to do where cameras would not, and when nothing is kept. */
function announce({ host, port, ephemeral }: Config, isSecure: boolean): void {
  const scheme = isSecure ? 'https' : 'http'
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const isLocalOnly = host.startsWith('127.') || host === '::1' || host === 'localhost'
  const others = isEverywhere ? ownAddresses() : isLocalOnly ? [] : [host]
  const lines = ['Alcove is ready.', `  On this machine:   ${scheme}://localhost:${port}/`]
  for (const address of others) lines.push(`  From others:       ${scheme}://${address}:${port}/`)
  if (!isSecure) {
    lines.push(
      '  Browsers give cameras and microphones only to https and to localhost. For other machines: npm start -- --https,',
    )
    lines.push('  or put a proxy with TLS in front.')
  }
  if (ephemeral) lines.push('  Nothing is written to disk (--ephemeral): meetings are gone when this server stops.')
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Sentences for people, without a stack trace, for what an operator can mend. */
function explain(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'The port is in use. Choose another with --port, or stop what listens there.'
  if (code === 'EACCES') return 'The port may not be used by this user. Choose one above 1023 with --port.'
  if (code === 'EADDRNOTAVAIL') return 'This machine does not have that address. Choose another with --host.'
  return message ?? String(error)
}

/** Well below what service managers wait before they kill. */
const stopWithinMs = 20_000

async function main(): Promise<void> {
  const argv = process.argv.slice(2)
  if (asksForHelp(argv)) {
    process.stdout.write(helpText())
    return
  }
  const config = loadConfig(argv, process.env)
  // What meetings keep is nobody else's, also where the data folder was made by somebody else.
  process.umask(0o077)
  let stop = async (): Promise<void> => {}
  let stoppingSince: number | undefined
  const stopOnce = (why: string, exitCode: number) => {
    // A key press may come twice, once by whatever started this; somebody who says it again means it.
    if (stoppingSince !== undefined && performance.now() - stoppingSince > 1_000) process.exit(1)
    if (stoppingSince !== undefined) return
    stoppingSince = performance.now()
    const consequence = config.ephemeral
      ? 'Meetings were kept in memory only and are gone.'
      : 'People come back by themselves when the server is up again.'
    process.stdout.write(`${why}: stopping. ${consequence}\n`)
    setTimeout(() => {
      process.stderr.write('The server did not stop in time and ends now; what was acknowledged is kept.\n')
      process.exit(1)
    }, stopWithinMs)
    stop().then(
      () => process.exit(exitCode),
      (error) => {
        process.stderr.write(`${explain(error)}\n`)
        process.exit(1)
      },
    )
  }
  // A server that can store nothing refuses everything. A new process can: whoever supervises this one starts it again when it fails.
  stop = await start(config, () => stopOnce('Nothing can be stored any more', 1))
  process.on('SIGTERM', () => stopOnce('SIGTERM', 0))
  process.on('SIGINT', () => stopOnce('SIGINT', 0))
}

main().catch((error: unknown) => {
  process.stderr.write(`Alcove cannot start. ${explain(error)}\n`)
  process.exit(error instanceof ConfigError ? 2 : 1)
})
