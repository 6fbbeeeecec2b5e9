// SPDX-License-Identifier: Apache-2.0
// A reaction on the tile of whoever reacts. Seen only: captions say it in words.
import { ReactionSign } from './reactionLooks.tsx'
import type { ShownReaction } from './ShownReactions.ts'
import './reactions.css'

export function ReactionMark({ shown }: { readonly shown: ShownReaction }) {
  return (
    <span className="reaction-mark" key={shown.turn}>
      <ReactionSign reaction={shown.reaction} />
    </span>
  )
}
