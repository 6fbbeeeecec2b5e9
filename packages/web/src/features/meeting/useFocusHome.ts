// SPDX-License-Identifier: Apache-2.0
// Gives the focus a place again when what had it was taken away, as the button is with which one goes back to a room: the name of the room where one
// is, or the pane that covers it. Without it the keyboard begins at the top of the page.
import { useEffect, useRef } from 'react'

/** Dialogs and menus that close put the focus back by themselves first. */
const patienceMs = 150

/** Looks after each time that whatever asks for it is drawn. */
export function useFocusHome(): void {
  const last = useRef<Element>(null)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null
    }
    addEventListener('focusin', note)
    return () => removeEventListener('focusin', note)
  }, [])
  // Not put off by what is drawn meanwhile.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (timer.current !== undefined || last.current === null || last.current.isConnected) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      if (last.current?.isConnected !== false || document.activeElement !== document.body) return
      last.current = null
      const home = document.querySelector<HTMLElement>('.meeting-main:not([inert]) h1, .pane')
      home?.focus()
    }, patienceMs)
  })
}
