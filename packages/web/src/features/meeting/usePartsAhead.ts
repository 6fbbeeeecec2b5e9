// SPDX-License-Identifier: Apache-2.0
// Fetches what is loaded on use a while after one came in, so that it is there when the network is away or the server was updated meanwhile.
import { useEffect } from 'react'
import { loadPartsAhead } from '../problems/lazyPart.tsx'

/** Long after sound and pictures began. */
const afterMs = 30_000

/** @param isConnected whether the server answers: what fails to load is not tried again by browsers */
export function usePartsAhead(isConnected: boolean): void {
  useEffect(() => {
    if (!isConnected || savesData()) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => void loadPartsAhead(stop.signal), afterMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [isConnected])
}

/** Asked for in the settings of some browsers; others do not tell. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
