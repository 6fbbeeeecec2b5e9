// SPDX-License-Identifier: Apache-2.0
// Owns the wall between media and who listens to it: a listener that throws must not keep a consumer open or a proof from being asked.
import type { Log, MediaListener } from '../meetings/ports.ts'

export function guardListener(listener: MediaListener, log: Log): MediaListener {
  function guarded<Args extends readonly unknown[]>(call: (...args: Args) => void): (...args: Args) => void {
    return (...args) => {
      try {
        call(...args)
      } catch (error) {
        log.error({ err: error }, 'A listener to media threw')
      }
    }
  }
  return {
    onRevoked: guarded((key, ids) => listener.onRevoked(key, ids)),
    onGranted: guarded((key, consumers) => listener.onGranted(key, consumers)),
    onLost: guarded((key) => listener.onLost(key)),
    onLevels: guarded((meetingId, levels) => listener.onLevels(meetingId, levels)),
  }
}
