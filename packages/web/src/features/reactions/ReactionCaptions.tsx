// SPDX-License-Identifier: Apache-2.0
// Tells screen readers who reacts: together what comes together, so that a burst of applause is one sentence.
import type { MeetingView } from '@alcove/client'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { type NamedReaction, toReactionCaption } from './reactionCaption.ts'
import type { ListenToReactions } from './useReactions.ts'

export interface ReactionCaptionsProps {
  readonly listen: ListenToReactions
  readonly view: MeetingView
}

const gatherMs = 1_500

export function ReactionCaptions({ listen, view }: ReactionCaptionsProps) {
  const [caption, setCaption] = useState('')
  const latest = useRef(view)
  latest.current = view
  useEffect(() => {
    let gathered: NamedReaction[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      setCaption(toReactionCaption(gathered) ?? '')
      gathered = []
    }
    const end = listen((participantId, reaction) => {
      const { meeting, self } = latest.current
      const name = participantId === self.participantId ? t('words.you') : meeting.people[participantId]?.displayName
      if (name === undefined) return
      gathered.push({ name, reaction })
      // The same sentence again would be no change, and not be read.
      setCaption('')
      timer ??= setTimeout(tell, gatherMs)
    })
    return () => {
      end()
      clearTimeout(timer)
    }
  }, [listen])
  return (
    <p className="only-read-aloud" role="status">
      {caption}
    </p>
  )
}
