// SPDX-License-Identifier: Apache-2.0
// A calm page for when there is no meeting to show: what happened, and the next step.
import type { ReactNode } from 'react'
import { Wordmark } from '../../ui/Wordmark.tsx'
import './problems.css'

export interface ProblemPageProps {
  readonly title: string
  readonly text: ReactNode
  readonly icon?: ReactNode
  /** Buttons. */
  readonly children?: ReactNode
}

export function ProblemPage({ title, text, icon, children }: ProblemPageProps) {
  return (
    <div className="problem-page">
      <header className="problem-top">
        <Wordmark />
      </header>
      <main className="problem-main">
        {icon === undefined ? null : <div className="problem-icon">{icon}</div>}
        <h1>{title}</h1>
        <p className="problem-text" role="status">
          {text}
        </p>
        <div className="problem-actions">{children}</div>
      </main>
    </div>
  )
}
