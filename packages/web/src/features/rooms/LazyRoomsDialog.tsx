// SPDX-License-Identifier: Apache-2.0
// The dialogs of the rooms pane, loaded when a moderator opens one.
import { loadTextsOnUse } from '../../i18n/texts.ts'
import { lazyPart } from '../problems/lazyPart.tsx'
import { inDialog } from '../problems/PartProblem.tsx'

export const LazyRoomsDialog = lazyPart(async () => {
  const [{ RoomsDialogView }] = await Promise.all([import('./RoomsDialogView.tsx'), loadTextsOnUse()])
  return RoomsDialogView
}, inDialog)
