// SPDX-License-Identifier: Apache-2.0
// The board, loaded when a moderator opens it. Until it is there the meeting's strip is.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'
import type { BoardProps } from './Board.tsx'

const Loaded = lazy(async () => {
  const [{ Board }] = await Promise.all([import('./Board.tsx'), loadTextsOnUse()])
  return { default: Board }
})

export function LazyBoard(props: BoardProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
