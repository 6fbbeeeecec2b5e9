// SPDX-License-Identifier: Apache-2.0
// What the page's address says besides the meeting: whether a host page embeds it, and what it is to begin with. Read once, before anything
// changes the address.

import { type EmbedConfig, instanceParameter, parseFragment, toEmbedConfig } from '@alcove/protocol/embed'
import { emailOf, nameOf, optionsOf, textOf } from './hostArguments.ts'

export interface NamedDevices {
  readonly microphone: string | undefined
  readonly camera: string | undefined
  readonly speaker: string | undefined
}

export interface Address {
  /** Number of this meeting in its host page; undefined: no host page speaks with this page. */
  readonly instance: number | undefined
  readonly config: EmbedConfig
  /** What the host page knows of the person. */
  readonly displayName: string | undefined
  readonly email: string | undefined
  readonly language: string | undefined
  /** Labels of the devices to begin with. */
  readonly devices: NamedDevices
}

/**
 * @param isFramed another page shows this one inside itself. A link says whatever whoever made it likes, and who opens a window by script may be anybody:
 *   neither makes a host page, to which browsers lend no more of a person's devices than it was allowed itself.
 */
export function readAddress(
  { search, hash }: { readonly search: string; readonly hash: string },
  isFramed: boolean,
): Address {
  const parameters = parseFragment(hash)
  const instance = parameters[instanceParameter]
  const userInfo = optionsOf(parameters.userInfo)
  const devices = optionsOf(parameters.devices)
  return {
    instance: isFramed && typeof instance === 'number' ? instance : undefined,
    config: toEmbedConfig(parameters.config, parameters.interfaceConfig),
    displayName: nameOf(userInfo.displayName),
    email: emailOf(userInfo.email),
    language: textOf(new URLSearchParams(search).get('lang')),
    devices: {
      microphone: textOf(devices.audioInput),
      camera: textOf(devices.videoInput),
      speaker: textOf(devices.audioOutput),
    },
  }
}
