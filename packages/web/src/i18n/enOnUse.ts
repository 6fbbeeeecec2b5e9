// SPDX-License-Identifier: Apache-2.0
// English texts of what is loaded on use; those of the first sight of a meeting stand in en.ts.
import { board } from './en/board.ts'
import { dialogs } from './en/dialogs.ts'
import { ending } from './en/ending.ts'
import { people } from './en/people.ts'
import { preparing } from './en/preparing.ts'
import { report } from './en/report.ts'
import { roundsDialog } from './en/roundsDialog.ts'
import { settingsDialog } from './en/settingsDialog.ts'
import { split } from './en/split.ts'
import { templates } from './en/templates.ts'
import { told } from './en/told.ts'
import { wall } from './en/wall.ts'

export const enOnUse = {
  ...board,
  ...dialogs,
  ...ending,
  ...people,
  ...preparing,
  ...report,
  ...roundsDialog,
  ...settingsDialog,
  ...split,
  ...templates,
  ...told,
  ...wall,
} as const
