// SPDX-License-Identifier: Apache-2.0
// What a person prefers: language, look, devices.

export const settings = {
  'settings.language': 'Language',
} as const
