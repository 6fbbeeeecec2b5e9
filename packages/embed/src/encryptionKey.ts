// SPDX-License-Identifier: Apache-2.0
// The option `e2eeKey` as the page of a Jitsi server wants it.

/** @param hex the key as hex digits */
export function toKeyText(hex: string): string {
  const bytes = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16))
  return JSON.stringify({ exportedKey: bytes, index: 0 })
}
