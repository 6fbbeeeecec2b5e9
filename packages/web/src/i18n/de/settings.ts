// SPDX-License-Identifier: Apache-2.0
// What a person prefers: language, look, devices.
import type { settings as english } from '../en/settings.ts'
import type { Translation } from '../keys.ts'

export const settings: Translation<typeof english> = {
  'settings.language': 'Sprache',
}
