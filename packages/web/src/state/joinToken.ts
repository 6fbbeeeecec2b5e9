// SPDX-License-Identifier: Apache-2.0
// The token in a meeting's address, as `#jwt=` or `?jwt=`: taken out of the address and its history before anything else happens, and kept for this tab,
// so that a reload before joining still has it. Never shown, never logged.
import { meetingOfPath } from '@alcove/protocol'
import { tabStorage } from './tabStorage.ts'

interface Address {
  readonly pathname: string
  readonly search: string
  readonly hash: string
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem'>

const key = (meetingId: string) => `alcove.token:${meetingId}`

/** The token, and the address without it. The one behind `#` counts first, as in Jitsi; there it may stand in quotes. */
export function splitToken({ pathname, search, hash }: Address): { token: string | undefined; rest: string } {
  const fromHash = partsOf(hash, '#')
  const fromQuery = partsOf(search, '?')
  const token = [fromHash.token, fromQuery.token].find((one) => one !== undefined && one !== '')
  return { token, rest: `${pathname}${fromQuery.rest}${fromHash.rest}` }
}

/** Call once, when the page begins. */
export function takeToken(
  address: Address,
  history: Pick<History, 'replaceState'>,
  storage: TabStorage | undefined = tabStorage(),
): void {
  const { token, rest } = splitToken(address)
  if (rest !== `${address.pathname}${address.search}${address.hash}`) history.replaceState(null, '', rest)
  const meetingId = meetingOfPath(address.pathname)
  if (token !== undefined && meetingId !== undefined) keep(meetingId, token, storage)
}

/** The token with which this tab came to the meeting. */
export function keptToken(meetingId: string, storage: TabStorage | undefined = tabStorage()): string | undefined {
  return held.get(key(meetingId)) ?? storage?.getItem(key(meetingId)) ?? undefined
}

/** Where the browser keeps nothing for this page, as in some frames. */
const held = new Map<string, string>()

function keep(meetingId: string, token: string, storage: TabStorage | undefined): void {
  held.set(key(meetingId), token)
  try {
    storage?.setItem(key(meetingId), token)
  } catch {
    // Storage may be full or forbidden; this page has it.
  }
}

function partsOf(text: string, mark: '#' | '?'): { token: string | undefined; rest: string } {
  const parts = text.replace(mark, '').split('&')
  const named = parts.find((part) => part.startsWith('jwt='))
  if (named === undefined) return { token: undefined, rest: text }
  const others = parts.filter((part) => !part.startsWith('jwt=')).join('&')
  return { token: decoded(named.slice('jwt='.length)), rest: others === '' ? '' : `${mark}${others}` }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text).replace(/^"|"$/g, '')
  } catch {
    return undefined
  }
}
