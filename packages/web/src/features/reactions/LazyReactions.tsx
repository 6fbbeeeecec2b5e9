// SPDX-License-Identifier: Apache-2.0
// What reactions look like is loaded with the first one, or when somebody is about to react.
import { lazyPart } from '../problems/lazyPart.tsx'

export const LazyReactionBar = lazyPart(
  async () => (await import('./ReactionBar.tsx')).ReactionBar,
  (_, problem) => problem,
)
export const LazyReactionMark = lazyPart(async () => (await import('./ReactionMark.tsx')).ReactionMark)
