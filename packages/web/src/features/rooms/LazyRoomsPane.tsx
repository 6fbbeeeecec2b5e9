// SPDX-License-Identifier: Apache-2.0
// The pane of rooms and people, loaded when it is first open; until it is there its frame is, so that nothing jumps.
import { t } from '../../i18n/texts.ts'
import { Pane } from '../../ui/Pane.tsx'
import { lazyPart } from '../problems/lazyPart.tsx'

export const LazyRoomsPane = lazyPart(
  async () => (await import('./RoomsPane.tsx')).RoomsPane,
  ({ isSheet, onClose }, problem) => (
    <Pane
      title={t('rooms.title')}
      label={t('rooms.label')}
      className="rooms-pane"
      tools={null}
      isSheet={isSheet}
      isLoading={problem === undefined}
      onClose={onClose}
    >
      {problem}
    </Pane>
  ),
)
