// SPDX-License-Identifier: Apache-2.0
// Who may sign tokens, as the operator says it. An issuer has a secret or public keys, never both: so that a public key is never taken for a secret.

interface JaasIssuer {
  readonly form: 'jaas'
  /** `vpaas-magic-cookie-` and 32 hex digits: the tenant, and what every key id begins with. */
  readonly appId: string
  readonly keys: KeyPlace
  readonly clockSkewSeconds: number
}

interface SelfHostedIssuer {
  readonly form: 'self-hosted'
  readonly appId: string
  readonly keys: KeyPlace | { readonly secret: string }
  /** What `iss` may be. */
  readonly issuers: readonly string[]
  /** What `aud` may be; `*` is anything, but it must be there. */
  readonly audiences: readonly string[]
  /** What `sub` may be for a meeting without a tenant; `*` is anything. */
  readonly subjects: readonly string[]
  readonly requireExpiry: boolean
  readonly clockSkewSeconds: number
}

export type Issuer = JaasIssuer | SelfHostedIssuer

/** Where public keys are: one PEM file per key id, a JWKS or a JSON map from key id to PEM, or Jitsi's key server. */
export type KeyPlace = { readonly folder: string } | { readonly url: string } | { readonly keyServer: string }
