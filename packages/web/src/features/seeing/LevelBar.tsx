// SPDX-License-Identifier: Apache-2.0
// How loud a room is, as a row of bars that are lit from the left. What it says stands in words beside it, so it is hidden from screen readers.
import { maxLevel } from '@alcove/protocol'
import './levelBar.css'

export interface LevelBarProps {
  /** 0 (nobody speaks) to maxLevel. */
  readonly level: number
  readonly size?: 'small' | 'large'
}

const bars = [1, 2, 3, 4, 5] as const

export function LevelBar({ level, size = 'small' }: LevelBarProps) {
  const lit = Math.ceil((level * bars.length) / maxLevel)
  return (
    <span className="level-bar" data-size={size} data-level={level} aria-hidden="true">
      {bars.map((bar) => (
        <i key={bar} data-lit={bar <= lit || undefined} />
      ))}
    </span>
  )
}
