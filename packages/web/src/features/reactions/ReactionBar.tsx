// SPDX-License-Identifier: Apache-2.0
// The row of reactions to choose from, above the controls and below the faces. It stays until it is closed, so that one can react again.
import { type Reaction, reactions } from '@alcove/protocol'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ReactionSign } from './reactionLooks.tsx'
import './reactions.css'

export interface ReactionBarProps {
  readonly onReact: (reaction: Reaction) => void
  readonly onClose: () => void
}

export function ReactionBar({ onReact, onClose }: ReactionBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    bar.current?.querySelector('button')?.focus()
    return () => {
      // Only when the focus went with the bar: it may be elsewhere by now.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [])
  return (
    <div
      className="reaction-bar"
      role="toolbar"
      aria-label={t('reactions.title')}
      ref={bar}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {reactions.map((reaction) => (
        <IconButton
          key={reaction}
          label={t(`reactions.${reaction}`)}
          icon={<ReactionSign reaction={reaction} />}
          look="quiet"
          onPress={() => onReact(reaction)}
        />
      ))}
      <IconButton label={t('reactions.close')} icon={<X />} look="quiet" onPress={onClose} />
    </div>
  )
}
