// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asksForHelp, type Config, ConfigError, helpText, loadConfig, markdownRows } from './config.ts'
import { settings } from './settings.ts'

const all = Object.values(settings)

function load(argv: readonly string[] = [], env: Record<string, string> = {}): Config {
  return loadConfig(argv, env)
}

/** The sentence with which it is refused. */
function refusal(argv: readonly string[], env: Record<string, string> = {}): string {
  try {
    load(argv, env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).message
  }
  throw new Error(`accepted: ${argv.join(' ')} ${JSON.stringify(env)}`)
}

describe('where a value comes from', () => {
  it('the flag beats the variable, the variable beats the default', () => {
    expect(load().port).toBe(3000)
    expect(load([], { ALCOVE_PORT: '4000' }).port).toBe(4000)
    expect(load(['--port', '5000'], { ALCOVE_PORT: '4000' }).port).toBe(5000)
    expect(load(['--port=5000', '--port', '6000']).port).toBe(6000)
  })

  it('a switch is turned on by its flag and off by its negation, also against the variable', () => {
    expect(load().ephemeral).toBe(false)
    expect(load(['--ephemeral']).ephemeral).toBe(true)
    expect(load([], { ALCOVE_EPHEMERAL: 'yes' }).ephemeral).toBe(true)
    expect(load(['--no-ephemeral'], { ALCOVE_EPHEMERAL: 'true' }).ephemeral).toBe(false)
  })

  it('a variable that is set but empty is not set', () => {
    expect(load([], { ALCOVE_PORT: '', ALCOVE_HTTPS: '  ', ALCOVE_LISTEN_IP: '' })).toEqual(load())
  })

  it('other variables do not matter', () => {
    expect(load([], { PORT: '1', ALCOVE_CHROMIUM: 'x' })).toEqual(load())
  })

  it('every setting has a flag and a variable of its own, named alike', () => {
    expect(new Set(all.map(({ flag }) => flag)).size).toBe(all.length)
    for (const { flag, variable } of all) expect(variable).toBe(`ALCOVE_${flag.toUpperCase().replaceAll('-', '_')}`)
  })
})

describe('values', () => {
  it('durations become milliseconds', () => {
    const config = load(['--absence-grace', '1.5', '--meeting-retention', '2', '--idle-unload', '0'])
    expect(config).toMatchObject({ absenceGraceMs: 1_500, meetingRetentionMs: 7_200_000, idleUnloadMs: 0 })
  })

  it('what is repeatable takes several flags, or commas in its variable; flags replace the variable', () => {
    const variable = { ALCOVE_LISTEN_IP: '10.0.0.1, ::1' }
    expect(load([], variable).listenIps).toEqual(['10.0.0.1', '::1'])
    expect(load(['--listen-ip', '10.0.0.2', '--listen-ip', '10.0.0.3'], variable).listenIps).toEqual([
      '10.0.0.2',
      '10.0.0.3',
    ])
    expect(load().listenIps).toContain('127.0.0.1')
  })

  it('ICE servers may name one URL or several', () => {
    const given = [
      { urls: 'stun:stun.example.org' },
      { urls: ['turns:turn.example.org:443?transport=tcp'], username: 'u', credential: 'c' },
    ]
    expect(load(['--ice-servers', JSON.stringify(given)]).iceServers).toEqual([
      { urls: ['stun:stun.example.org'] },
      { urls: ['turns:turn.example.org:443?transport=tcp'], username: 'u', credential: 'c' },
    ])
  })

  it('a certificate turns TLS on', () => {
    expect(load(['--cert', 'c.pem', '--key', 'k.pem'])).toMatchObject({ https: true, cert: 'c.pem', key: 'k.pem' })
  })
})

