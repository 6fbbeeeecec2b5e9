// SPDX-License-Identifier: Apache-2.0
// The pane of rooms and people, loaded when it is first open; until it is there its frame is, so that nothing jumps.
import { lazy, Suspense } from 'react'
import { t } from '../../i18n/texts.ts'
import { Pane } from '../../ui/Pane.tsx'
import type { RoomsPaneProps } from './RoomsPane.tsx'

const Loaded = lazy(async () => ({ default: (await import('./RoomsPane.tsx')).RoomsPane }))

export function LazyRoomsPane(props: RoomsPaneProps) {
  const { isSheet, onClose } = props
  const frame = (
    <Pane
      title={t('rooms.title')}
      label={t('rooms.label')}
      className="rooms-pane"
      tools={null}
      isSheet={isSheet}
      isLoading
      onClose={onClose}
    >
      {null}
    </Pane>
  )
  return (
    <Suspense fallback={frame}>
      <Loaded {...props} />
    </Suspense>
  )
}
