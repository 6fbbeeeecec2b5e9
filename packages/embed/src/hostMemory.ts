// SPDX-License-Identifier: Apache-2.0
// What a Jitsi page asks the host page to keep for it. Storage may be missing; then nothing is kept and nothing breaks.

const storageKey = 'jitsiLocalStorage'

export function readHostMemory(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function writeHostMemory(content: unknown): void {
  if (typeof content !== 'string') return
  try {
    localStorage.setItem(storageKey, content)
  } catch {
    // Private windows and full storage refuse.
  }
}
