// SPDX-License-Identifier: Apache-2.0
// Notifications that host pages show in the meeting: plain words, for a while, perhaps with buttons.
import type { EmbedConfig } from '@alcove/protocol/embed'
import type { NoticeTone } from '../features/meeting/notices.ts'
import { type HostedPage, HostRefused } from './HostedPage.ts'
import { optionsOf, textOf } from './hostArguments.ts'

const tones: Readonly<Record<string, NoticeTone>> = { normal: 'info', success: 'info', warning: 'warn', error: 'error' }
/** As in Jitsi, unless the configuration of the page says otherwise. */
const lifetimesMs = (config: EmbedConfig): Readonly<Record<string, number>> => ({
  short: config['notificationTimeouts.short'] ?? 2500,
  medium: config['notificationTimeouts.medium'] ?? 5000,
  long: config['notificationTimeouts.long'] ?? 10_000,
  extra_long: config['notificationTimeouts.extraLong'] ?? 60_000,
  sticky: Number.POSITIVE_INFINITY,
})
const mostActions = 4
const longestText = 500

export function showNotification({ notices, page }: HostedPage, [options]: readonly unknown[]): void {
  const { title, description, uid, type = 'normal', timeout = 'short', customActions } = optionsOf(options)
  const tone = choose(tones, type)
  const forMs = choose(lifetimesMs(page.getSnapshot().config), timeout)
  if (tone === undefined || forMs === undefined)
    throw new HostRefused('REQUEST_INVALID', 'type or timeout of the notification is unknown')
  const [text, more] = [textOf(title), textOf(description)].filter((words) => words !== undefined)
  if (text === undefined) return
  const actions = (Array.isArray(customActions) ? customActions : [])
    .slice(0, mostActions)
    .map(optionsOf)
    .flatMap(({ label, uuid }) => (textOf(label) && textOf(uuid) ? [{ label: String(label), id: String(uuid) }] : []))
  const key = textOf(uid)
  notices.show({
    tone,
    text: text.slice(0, longestText),
    forMs,
    ...(more !== undefined && { more: more.slice(0, longestText) }),
    ...(key !== undefined && { key }),
    ...(actions.length > 0 && { hostActions: actions }),
  })
}

export function hideNotification({ notices }: HostedPage, [uid]: readonly unknown[]): void {
  const key = textOf(uid)
  if (key !== undefined) notices.hide(key)
}

function choose<Value>(table: Readonly<Record<string, Value>>, name: unknown): Value | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined
}
