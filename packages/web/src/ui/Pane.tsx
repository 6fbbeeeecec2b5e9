// SPDX-License-Identifier: Apache-2.0
// A pane beside the meeting with a title, tools and a way to close it; on phones a sheet over the meeting, which takes the focus and closes on Escape.
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../i18n/texts.ts'
import { IconButton } from './IconButton.tsx'
import './pane.css'

export interface PaneProps {
  readonly title: string
  /** What it is called by screen readers. */
  readonly label: string
  readonly className: string
  /** Beside the title. */
  readonly tools: ReactNode
  /** It covers the meeting. */
  readonly isSheet: boolean
  /** What it holds is being loaded. */
  readonly isLoading?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Pane({ title, label, className, tools, isSheet, isLoading = false, onClose, children }: PaneProps) {
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isSheet) pane.current?.focus()
  }, [isSheet])
  return (
    <aside
      className={`pane ${className}`}
      aria-label={label}
      aria-busy={isLoading}
      ref={pane}
      tabIndex={-1}
      onKeyDown={(event) => isSheet && event.key === 'Escape' && onClose()}
    >
      <header className="pane-header">
        <h2>{title}</h2>
        {tools}
        <IconButton label={t('words.close')} icon={<X />} size="small" look="quiet" onPress={onClose} />
      </header>
      {children}
    </aside>
  )
}
