// SPDX-License-Identifier: Apache-2.0
// The claims of tokens of Jitsi and JaaS, read into who somebody is and what they may. Only claims of a verified token come here. What is badly formed
// and merely describes somebody is left out; what decides about rights must be well formed.
import { avatarSchema, cutText, features as deniable, type Feature, nameSchema } from '@alcove/protocol'
import * as z from 'zod/mini'
import type { Grant, Identity } from './grant.ts'
import type { RoomClaim } from './roomClaim.ts'

/** JaaS and Jitsi write truth values as such or as words. */
const flag = z.pipe(
  z.union([z.boolean(), z.enum(['true', 'false'])]),
  z.transform((value: boolean | 'true' | 'false') => value === true || value === 'true'),
)
const looseFlag = z.catch(flag, false)
const loose = (schema: z.ZodMiniType<string, unknown>) => z.catch(z.optional(schema), undefined)
const printable = /^[^\p{Cc}\p{Cs}]+$/u
const text = (maxLength: number) => z.string().check(z.minLength(1), z.maxLength(maxLength), z.regex(printable))
const id = z.pipe(
  z.union([text(200), z.number()]),
  z.transform((value: string | number) => String(value)),
)
const displayName = z.pipe(
  z.string(),
  z.pipe(
    z.transform((name: string) => cutText(name.trim(), 80)),
    nameSchema,
  ),
)
const maxAttributes = 20

const userSchema = z.object({
  id: z.nullish(id),
  name: loose(displayName),
  email: loose(text(254).check(z.regex(/^\S+@\S+$/))),
  avatar: loose(avatarSchema),
  avatarUrl: loose(avatarSchema),
  moderator: z.nullish(flag),
  affiliation: z.nullish(z.string()),
  lobby_bypass: looseFlag,
  attributes: z.catch(z.optional(z.record(text(50), text(200))), undefined),
})

const claimsSchema = z.object({
  sub: z.optional(z.string()),
  room: z.optional(z.string().check(z.minLength(1))),
  context: z.nullish(
    z.object({
      user: z.nullish(userSchema),
      features: z.nullish(z.record(z.string(), z.unknown())),
      room: z.nullish(z.object({ regex: z.nullish(flag) })),
      group: loose(text(200)),
    }),
  ),
})

export type Claims = z.infer<typeof claimsSchema>

/** @returns the claims, or the path of the first one that is wrong. */
export function parseClaims(payload: unknown): { ok: true; claims: Claims } | { ok: false; claim: string } {
  const parsed = claimsSchema.safeParse(payload)
  if (parsed.success) return { ok: true, claims: parsed.data }
  return { ok: false, claim: parsed.error.issues[0]?.path.join('.') ?? '' }
}

export function roomClaim({ room, context }: Claims): RoomClaim | undefined {
  return room === undefined ? undefined : { room, isPattern: context?.room?.regex ?? false }
}

export function identityOf({ context }: Claims): Identity {
  const user = context?.user
  const group = context?.group
  const attributes = Object.entries({ ...user?.attributes, ...(group === undefined ? {} : { group }) })
  return withoutUndefined({
    userId: user?.id ?? undefined,
    email: user?.email,
    displayName: user?.name,
    avatar: user?.avatar ?? user?.avatarUrl,
    attributes: Object.fromEntries(attributes.slice(-maxAttributes)),
  })
}

/** Affiliations that stand for a moderator in self-hosted Jitsi. */
const owners = new Set(['owner', 'moderator', 'teacher'])

/** @returns undefined when the token does not say. */
export function roleOf({ context }: Claims, form: 'jaas' | 'self-hosted'): Grant['role'] {
  const { moderator, affiliation } = context?.user ?? {}
  if (moderator === true) return 'moderator'
  if (form === 'jaas') return 'participant'
  if (affiliation) return owners.has(affiliation) ? 'moderator' : 'participant'
  return moderator === false ? 'participant' : undefined
}

/** Only what a token says no to is denied. */
export function deniedFeatures({ context }: Claims): readonly Feature[] {
  const features = context?.features ?? {}
  return deniable.filter((feature) => features[feature] === false || features[feature] === 'false')
}

export function bypassesLobby({ context }: Claims): boolean {
  return context?.user?.lobby_bypass ?? false
}

function withoutUndefined(identity: { readonly [Key in keyof Identity]: Identity[Key] | undefined }): Identity {
  return Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== undefined)) as unknown as Identity
}
