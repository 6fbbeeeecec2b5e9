// SPDX-License-Identifier: Apache-2.0
// What the page's address says besides the meeting: whether a host page embeds it, and what it is to begin with. Read once, before anything
// changes the address.

import { type EmbedConfig, instanceParameter, isRecord, parseFragment, toEmbedConfig } from '@alcove/protocol/embed'
import { emailOf } from './hostArguments.ts'

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
  /** Token that says who comes. */
  readonly jwt: string | undefined
  readonly language: string | undefined
  /** Labels of the devices to begin with. */
  readonly devices: NamedDevices
}

export function readAddress({ search, hash }: { readonly search: string; readonly hash: string }): Address {
  const parameters = parseFragment(hash)
  const query = new URLSearchParams(search)
  const instance = parameters[instanceParameter]
  const userInfo = recordOf(parameters.userInfo)
  const devices = recordOf(parameters.devices)
  return {
    instance: typeof instance === 'number' ? instance : undefined,
    config: toEmbedConfig(parameters.config, parameters.interfaceConfig),
    displayName: textOf(userInfo.displayName)?.slice(0, 50),
    email: emailOf(userInfo.email),
    jwt: textOf(parameters.jwt) ?? textOf(query.get('jwt')),
    language: textOf(query.get('lang')),
    devices: {
      microphone: textOf(devices.audioInput),
      camera: textOf(devices.videoInput),
      speaker: textOf(devices.audioOutput),
    },
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
