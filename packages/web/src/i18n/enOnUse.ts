// SPDX-License-Identifier: Apache-2.0
// English texts of what is loaded on use; those of the first sight of a meeting stand in en.ts.
import { roundsDialog } from './en/roundsDialog.ts'
import { split } from './en/split.ts'

export const enOnUse = {
  ...roundsDialog,
  ...split,
} as const
