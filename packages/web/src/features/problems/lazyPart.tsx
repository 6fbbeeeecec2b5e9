// SPDX-License-Identifier: Apache-2.0
// Parts of the page that are loaded on use. A part that cannot be loaded, as after an update of the server, fails alone: the meeting around it goes on.
import { type ComponentType, lazy, Suspense } from 'react'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { type PartFrame, PartProblem } from './PartProblem.tsx'

const loads: (() => Promise<unknown>)[] = []

/** The part that `load` brings. Without a frame it is missing in silence until it is there, and stays missing when it fails. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  frame: PartFrame<Props> = () => null,
): ComponentType<Props> {
  loads.push(load)
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: await load() }))
  return (props) => (
    <ErrorBoundary instead={() => frame(props, <PartProblem />)}>
      <Suspense fallback={frame(props, undefined)}>
        <Loaded {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}

/**
 * Loads one part after the other, whenever the page has nothing else to do, so that they are there before the network or the server is away. Ends with
 * the first that fails: browsers keep a failure for as long as the page is open, so that a part that nobody asked for yet is better left alone.
 */
export async function loadPartsAhead(signal: AbortSignal): Promise<void> {
  try {
    // Parts bring further ones with them.
    for (let index = 0; index < loads.length; index += 1) {
      await idle()
      if (signal.aborted) return
      await loads[index]?.()
    }
  } catch (error) {
    console.warn('A part could not be loaded ahead', error)
  }
}

/** Safari has no idle callbacks. */
function idle(): Promise<unknown> {
  return new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve))
}
