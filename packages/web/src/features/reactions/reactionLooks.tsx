// SPDX-License-Identifier: Apache-2.0
// How reactions look: drawn, because the signs that fonts have for them look different on each system and are missing on some.
import type { Reaction } from '@alcove/protocol'
import { HandHeart, Heart, Laugh, PartyPopper, Sparkles, ThumbsUp } from 'lucide-react'
import type { ReactElement } from 'react'

const icons: Readonly<Record<Reaction, ReactElement>> = {
  agree: <ThumbsUp />,
  thanks: <HandHeart />,
  bravo: <PartyPopper />,
  laugh: <Laugh />,
  wow: <Sparkles />,
  love: <Heart />,
}

export function ReactionSign({ reaction }: { readonly reaction: Reaction }) {
  return (
    <span className="reaction-sign" data-reaction={reaction} aria-hidden="true">
      {icons[reaction]}
    </span>
  )
}
