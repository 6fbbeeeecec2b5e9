// SPDX-License-Identifier: Apache-2.0
// Who may sign tokens, as the operator writes it (docs/operate/tokens.md).
import { z } from 'zod'

const httpUrl = z.url({ protocol: /^https?$/, error: 'not an http or https URL' })
const keyPlace = z.union(
  [
    z.strictObject({ folder: z.string().min(1) }),
    z.strictObject({ url: httpUrl }),
    z.strictObject({ keyServer: httpUrl }),
  ],
  'must have one of folder, url and keyServer',
)
const secret = z.strictObject({ secret: z.string().min(16, 'a secret needs 16 characters at least, better 32') })
const names = z.array(z.string().min(1)).min(1)
const clockSkewSeconds = z.number().min(0).max(600).default(30)

const jaas = z.strictObject({
  form: z.literal('jaas'),
  appId: z.string().regex(/^vpaas-magic-cookie-[\da-f]{32}$/, 'must be vpaas-magic-cookie- and 32 hex digits'),
  keys: keyPlace,
  clockSkewSeconds,
})

const selfHosted = z
  .strictObject({
    form: z.literal('self-hosted'),
    appId: z.string().min(1),
    keys: z.union([secret, keyPlace], 'must have one of secret (16 characters or more), folder, url and keyServer'),
    issuers: names.optional(),
    audiences: names.default(['*']),
    subjects: names.default(['*']),
    requireExpiry: z.boolean().default(true),
    clockSkewSeconds,
  })
  .transform((issuer) => ({ ...issuer, issuers: issuer.issuers ?? [issuer.appId] }))

export const tokenIssuersSchema = z.array(z.discriminatedUnion('form', [jaas, selfHosted]))
