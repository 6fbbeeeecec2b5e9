// SPDX-License-Identifier: Apache-2.0
// Escape, for what a menu, a dialog or a drag has not taken for itself. Where text is written it is the field's.
import { useEffect, useRef } from 'react'

const textFields = 'input:not([type="checkbox"]), textarea, [contenteditable="true"]'

export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  latest.current = onEscape
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(textFields) !== null) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return
      latest.current()
    }
    addEventListener('keydown', handle)
    return () => removeEventListener('keydown', handle)
  }, [])
}
