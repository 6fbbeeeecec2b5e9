// SPDX-License-Identifier: Apache-2.0
// What people are told, loaded when somebody asks for it.
import { loadTextsOnUse } from '../../i18n/texts.ts'
import { lazyPart } from '../problems/lazyPart.tsx'
import { inDialog } from '../problems/PartProblem.tsx'

export const LazyTold = lazyPart(async () => {
  const [{ ToldDialog }] = await Promise.all([import('./ToldDialog.tsx'), loadTextsOnUse()])
  return ToldDialog
}, inDialog)
