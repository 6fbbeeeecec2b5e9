// SPDX-License-Identifier: Apache-2.0
// The list of keys, loaded when somebody asks for it.
import { loadTextsOnUse } from '../../i18n/texts.ts'
import { lazyPart } from '../problems/lazyPart.tsx'
import { inDialog } from '../problems/PartProblem.tsx'

export const LazyShortcuts = lazyPart(async () => {
  const [{ ShortcutsDialog }] = await Promise.all([import('./ShortcutsDialog.tsx'), loadTextsOnUse()])
  return ShortcutsDialog
}, inDialog)
