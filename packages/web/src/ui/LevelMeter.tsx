// SPDX-License-Identifier: Apache-2.0
// Shows that a microphone hears: bars that follow its loudness. Writes to the DOM itself; ten renders a second would buy nothing.
import { useEffect, useRef } from 'react'
import { watchLevel } from '../devices/watchLevel.ts'
import './levelMeter.css'

const bars = [0, 1, 2, 3, 4, 5, 6]

export function LevelMeter({ track, label }: { readonly track: MediaStreamTrack | undefined; readonly label: string }) {
  const root = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const element = root.current
    if (!track || !element) return undefined
    const stop = watchLevel(track, (level) => {
      const lit = Math.round(level * bars.length)
      for (const [index, bar] of [...element.children].entries()) bar.classList.toggle('lit', index < lit)
    })
    return () => {
      stop()
      for (const bar of element.children) bar.classList.remove('lit')
    }
  }, [track])
  return (
    <span className="level-meter" ref={root} role="img" aria-label={label}>
      {bars.map((bar) => (
        <i key={bar} />
      ))}
    </span>
  )
}
