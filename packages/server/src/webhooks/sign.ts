// SPDX-License-Identifier: Apache-2.0
// The headers by which a receiver knows that a webhook is ours and unchanged: as JaaS signs, or as Standard Webhooks says.
import { createHmac } from 'node:crypto'

export type Signature = 'jaas' | 'standard'

export interface Signable {
  readonly key: string
  readonly body: string
  /** Of this try, milliseconds since 1970. */
  readonly at: number
}

export function signatureHeaders(
  signature: Signature,
  secret: string,
  { key, body, at }: Signable,
): Record<string, string> {
  const seconds = Math.floor(at / 1_000)
  if (signature === 'jaas') {
    // The whole secret is the key, with its prefix.
    return { 'x-jaas-signature': `t=${seconds},v1=${hmac(secret, `${seconds}.${body}`)}` }
  }
  const bytes = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return {
    'webhook-id': key,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${hmac(bytes, `${key}.${seconds}.${body}`)}`,
  }
}

function hmac(key: string | Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64')
}
