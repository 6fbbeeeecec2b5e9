// SPDX-License-Identifier: Apache-2.0
// The address of the meeting's page, exactly as Jitsi's script makes it.
import { instanceParameter } from '@alcove/protocol/embed'
import type { ExternalApiOptions } from './api.ts'

export interface UrlInput {
  readonly scheme: string
  readonly domain: string
  readonly instance: number
  readonly options: ExternalApiOptions
  /** What the host page keeps for the meeting's page. */
  readonly localStorageContent: string | null
}

export function toMeetingUrl({ scheme, domain, instance, options, localStorageContent }: UrlInput): string {
  const { roomName = '', jwt, release, configOverwrite } = options
  const lang = options.lang || configOverwrite?.defaultLanguage
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ jwt, lang, release })) if (value) query.set(name, String(value))
  const search = query.toString()
  const fragment = [
    `${instanceParameter}=${instance}`,
    ...(jwt ? [`jwt=${JSON.stringify(jwt)}`] : []),
    ...['config', 'iceServers', 'interfaceConfig', 'devices', 'userInfo'].flatMap((name) => toParts(name, options)),
    ...toParts('appData', { appData: { localStorageContent } }),
  ]
  const host = domain.replace(/\s/g, '').replace(/\/$/, '')
  return `${scheme}//${host}/${roomName}${search === '' ? '' : `?${search}`}#${fragment.join('&')}`
}

/** Own keys of the first level only; deeper ones travel as JSON. */
function toParts(name: string, options: object): string[] {
  const given = new Map<string, unknown>(Object.entries(options))
  const value = given.get(`${name}Overwrite`) || given.get(name) || given.get(`${name}Override`)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(
    ([key, one]) => `${name}.${key}=${encodeURIComponent(JSON.stringify(one) ?? 'undefined')}`,
  )
}
