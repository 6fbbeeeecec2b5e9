// SPDX-License-Identifier: Apache-2.0
// The one table of settings: flag, environment variable, default, meaning and check of each. Loader, --help and docs/operate/configuration.md follow it.
import { availableParallelism, networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { IceServer } from '@alcove/protocol'
import { z } from 'zod'
import { jsonOrFile, parseJson } from './jsonOrFile.ts'
import { tokenIssuersSchema } from './tokenIssuers.ts'
import { webhookSettingsSchema } from './webhookSettings.ts'

/** A setting is given as text (or texts, when it may be repeated) and checked by its schema; the schema's message ends the sentence "--flag must be ...". */
interface Setting<Value> {
  readonly flag: string
  readonly variable: string
  /** What stands behind the flag; none for a switch. */
  readonly takes?: string
  readonly repeatable?: true
  /** The value is never repeated in messages. */
  readonly secret?: true
  readonly meaning: string
  /** In words, for people. */
  readonly defaultText: string
  readonly fallback: () => Value
  readonly schema: z.ZodType<Value, unknown>
}

export const settings = {
  port: {
    flag: 'port',
    variable: 'ALCOVE_PORT',
    takes: 'number',
    meaning: 'TCP port of the pages and the signaling; 0 takes a free one',
    defaultText: '3000',
    fallback: () => 3000,
    schema: integer(0, 65535),
  },
  host: {
    flag: 'host',
    variable: 'ALCOVE_HOST',
    takes: 'address',
    meaning: 'address to listen on; 127.0.0.1 keeps other machines out',
    defaultText: '0.0.0.0',
    fallback: () => '0.0.0.0',
    schema: host(),
  },
  https: {
    flag: 'https',
    variable: 'ALCOVE_HTTPS',
    meaning: 'serve TLS, with a self-signed certificate unless --cert and --key are given',
    defaultText: 'no',
    fallback: () => false,
    schema: yesOrNo(),
  },
  cert: {
    flag: 'cert',
    variable: 'ALCOVE_CERT',
    takes: 'file',
    meaning: 'certificate chain in PEM form; turns --https on and needs --key',
    defaultText: 'none',
    fallback: () => undefined,
    schema: path(),
  },
  key: {
    flag: 'key',
    variable: 'ALCOVE_KEY',
    takes: 'file',
    meaning: 'private key of the certificate in PEM form',
    defaultText: 'none',
    fallback: () => undefined,
    schema: path(),
  },
  trustProxy: {
    flag: 'trust-proxy',
    variable: 'ALCOVE_TRUST_PROXY',
    meaning: 'take client addresses and the scheme from the X-Forwarded headers of a reverse proxy; never without one',
    defaultText: 'no',
    fallback: () => false,
    schema: yesOrNo(),
  },
  data: {
    flag: 'data',
    variable: 'ALCOVE_DATA',
    takes: 'folder',
    meaning: 'where meetings, API keys and the self-signed certificate are kept; one server at a time',
    defaultText: 'the folder data of the repository',
    fallback: () => fileURLToPath(new URL('../../../../data', import.meta.url)),
    schema: path(),
  },
  ephemeral: {
    flag: 'ephemeral',
    variable: 'ALCOVE_EPHEMERAL',
    meaning:
      'keep meetings in memory only: nothing is written to disk, and everything is gone when the server stops; of the data folder only API keys are read',
    defaultText: 'no',
    fallback: () => false,
    schema: yesOrNo(),
  },
  embedOrigins: {
    flag: 'embed-origin',
    variable: 'ALCOVE_EMBED_ORIGIN',
    takes: 'origin',
    repeatable: true,
    meaning:
      'site that may show meetings in a frame, such as https://school.example.org or https://*.example.org; `*`: every page, `none`: no other site',
    defaultText: '`*`; `none` with --tokens',
    fallback: () => undefined,
    schema: embedOrigins(),
  },
  announcedAddress: {
    flag: 'announced-address',
    variable: 'ALCOVE_ANNOUNCED_ADDRESS',
    takes: 'address',
    meaning:
      'public address at which clients reach the media ports, when it is not one of this machine (NAT, containers)',
    defaultText: 'none',
    fallback: () => undefined,
    schema: host(),
  },
  listenIps: {
    flag: 'listen-ip',
    variable: 'ALCOVE_LISTEN_IP',
    takes: 'address',
    repeatable: true,
    meaning: 'IP address of this machine to take media on',
    defaultText: 'every IPv4 address of this machine, with 127.0.0.1',
    fallback: ownAddresses,
    schema: z.array(z.union([z.ipv4(), z.ipv6()], 'an IP address')).min(1, 'at least one IP address'),
  },
  rtcPort: {
    flag: 'rtc-port',
    variable: 'ALCOVE_RTC_PORT',
    takes: 'number',
    meaning: 'UDP and TCP port for media of the first worker; each further worker takes the next one',
    defaultText: '44400',
    fallback: () => 44400,
    schema: integer(1, 65535),
  },
  workers: {
    flag: 'workers',
    variable: 'ALCOVE_WORKERS',
    takes: 'number',
    meaning: 'media worker processes',
    defaultText: 'one less than there are cores, at least 1',
    fallback: () => Math.max(1, availableParallelism() - 1),
    schema: integer(1, 256),
  },
  consumersPerWorker: {
    flag: 'consumers-per-worker',
    variable: 'ALCOVE_CONSUMERS_PER_WORKER',
    takes: 'number',
    meaning: 'received streams that a worker takes before the next one is used',
    defaultText: '500',
    fallback: () => 500,
    schema: integer(1, 100_000),
  },
  iceServers: {
    flag: 'ice-servers',
    variable: 'ALCOVE_ICE_SERVERS',
    takes: 'JSON',
    secret: true,
    meaning:
      'STUN and TURN servers handed to clients, as in RTCConfiguration: [{"urls": "turn:turn.example.org", "username": "u", "credential": "c"}]',
    defaultText: '[]',
    fallback: () => [],
    schema: iceServers(),
  },
  absenceGraceMs: {
    flag: 'absence-grace',
    variable: 'ALCOVE_ABSENCE_GRACE',
    takes: 'seconds',
    meaning: 'how long a lost connection may last before others see the person gone and roles pass on',
    defaultText: '60',
    fallback: () => 60_000,
    schema: duration(1000, 1, 86_400),
  },
  meetingRetentionMs: {
    flag: 'meeting-retention',
    variable: 'ALCOVE_MEETING_RETENTION',
    takes: 'hours',
    meaning: 'how long a meeting is kept after the last person left or it was ended for all',
    defaultText: '24',
    fallback: () => 24 * 3_600_000,
    schema: duration(3_600_000, 0, 24 * 365 * 10),
  },
  preparedRetentionMs: {
    flag: 'prepared-retention',
    variable: 'ALCOVE_PREPARED_RETENTION',
    takes: 'days',
    meaning:
      'how long a meeting with a moderator link, with all that was prepared in it, is kept after the last person left',
    defaultText: '30',
    fallback: () => 30 * 24 * 3_600_000,
    schema: duration(24 * 3_600_000, 0, 3_650),
  },
  idleUnloadMs: {
    flag: 'idle-unload',
    variable: 'ALCOVE_IDLE_UNLOAD',
    takes: 'seconds',
    meaning: 'how long a meeting without connections stays in memory; it comes back from the data folder',
    defaultText: '300',
    fallback: () => 300_000,
    schema: duration(1000, 0, 86_400),
  },
  restartTimeMs: {
    flag: 'restart-time',
    variable: 'ALCOVE_RESTART_TIME',
    takes: 'seconds',
    meaning:
      'how long this server takes to start again: told to people when it stops, who come back after it one by one',
    defaultText: '2',
    fallback: () => 2_000,
    schema: duration(1000, 0, 3_600),
  },
  breakoutRooms: {
    flag: 'breakout-rooms',
    variable: 'ALCOVE_BREAKOUT_ROOMS',
    meaning:
      'let meetings use breakout rooms; --no-breakout-rooms switches them off for meetings that begin from then on',
    defaultText: 'yes',
    fallback: () => true,
    schema: yesOrNo(),
  },
  avatars: {
    flag: 'avatars',
    variable: 'ALCOVE_AVATARS',
    takes: 'which',
    meaning:
      'pictures of people that browsers fetch from other sites: vouched (those that a token or a list of people gave), all (also those that people choose for themselves) or off; for meetings that begin from then on',
    defaultText: 'vouched',
    fallback: () => 'vouched' as const,
    schema: z.enum(['off', 'vouched', 'all'], 'off, vouched or all'),
  },
  maxRooms: {
    flag: 'max-rooms',
    variable: 'ALCOVE_MAX_ROOMS',
    takes: 'number',
    meaning: 'breakout rooms that a meeting may have',
    defaultText: '100',
    fallback: () => 100,
    schema: integer(0, 1000),
  },
  maxSeats: {
    flag: 'max-seats',
    variable: 'ALCOVE_MAX_SEATS',
    takes: 'number',
    meaning: 'people that a meeting may ever have had',
    defaultText: '1000',
    fallback: () => 1000,
    schema: integer(1, 100_000),
  },
  sqliteMaxPages: {
    flag: 'sqlite-max-pages',
    variable: 'ALCOVE_SQLITE_MAX_PAGES',
    takes: 'number',
    meaning: 'largest size of the database file, in pages of 4096 bytes; when it is full, changes are refused',
    defaultText: 'none',
    fallback: () => undefined,
    schema: integer(1, 4_294_967_294),
  },
  tokens: {
    flag: 'tokens',
    variable: 'ALCOVE_TOKENS',
    takes: 'JSON or file',
    secret: true,
    meaning: 'who may sign tokens that open meetings, see docs/operate/tokens.md',
    defaultText: '[]',
    fallback: () => [],
    schema: jsonOrFile(tokenIssuersSchema, 'a list of token issuers as in docs/operate/tokens.md'),
  },
  guests: {
    flag: 'guests',
    variable: 'ALCOVE_GUESTS',
    takes: 'policy',
    meaning:
      'how people without a token come in: first-is-moderator, open (never as moderators by being first) or closed (not at all)',
    defaultText: 'closed with --tokens, first-is-moderator without',
    fallback: () => undefined,
    schema: z.enum(['first-is-moderator', 'open', 'closed'], 'first-is-moderator, open or closed'),
  },
  webhooks: {
    flag: 'webhooks',
    variable: 'ALCOVE_WEBHOOKS',
    takes: 'JSON or file',
    secret: true,
    meaning: 'which programs are told what happens in meetings, see docs/operate/webhooks.md',
    defaultText: 'none',
    fallback: () => undefined,
    schema: jsonOrFile(webhookSettingsSchema, 'webhook settings as in docs/operate/webhooks.md'),
  },
  metricsToken: {
    flag: 'metrics-token',
    variable: 'ALCOVE_METRICS_TOKEN',
    takes: 'token',
    secret: true,
    meaning: 'serve metrics for Prometheus on /metrics to those who send this bearer token',
    defaultText: 'none: no metrics are served',
    fallback: () => undefined,
    schema: z.string().min(16, 'at least 16 characters'),
  },
  logLevel: {
    flag: 'log-level',
    variable: 'ALCOVE_LOG_LEVEL',
    takes: 'level',
    meaning: 'least important lines to write: debug, info, warn, error or silent',
    defaultText: 'info',
    fallback: () => 'info' as const,
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent'),
  },
} as const satisfies Record<string, Setting<unknown>>

function integer(least: number, most: number) {
  const words = `a whole number from ${least} to ${most}`
  return z.string().regex(/^\d+$/, words).transform(Number).pipe(z.number().min(least, words).max(most, words))
}

/** Given in `unitMs`, kept in milliseconds. */
function duration(unitMs: number, least: number, most: number) {
  const words = `a number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d+(\.\d+)?$/, words)
    .transform(Number)
    .pipe(z.number().min(least, words).max(most, words))
    .transform((amount) => Math.round(amount * unitMs))
}

function yesOrNo() {
  return z
    .enum(['true', 'false', '1', '0', 'yes', 'no'], 'true or false')
    .transform((text) => /^(true|1|yes)$/.test(text))
}

function host() {
  return z.union(
    [z.ipv4(), z.ipv6(), z.string().regex(/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i)],
    'an IP address or a host name',
  )
}

function path() {
  return z.string().refine((text) => !text.includes('\0'), 'a path')
}

/** What a content security policy takes as a source, and nothing that could end it. */
function embedOrigins() {
  const origin = z
    .string()
    .regex(
      /^(\*|none|https?:\/\/(\*\.)?[a-z\d]([a-z\d.-]*[a-z\d])?(:\d{1,5})?)$/i,
      'an origin such as https://school.example.org, * or none',
    )
  return z.array(origin).transform((origins): readonly string[] => origins.filter((one) => one !== 'none'))
}

function iceServers() {
  const words = 'a JSON list of objects with urls that begin with stun:, stuns:, turn: or turns:'
  const url = z.string().regex(/^(stun|turn)s?:\S+$/)
  const server = z.strictObject({
    urls: z.union([url.transform((one) => [one]), z.array(url).min(1)]),
    username: z.string().exactOptional(),
    credential: z.string().exactOptional(),
  })
  return z.string().transform((text, context): readonly IceServer[] => {
    const parsed = z.array(server).safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    context.addIssue(words)
    return z.NEVER
  })
}

function ownAddresses(): string[] {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  return [...new Set([...outside, '127.0.0.1'])]
}
