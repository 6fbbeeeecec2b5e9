// SPDX-License-Identifier: Apache-2.0
// The constructor's arguments, in the form of options or in one of the two positional forms of old integrations.
import type { ExternalApiOptions } from './api.ts'

export interface ParsedArguments {
  readonly options: ExternalApiOptions
  /** Asked for by the oldest form only. */
  readonly noSsl: boolean
}

/** @throws when the first of them is neither options nor the name of a meeting */
export function parseArguments([first, ...rest]: readonly unknown[]): ParsedArguments {
  if (typeof first === 'object' && first !== null) return { options: first as ExternalApiOptions, noSsl: false }
  if (first !== undefined && typeof first !== 'string') throw new Error("Can't parse the arguments!")
  const [width, height, parentNode, configOverwrite, interfaceConfigOverwrite, ...last] = rest
  // The oldest form has a switch before the token.
  const hasSwitch = typeof last[0] === 'boolean'
  const [jwt, onload] = hasSwitch ? last.slice(1) : last
  const given = { roomName: first, width, height, parentNode, configOverwrite, interfaceConfigOverwrite, jwt, onload }
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { options: options as ExternalApiOptions, noSsl: hasSwitch && last[0] === true }
}
