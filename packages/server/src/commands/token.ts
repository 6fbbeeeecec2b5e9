// SPDX-License-Identifier: Apache-2.0
// `npm run token`: makes keys with the settings that go with them, and tokens with the links that carry them. Talks to no server.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeAppId, makeKeyPair, makeSecret, type Signer, signToken } from '../auth/makeToken.ts'
import { tokenIssuersSchema } from '../config/tokenIssuers.ts'

const usage = `Usage: npm run token -- keys [--jaas] [--app-id <id>] [--file <file>]
       npm run token -- sign --room <meeting> [--moderator] [--name <name>] [--email <address>] [--user-id <id>]
                             [--hours <number>] [--url <server>] [--file <file>]

keys  makes a secret (with --jaas an app id and a key pair) and writes the settings for --tokens into the file, data/tokens.json
      unless it is said otherwise. Then: npm start -- --tokens data/tokens.json
sign  prints a link with a token that opens the meeting (* opens all), for 12 hours unless it is said otherwise. The link is the
      person's: whoever has it comes in.
`

const defaultFile = fileURLToPath(new URL('../../../../data/tokens.json', import.meta.url))

class UsageError extends Error {}

function options(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        jaas: { type: 'boolean', default: false },
        'app-id': { type: 'string' },
        file: { type: 'string', default: defaultFile },
        room: { type: 'string' },
        moderator: { type: 'boolean', default: false },
        name: { type: 'string' },
        email: { type: 'string' },
        'user-id': { type: 'string' },
        hours: { type: 'string', default: '12' },
        url: { type: 'string', default: 'http://localhost:3000' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

type Values = ReturnType<typeof options>['values']

/** Readable by this user only. */
function writeSecretly(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
}

function makeKeys({ file, jaas, 'app-id': appId }: Values): string {
  const path = resolve(file)
  if (existsSync(path)) throw new UsageError(`${path} exists already; nothing was changed. Choose another with --file.`)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const issuer = jaas
    ? makeJaasIssuer(path, appId)
    : { form: 'self-hosted', appId: appId ?? 'alcove', keys: { secret: makeSecret() } }
  const text = `${JSON.stringify([issuer], null, 2)}\n`
  if (!tokenIssuersSchema.safeParse(JSON.parse(text)).success)
    throw new UsageError('--app-id must be vpaas-magic-cookie- and 32 hex digits.')
  writeSecretly(path, text)
  return `Wrote ${path}. Now: npm start -- --tokens ${path}\n`
}

function makeJaasIssuer(file: string, given: string | undefined) {
  const folder = join(dirname(file), 'token-keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKeyPem, publicKeyPem } = makeKeyPair()
  writeSecretly(join(folder, 'first.key'), privateKeyPem)
  writeFileSync(join(folder, 'first.pem'), publicKeyPem)
  return { form: 'jaas', appId: given ?? makeAppId(), keys: { folder } }
}

function readSigner(file: string): Signer {
  const text = readFileSync(resolve(file), 'utf8')
  const issuer = tokenIssuersSchema.parse(JSON.parse(text)).at(0)
  if (issuer && 'secret' in issuer.keys) return { form: 'self-hosted', appId: issuer.appId, secret: issuer.keys.secret }
  if (issuer?.form !== 'jaas' || !('folder' in issuer.keys))
    throw new UsageError(`${file} names no secret or key of ours to sign with; make some with: npm run token -- keys`)
  const privateKeyPem = readFileSync(join(issuer.keys.folder, 'first.key'), 'utf8')
  return { form: 'jaas', appId: issuer.appId, privateKeyPem, keyName: 'first' }
}

async function sign(values: Values): Promise<string> {
  const { room, hours, url } = values
  const lifetimeHours = Number(hours)
  if (!room) throw new UsageError('--room must name a meeting, or be * for all.')
  if (!(lifetimeHours > 0 && lifetimeHours <= 24 * 366))
    throw new UsageError('--hours must be a number from 0 to 8784.')
  const { moderator, name, email, 'user-id': userId } = values
  const wish = { room, userId: userId ?? email, name, email, moderator, lifetimeHours, now: Date.now() }
  const signer = readSigner(values.file)
  const token = await signToken(signer, wish)
  const segment = room === '*' ? 'any-meeting' : encodeURIComponent(room)
  const path = signer.form === 'jaas' ? `${signer.appId}/${segment}` : segment
  return `${url.replace(/\/$/, '')}/${path}#jwt=${token}\n`
}

async function run(argv: readonly string[]): Promise<string> {
  const { values, positionals } = options(argv)
  if (values.help || positionals.length === 0) return usage
  if (positionals[0] === 'keys' && positionals.length === 1) return makeKeys(values)
  if (positionals[0] === 'sign' && positionals.length === 1) return sign(values)
  throw new UsageError(`${positionals.join(' ')} is not a command.`)
}

run(process.argv.slice(2)).then(
  (text) => process.stdout.write(text),
  (error: NodeJS.ErrnoException) => {
    const missing =
      error.code === 'ENOENT' ? `${error.path} is not there; make it with: npm run token -- keys` : error.message
    process.stderr.write(`${missing}\n${error instanceof UsageError ? `\n${usage}` : ''}`)
    process.exitCode = 2
  },
)
