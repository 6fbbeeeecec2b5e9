// SPDX-License-Identifier: Apache-2.0
// Reads flags and environment, once, into a Config; nothing else of the server reads either. A flag beats its variable, a variable beats the default.
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { settings } from './settings.ts'

type Settings = typeof settings

/** As it was given, each setting by itself. */
type Given = {
  readonly [Key in keyof Settings]: z.output<Settings[Key]['schema']> | ReturnType<Settings[Key]['fallback']>
}

/** Durations are milliseconds. */
export type Config = Omit<Given, 'guests'> & { readonly guests: NonNullable<Given['guests']> }

/** The message is a sentence for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** One setting without its types, for code that treats all alike. */
interface AnySetting {
  readonly flag: string
  readonly variable: string
  readonly takes?: string
  readonly repeatable?: true
  readonly secret?: true
  readonly meaning: string
  readonly defaultText: string
  readonly fallback: () => unknown
  readonly schema: z.ZodType
}

const rows: readonly (readonly [string, AnySetting])[] = Object.entries(settings)

/** @param argv without program and script. @throws ConfigError */
export function loadConfig(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Config {
  const flags = parseFlags(argv)
  const values = rows.map(([key, setting]) => [key, chooseValue(setting, flags[setting.flag], env[setting.variable])])
  // Each value passed the schema of its key or is its default.
  return settle(Object.fromEntries(values) as Given)
}

/** True when the operator asks for {@link helpText} instead of a server. */
export function asksForHelp(argv: readonly string[]): boolean {
  return argv.includes('--help') || argv.includes('-h')
}

export function helpText(): string {
  const lines = rows.map(([, setting]) => {
    const repeat = setting.repeatable ? ' Repeatable; separated by commas in the variable.' : ''
    return `  ${usage(setting)}\n      ${setting.variable}. ${capitalised(setting.meaning)}.${repeat}\n      Default: ${setting.defaultText}.`
  })
  return [
    'Usage: npm start -- [flags]',
    '',
    'Every flag has an environment variable; the flag wins.',
    '',
    ...lines,
    '',
  ].join('\n')
}

/** The rows of the table in docs/operate/configuration.md. */
export function markdownRows(): readonly string[] {
  return rows.map(([, setting]) => {
    const repeat = setting.repeatable ? ' Repeatable; separated by commas in the variable.' : ''
    return `| \`${usage(setting)}\` | \`${setting.variable}\` | ${setting.defaultText} | ${capitalised(setting.meaning)}.${repeat} |`
  })
}

type Flags = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

function parseFlags(argv: readonly string[]): Flags {
  const options = rows.map(([, { flag, takes, repeatable }]) => [
    flag,
    { type: takes === undefined ? 'boolean' : 'string', multiple: repeatable ?? false } as const,
  ])
  try {
    return parseArgs({ args: [...argv], options: Object.fromEntries(options), strict: true, allowNegative: true })
      .values
  } catch (error) {
    throw new ConfigError(
      `${complaint(error instanceof Error ? error.message : String(error), argv)}; --help lists all flags.`,
    )
  }
}

/** The parser's message as a part of a sentence. */
function complaint(message: string, argv: readonly string[]): string {
  const flag = /'(--[\w-]+)/.exec(message)?.[1]
  if (/argument (is ambiguous|missing)/.test(message)) return `${flag} has no value`
  // A secret that the shell split at its spaces ends up as an argument without a flag.
  if (message.startsWith('Unexpected argument') && hasSecret(argv))
    return 'An argument belongs to no flag, perhaps because quotes are missing around a value'
  return message.split(/\.\s/)[0] ?? message
}

function hasSecret(argv: readonly string[]): boolean {
  return rows.some(([, { flag, secret }]) => secret && argv.some((argument) => argument.startsWith(`--${flag}`)))
}

function chooseValue(setting: AnySetting, flag: Flags[string], variable: string | undefined): unknown {
  if (flag !== undefined)
    return check(setting, `--${setting.flag}`, Array.isArray(flag) ? flag.map(String) : String(flag))
  // Set but empty is how compose files and unit files say "not set".
  if (variable === undefined || variable.trim() === '') return setting.fallback()
  return check(
    setting,
    setting.variable,
    setting.repeatable ? variable.split(',').map((part) => part.trim()) : variable.trim(),
  )
}

function check(setting: AnySetting, name: string, given: string | string[]): unknown {
  if (given === '') throw new ConfigError(`${name} has no value.`)
  const parsed = setting.schema.safeParse(given)
  if (parsed.success) return parsed.data
  const instead = setting.secret ? '' : `, not ${JSON.stringify(given)}`
  throw new ConfigError(`${name} must be ${parsed.error.issues[0]?.message}${instead}.`)
}

/** What follows from several settings together. */
function settle(config: Given): Config {
  if ((config.cert === undefined) !== (config.key === undefined)) {
    throw new ConfigError('--cert and --key (ALCOVE_CERT and ALCOVE_KEY) must be given together.')
  }
  if (config.rtcPort + config.workers - 1 > 65535) {
    throw new ConfigError(
      `--rtc-port must leave a port for each of the ${config.workers} workers: at most ${65536 - config.workers}.`,
    )
  }
  const guests = config.guests ?? (config.tokens.length > 0 ? 'closed' : 'first-is-moderator')
  return { ...config, guests, https: config.https || config.cert !== undefined }
}

function usage({ flag, takes }: AnySetting): string {
  return takes === undefined ? `--${flag}` : `--${flag} <${takes}>`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
