// SPDX-License-Identifier: Apache-2.0
// Signs of the browser that a connection may work again, or may be dead without having said so. Silent where there is no browser.

export interface NetworkSigns {
  /** The network came back, or the tab is looked at again. */
  onHope(): void
  /** The network was away: an open connection may be dead. */
  onDoubt(): void
}

/** @returns ends the watch. */
export function watchNetwork(signs: NetworkSigns): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return () => {}
  const scope = new AbortController()
  const { signal } = scope
  window.addEventListener(
    'online',
    () => {
      signs.onHope()
      signs.onDoubt()
    },
    { signal },
  )
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && signs.onHope(), {
    signal,
  })
  return () => scope.abort()
}
