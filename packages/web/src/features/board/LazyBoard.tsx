// SPDX-License-Identifier: Apache-2.0
// The board, loaded when a moderator opens it. The meeting's controls are there without it.
import { loadTextsOnUse, t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { lazyPart } from '../problems/lazyPart.tsx'

export const LazyBoard = lazyPart(
  async () => {
    const [{ Board }] = await Promise.all([import('./Board.tsx'), loadTextsOnUse()])
    return Board
  },
  ({ bar, onClose }, problem) => (
    <>
      <div className="meeting-part">
        {problem}
        {problem === undefined ? null : <Button onPress={onClose}>{t('words.close')}</Button>}
      </div>
      {bar}
    </>
  ),
)