describe('a value that cannot be', () => {
  it.each<[given: string[], sentence: string]>([
    [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http".'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
    [['--port', '80.5'], '--port must be a whole number from 0 to 65535, not "80.5".'],
    [['--workers', '0'], '--workers must be a whole number from 1 to 256, not "0".'],
    [['--host', 'my host'], '--host must be an IP address or a host name, not "my host".'],
    [['--announced-address', 'http://x'], '--announced-address must be an IP address or a host name, not "http://x".'],
    [['--listen-ip', 'eth0'], '--listen-ip must be an IP address, not ["eth0"].'],
    [['--absence-grace', '1m'], '--absence-grace must be a number from 1 to 86400, not "1m".'],
    [['--meeting-retention', '87601'], '--meeting-retention must be a number from 0 to 87600, not "87601".'],
    [['--data', 'a\0b'], '--data must be a path, not "a\\u0000b".'],
    [['--log-level', 'loud'], '--log-level must be debug, info, warn, error or silent, not "loud".'],
    [['--port='], '--port has no value.'],
  ])('%j is refused with its name and what it must be', (given, sentence) => {
    expect(refusal(given)).toBe(sentence)
  })

  it('is named by its variable when it came from there', () => {
    expect(refusal([], { ALCOVE_HTTPS: 'maybe' })).toBe('ALCOVE_HTTPS must be true or false, not "maybe".')
    expect(refusal([], { ALCOVE_LISTEN_IP: '10.0.0.1,eth0' })).toBe(
      'ALCOVE_LISTEN_IP must be an IP address, not ["10.0.0.1","eth0"].',
    )
  })

  it.each<[given: string[], sentence: string]>([
    [['--prot', '80'], "Unknown option '--prot'; --help lists all flags."],
    [['--port'], '--port has no value; --help lists all flags.'],
    [['--port', '--https'], '--port has no value; --help lists all flags.'],
    [['--https=yes'], "Option '--https' does not take an argument; --help lists all flags."],
    [['8080'], "Unexpected argument '8080'; --help lists all flags."],
    [['--no-port'], "Unknown option '--no-port'; --help lists all flags."],
  ])('flags that nobody knows, or without what they take: %j', (given, sentence) => {
    expect(refusal(given)).toBe(sentence)
  })
})

describe('settings that belong together', () => {
  const sentence = '--cert and --key (ALCOVE_CERT and ALCOVE_KEY) must be given together.'

  it('a certificate needs its key, wherever each comes from', () => {
    expect(refusal(['--cert', 'c.pem'])).toBe(sentence)
    expect(refusal([], { ALCOVE_KEY: 'k.pem' })).toBe(sentence)
    expect(load(['--cert', 'c.pem'], { ALCOVE_KEY: 'k.pem' }).https).toBe(true)
  })

  it('the media ports of all workers must exist', () => {
    expect(load(['--rtc-port', '65532', '--workers', '4']).rtcPort).toBe(65532)
    expect(refusal(['--rtc-port', '65533', '--workers', '4'])).toBe(
      '--rtc-port must leave a port for each of the 4 workers: at most 65532.',
    )
  })
})

describe('secrets', () => {
  const words = 'must be a JSON list of objects with urls that begin with stun:, stuns:, turn: or turns:.'

  it.each([
    ['not JSON', 'hunter2'],
    ['not a list', '{"urls": "turn:a", "credential": "hunter2"}'],
    ['of another scheme', '[{"urls": "http://hunter2"}]'],
    ['with a field that nobody knows', '[{"urls": "turn:a", "password": "hunter2"}]'],
    ['without URLs', '[{"urls": [], "credential": "hunter2"}]'],
  ])('%s: are refused without being repeated', (_words, given) => {
    expect(refusal(['--ice-servers', given])).toBe(`--ice-servers ${words}`)
    expect(refusal([], { ALCOVE_ICE_SERVERS: given })).toBe(`ALCOVE_ICE_SERVERS ${words}`)
  })

  it('that a shell took apart are not repeated either', () => {
    expect(refusal(['--ice-servers', '[{"urls":"turn:a","credential":', 'hunter2', '}]'])).not.toContain('hunter2')
    expect(refusal(['--ice-servers=[', 'hunter2'])).not.toContain('hunter2')
  })
})

describe('tokens and webhooks', () => {
  const secret = 'not to be repeated'
  const issuer = { form: 'self-hosted', appId: 'my-app', keys: { secret } }

  it('issuers get what the operator left out, and close the door to guests', () => {
    const { tokens, guests } = load(['--tokens', JSON.stringify([issuer])])
    expect(tokens).toEqual([
      {
        ...issuer,
        issuers: ['my-app'],
        audiences: ['*'],
        subjects: ['*'],
        requireExpiry: true,
        clockSkewSeconds: 30,
      },
    ])
    expect(guests).toBe('closed')
    expect(load(['--tokens', JSON.stringify([issuer]), '--guests', 'open']).guests).toBe('open')
    expect(load().guests).toBe('first-is-moderator')
  })

  it.each([
    [[{ ...issuer, form: 'other' }], 'at 0.form'],
    [[{ ...issuer, keys: { secret: 'hunter2' } }], 'at 0.keys'],
    [[{ ...issuer, keys: { secret, url: 'https://keys.example' } }], 'at 0.keys'],
    [[{ ...issuer, keys: { url: 'file:///etc/passwd' } }], 'at 0.keys'],
    [[{ form: 'jaas', appId: 'short', keys: { folder: 'keys' } }], 'at 0.appId'],
    [[{ form: 'jaas', appId: `vpaas-magic-cookie-${'a'.repeat(32)}`, keys: { secret } }], 'at 0.keys'],
  ])('%j is refused by its place, without its secrets', (given, place) => {
    const sentence = refusal([], { ALCOVE_TOKENS: JSON.stringify(given) })
    expect(sentence).toContain(place)
    expect(sentence).not.toMatch(/hunter2|not to be repeated/)
  })

  it('webhooks have names, a signature and no private addresses unless they are allowed', () => {
    const endpoint = { url: 'https://app.example.org/hooks', secret: `whsec_${'a'.repeat(32)}` }
    expect(load(['--webhooks', JSON.stringify({ endpoints: [endpoint] })]).webhooks).toEqual({
      appId: 'alcove',
      domain: 'alcove',
      endpoints: [{ ...endpoint, name: 'app.example.org', signature: 'jaas', allowAddresses: [] }],
    })
    const plain = { ...endpoint, url: 'http://127.0.0.1:9000/' }
    expect(refusal(['--webhooks', JSON.stringify({ endpoints: [plain] })])).toContain(
      'at endpoints.0.url: must be https',
    )
    const allowed = { ...plain, allowAddresses: ['127.0.0.0/8'] }
    expect(load(['--webhooks', JSON.stringify({ endpoints: [allowed] })]).webhooks?.endpoints).toHaveLength(1)
    expect(
      refusal(['--webhooks', JSON.stringify({ endpoints: [{ ...endpoint, allowAddresses: ['10.0.0.0/33'] }] })]),
    ).toContain('at endpoints.0.allowAddresses.0')
    const chat = { ...endpoint, events: ['CHAT_UPLOADED'] }
    expect(refusal(['--webhooks', JSON.stringify({ endpoints: [chat] })])).toContain('is needed for CHAT_UPLOADED')
    const publicUrl = 'https://meet.example.org/'
    expect(load(['--webhooks', JSON.stringify({ publicUrl, endpoints: [chat] })]).webhooks?.publicUrl).toBe(
      'https://meet.example.org',
    )
    expect(refusal(['--webhooks', JSON.stringify({ endpoints: [endpoint, endpoint] })])).toContain('two have one name')
  })

  it('a file that is not there is said to be none', () => {
    expect(refusal(['--tokens', '/nowhere/tokens.json'])).toBe(
      '--tokens must be a list of token issuers as in docs/operate/tokens.md, as JSON or in a file that can be read.',
    )
  })
})

describe('help', () => {
  it('is asked for by --help and -h', () => {
    expect(asksForHelp(['--port', '1', '--help'])).toBe(true)
    expect(asksForHelp(['-h'])).toBe(true)
    expect(asksForHelp(['--host', 'h'])).toBe(false)
  })

  it('names every flag, its variable, its meaning and its default', () => {
    const text = helpText()
    for (const { flag, variable, meaning, defaultText } of all) {
      expect(text).toMatch(new RegExp(`^ {2}--${flag}( |$)`, 'm'))
      expect(text).toContain(`      ${variable}. `)
      expect(text).toContain(meaning.slice(1))
      expect(text).toContain(`Default: ${defaultText}.`)
    }
  })
})

describe('docs/operate/configuration.md', () => {
  it('has exactly the rows of the table', () => {
    const page = readFileSync(new URL('../../../../docs/operate/configuration.md', import.meta.url), 'utf8')
    const rows = page.split('\n').filter((line) => line.startsWith('| `--'))
    expect(rows).toEqual(markdownRows())
  })
})
