// SPDX-License-Identifier: Apache-2.0
// What a moderator link (`#moderator=`) or a personal link (`#code=`) says, or the person typed: taken out of the address and its history when the page begins, and kept
// for this tab until it has opened the door. Never shown, never logged. Only behind `#`: the rest of an address goes to the server, and into its logs.
import { claimCodeSchema, meetingOfPath, moderatorKeySchema } from '@alcove/protocol'
import { tabStorage } from './tabStorage.ts'

export interface LinkSecrets {
  readonly moderatorKey: string | undefined
  readonly claimCode: string | undefined
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type Address = Pick<Location, 'pathname' | 'search' | 'hash'>

const names = { moderatorKey: 'moderator', claimCode: 'code' } as const
const kinds = ['moderatorKey', 'claimCode'] as const
const keyOf = (kind: keyof LinkSecrets, meetingId: string) => `alcove.${kind}:${meetingId}`

/** The secrets, and the address without them. What cannot be one is taken out and forgotten. */
export function splitSecrets({ pathname, search, hash }: Address): { secrets: LinkSecrets; rest: string } {
  const parts = hash.replace('#', '').split('&')
  const isSecret = (part: string) => kinds.some((kind) => part.startsWith(`${names[kind]}=`))
  if (!parts.some(isSecret))
    return { secrets: { moderatorKey: undefined, claimCode: undefined }, rest: `${pathname}${search}${hash}` }
  const saidOf = (name: string) => parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
  const others = parts.filter((part) => !isSecret(part)).join('&')
  return {
    secrets: {
      moderatorKey: moderatorKeySchema.safeParse(saidOf(names.moderatorKey)).data,
      claimCode: claimCodeSchema.safeParse(saidOf(names.claimCode)).data,
    },
    rest: `${pathname}${search}${others === '' ? '' : `#${others}`}`,
  }
}

/** Call once, when the page begins. */
export function takeSecrets(
  address: Address,
  history: Pick<History, 'replaceState'>,
  storage: TabStorage | undefined = tabStorage(),
): void {
  const { secrets, rest } = splitSecrets(address)
  if (rest !== `${address.pathname}${address.search}${address.hash}`) history.replaceState(null, '', rest)
  const meetingId = meetingOfPath(address.pathname)
  if (meetingId === undefined) return
  for (const kind of kinds) {
    const secret = secrets[kind]
    if (secret !== undefined) keep(keyOf(kind, meetingId), secret, storage)
  }
}

/** Keeps a code that the person typed. False: it cannot be one. */
export function keepClaimCode(
  meetingId: string,
  typed: string,
  storage: TabStorage | undefined = tabStorage(),
): boolean {
  const { success, data } = claimCodeSchema.safeParse(typed)
  if (success) keep(keyOf('claimCode', meetingId), data, storage)
  return success
}

/** With which this tab came to the meeting, as long as it has not joined. */
export function keptSecrets(meetingId: string, storage: TabStorage | undefined = tabStorage()): LinkSecrets {
  const kept = (kind: keyof LinkSecrets) => {
    const key = keyOf(kind, meetingId)
    return held.get(key) ?? storage?.getItem(key) ?? undefined
  }
  return { moderatorKey: kept('moderatorKey'), claimCode: kept('claimCode') }
}

/** They opened the door, or never will. */
export function dropSecrets(meetingId: string, storage: TabStorage | undefined = tabStorage()): void {
  for (const kind of kinds) {
    held.delete(keyOf(kind, meetingId))
    storage?.removeItem(keyOf(kind, meetingId))
  }
}

/** Where the browser keeps nothing for this page, as in some frames. */
const held = new Map<string, string>()

function keep(key: string, secret: string, storage: TabStorage | undefined): void {
  held.set(key, secret)
  try {
    storage?.setItem(key, secret)
  } catch {
    // Storage may be full or forbidden; this page has it.
  }
}
