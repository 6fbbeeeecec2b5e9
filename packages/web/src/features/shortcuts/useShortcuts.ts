// SPDX-License-Identifier: Apache-2.0
// Listens to the keyboard for a meeting: single keys, and the space bar held down to talk.
import { useEffect, useRef } from 'react'
import { isComposing } from '../../ui/isComposing.ts'
import { isTalkKey, type KeyPress, type Shortcut, toShortcut } from './shortcuts.ts'

export interface ShortcutActions {
  readonly run: (shortcut: Shortcut) => void
  /** Absent while there is nothing to hold: not muted, or not allowed to speak. */
  readonly startTalking: (() => void) | undefined
  readonly stopTalking: () => void
}

export function useShortcuts(isOn: boolean, actions: ShortcutActions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    if (!isOn) return undefined
    let isTalking = false
    const stop = () => {
      if (isTalking) latest.current.stopTalking()
      isTalking = false
    }
    const handleDown = (event: KeyboardEvent) => {
      if (!isTalkKey(toKeyPress(event), isOnControl(event.target))) return
      if (!isTalking && !latest.current.startTalking) return
      event.preventDefault()
      event.stopPropagation()
      if (!isTalking) latest.current.startTalking?.()
      isTalking = true
    }
    const handleKey = (event: KeyboardEvent) => {
      const shortcut = event.defaultPrevented ? undefined : toShortcut(toKeyPress(event))
      if (!shortcut) return
      event.preventDefault()
      latest.current.run(shortcut)
    }
    const handleUp = (event: KeyboardEvent) => {
      if (event.key !== ' ' || !isTalking) return
      event.preventDefault()
      event.stopPropagation()
      stop()
    }
    // Before the controls: a button that was clicked still has the focus, and space is not meant for it.
    addEventListener('keydown', handleDown, { capture: true })
    addEventListener('keyup', handleUp, { capture: true })
    // After the controls: who carries somebody over the board by keyboard keeps the keys until they are put down.
    addEventListener('keydown', handleKey)
    addEventListener('blur', stop)
    return () => {
      stop()
      removeEventListener('keydown', handleDown, { capture: true })
      removeEventListener('keyup', handleUp, { capture: true })
      removeEventListener('keydown', handleKey)
      removeEventListener('blur', stop)
    }
  }, [isOn])
}

/** Where text is written, or values are chosen; lists of people among them, in which letters find a name. */
const fields =
  'input, textarea, select, [contenteditable="true"], [role="slider"], [role="listbox"], [role="grid"], [role="spinbutton"]'
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

function toKeyPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : undefined
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey || isComposing(event),
    isRepeat: event.repeat,
    isInField: target?.closest(fields) != null,
    isInOverlay: document.querySelector(overlays) !== null,
  }
}

/** Reached by keyboard; a control that was clicked does not count. */
function isOnControl(target: EventTarget | null): boolean {
  const control = target instanceof Element ? target.closest('button, a, summary, [role="tab"], [tabindex="0"]') : null
  return control?.matches(':focus-visible') === true
}
