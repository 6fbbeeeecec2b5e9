// SPDX-License-Identifier: Apache-2.0
// What an effect gives back.

/** A track made from another one. Ends with `stop`; the other one goes on. */
export interface Processed {
  readonly track: MediaStreamTrack
  readonly stop: () => void
}
