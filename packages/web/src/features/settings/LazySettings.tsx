// SPDX-License-Identifier: Apache-2.0
// The settings, loaded when somebody opens them.
import { loadTextsOnUse } from '../../i18n/texts.ts'
import { lazyPart } from '../problems/lazyPart.tsx'
import { inDialog } from '../problems/PartProblem.tsx'

export const LazySettings = lazyPart(async () => {
  const [{ SettingsDialog }] = await Promise.all([import('./SettingsDialog.tsx'), loadTextsOnUse()])
  return SettingsDialog
}, inDialog)
