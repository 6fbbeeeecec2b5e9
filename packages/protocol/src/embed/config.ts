// SPDX-License-Identifier: Apache-2.0
// Reads what an address or a host page sets for one page. Only listed keys of the right kind get through; keys that would reach a prototype
// never do. Pure.
import { type ConfigKind, type ConfigName, configKeys, type EmbedConfig, interfaceConfigKeys } from './configKeys.ts'
import { isRecord, isUnsafeKey, parseJson } from './messages.ts'

/** What the fragment of an address says, by top-level name: `config`, `interfaceConfig`, `userInfo`, ... */
export type FragmentParameters = Readonly<Record<string, unknown>>

const maxFragmentLength = 200_000

/**
 * The parameters in the fragment of a page's address, dotted names expanded: `config.p2p.enabled=false` and `config.p2p={"enabled":false}` say
 * the same. A parameter that cannot be read is skipped, the others are kept.
 */
export function parseFragment(fragment: string): FragmentParameters {
  const text = fragment.replace(/^#/, '')
  const parameters: Record<string, unknown> = {}
  if (text.length > maxFragmentLength) return parameters
  for (const part of text.split('&')) {
    const [name = '', value = ''] = part.split('=')
    const path = name.split('.')
    if (name === '' || path.some(isUnsafeKey)) continue
    const parsed = parseValue(value)
    if (parsed !== undefined) place(parameters, path, parsed)
  }
  return parameters
}

/** What of `config` and `interfaceConfig` is known and of the right kind, over what held before. */
export function toEmbedConfig(config: unknown, interfaceConfig: unknown, before: EmbedConfig = {}): EmbedConfig {
  const entries: [string, unknown][] = Object.entries(before)
  if (isRecord(interfaceConfig)) {
    for (const [name, meant] of Object.entries(interfaceConfigKeys)) addIfFit(entries, meant, interfaceConfig[name])
  }
  if (isRecord(config)) {
    for (const name of Object.keys(configKeys)) addIfFit(entries, name, lookUp(config, name))
  }
  return Object.fromEntries(entries)
}

function addIfFit(entries: [string, unknown][], name: string, value: unknown): void {
  if (isConfigName(name) && fits[configKeys[name]](value)) entries.push([name, value])
}

function isConfigName(name: string): name is ConfigName {
  return Object.hasOwn(configKeys, name)
}

const isText = (value: unknown) => typeof value === 'string' && value.length <= 1_000

const fits: Readonly<Record<ConfigKind, (value: unknown) => boolean>> = {
  flag: (value) => typeof value === 'boolean',
  extent: (value) => typeof value === 'boolean' || isText(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  text: isText,
  texts: (value) => Array.isArray(value) && value.length <= 100 && value.every(isText),
  clicks: (value) =>
    Array.isArray(value) &&
    value.length <= 100 &&
    value.every(
      (one) => isText(one) || (isRecord(one) && isText(one.key) && typeof one.preventExecution === 'boolean'),
    ),
  buttons: (value) =>
    Array.isArray(value) &&
    value.length <= 20 &&
    value.every((one) => isRecord(one) && isText(one.id) && isText(one.text) && typeof one.icon === 'string'),
}

/** A dotted name is looked for as it stands and level by level. */
function lookUp(record: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name]
  let found: unknown = record
  for (const step of name.split('.')) {
    if (!isRecord(found) || !Object.hasOwn(found, step)) return undefined
    found = found[step]
  }
  return found
}

/** As Jitsi reads a value: percent-encoded JSON, forgiving typographic quotes and an escaped ampersand. */
function parseValue(text: string): unknown {
  try {
    const decoded = decodeURIComponent(text).replace('\\&', '&').replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
    return decoded === 'undefined' ? undefined : parseJson(decoded)
  } catch {
    return undefined
  }
}

function place(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [step = '', ...rest] = path
  if (rest.length === 0) {
    into[step] = isRecord(value) && isRecord(into[step]) ? { ...into[step], ...value } : value
    return
  }
  const existing = into[step]
  const deeper = isRecord(existing) ? { ...existing } : {}
  place(deeper, rest, value)
  into[step] = deeper
}
