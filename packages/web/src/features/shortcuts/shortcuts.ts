// SPDX-License-Identifier: Apache-2.0
// Which key does what in a meeting, and when a key is meant for something else. Pure.

export const shortcuts = [
  'microphone',
  'camera',
  'share',
  'pane',
  'board',
  'chat',
  'layout',
  'fullscreen',
  'help',
] as const
export type Shortcut = (typeof shortcuts)[number]

/** Keys as the keyboard's layout writes them, so that they stand where people read them. */
export const shortcutKeys: Readonly<Record<Shortcut, string>> = {
  microphone: 'm',
  camera: 'v',
  share: 's',
  pane: 'r',
  board: 'b',
  chat: 'c',
  layout: 't',
  fullscreen: 'f',
  help: '?',
}

export interface KeyPress {
  readonly key: string
  readonly hasModifier: boolean
  readonly isRepeat: boolean
  /** The focus is where text is written or a value is chosen. */
  readonly isInField: boolean
  /** A dialog or a menu is open: keys are its own. */
  readonly isInOverlay: boolean
}

export function toShortcut(press: KeyPress): Shortcut | undefined {
  if (press.hasModifier || press.isRepeat || press.isInField || press.isInOverlay) return undefined
  return shortcuts.find((shortcut) => shortcutKeys[shortcut] === press.key.toLowerCase())
}

/** The space bar talks, unless it would press a button that was reached by keyboard. */
export function isTalkKey(press: KeyPress, isOnControl: boolean): boolean {
  return press.key === ' ' && !press.hasModifier && !press.isInField && !press.isInOverlay && !isOnControl
}
