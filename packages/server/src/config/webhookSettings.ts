// SPDX-License-Identifier: Apache-2.0
// Where webhooks go, as the operator writes it (docs/operate/webhooks.md).
import { isIP } from 'node:net'
import { z } from 'zod'

const addressRange = z.string().refine((text) => {
  const [address = '', bits, ...rest] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return rest.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}, 'must be an IP address or a range such as 10.0.0.0/8')

const endpoint = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,60}$/, 'must be letters, digits, dots, hyphens')
      .optional(),
    url: z.url({ protocol: /^https?$/, error: 'not an http or https URL' }),
    secret: z.string().regex(/^whsec_[\w+/=-]{24,}$/, 'must be whsec_ and 24 characters or more'),
    signature: z.enum(['jaas', 'standard']).default('jaas'),
    events: z.array(z.string().regex(/^[A-Z_]+$/)).optional(),
    authorization: z.string().min(1).optional(),
    allowAddresses: z.array(addressRange).default([]),
  })
  .refine(({ url, allowAddresses }) => url.startsWith('https:') || allowAddresses.length > 0, {
    path: ['url'],
    error: 'must be https, unless allowAddresses says where it leads',
  })
  .transform((one) => ({ ...one, name: one.name ?? new URL(one.url).host }))

export const webhookSettingsSchema = z
  .strictObject({
    appId: z.string().min(1).max(200).default('alcove'),
    domain: z
      .string()
      .regex(/^[\w.-]+$/, 'must be a host name')
      .default('alcove'),
    publicUrl: z
      .url({ protocol: /^https?$/, error: 'not an http or https URL' })
      .transform((url) => new URL(url).origin)
      .optional(),
    endpoints: z.array(endpoint),
  })
  .refine(({ endpoints }) => new Set(endpoints.map(({ name }) => name)).size === endpoints.length, {
    path: ['endpoints'],
    error: 'two have one name; give each a name of its own',
  })
  .refine(
    ({ publicUrl, endpoints }) =>
      publicUrl !== undefined || endpoints.every(({ events }) => !events?.includes('CHAT_UPLOADED')),
    { path: ['publicUrl'], error: 'is needed for CHAT_UPLOADED, which carries a link to this server' },
  )
