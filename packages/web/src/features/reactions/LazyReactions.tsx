// SPDX-License-Identifier: Apache-2.0
// What reactions look like is loaded with the first one, or when somebody is about to react.
import { lazy, Suspense } from 'react'
import type { ReactionBarProps } from './ReactionBar.tsx'
import type { ShownReaction } from './ShownReactions.ts'

const Bar = lazy(async () => ({ default: (await import('./ReactionBar.tsx')).ReactionBar }))
const Mark = lazy(async () => ({ default: (await import('./ReactionMark.tsx')).ReactionMark }))

export function LazyReactionBar(props: ReactionBarProps) {
  return (
    <Suspense fallback={null}>
      <Bar {...props} />
    </Suspense>
  )
}

export function LazyReactionMark({ shown }: { readonly shown: ShownReaction }) {
  return (
    <Suspense fallback={null}>
      <Mark shown={shown} />
    </Suspense>
  )
}
