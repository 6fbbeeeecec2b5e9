// SPDX-License-Identifier: Apache-2.0
// One track on a send transport. Muting takes the track off the sender: nothing at all is sent, no negotiation is needed either way, and the
// application's track stays as it is (a level meter can go on to tell people that they speak while muted).
import type { types } from 'mediasoup-client'
import { codecOptionsOf, encodingsOf } from './encodings.ts'
import type { ProductionData, SendOptions, SentTrack } from './transports.ts'

export function sendTrack(transport: types.Transport, { source, track, dtx, isMuted }: SendOptions): SentTrack {
  let sender: RTCRtpSender | undefined
  let producer: types.Producer | undefined
  let isClosed = false
  let carried: MediaStreamTrack | null = isMuted() ? null : track
  let toldMuted = false

  const apply = () => {
    // Fails only when the transport was closed meanwhile, and then there is nothing to carry.
    sender?.replaceTrack(carried).catch(() => {})
  }
  const start = async () => {
    const { height } = track.getSettings()
    const encodings = encodingsOf(source, height)
    const codecOptions = codecOptionsOf(source, dtx)
    const made = await transport.produce({
      track,
      ...(encodings && { encodings }),
      ...(codecOptions && { codecOptions }),
      stopTracks: false,
      disableTrackOnPause: false,
      zeroRtpOnPause: false,
      onRtpSender(made) {
        sender = made
        if (carried !== track) apply()
      },
      appData: {
        source,
        height,
        tellMuted() {
          toldMuted = isMuted()
          return toldMuted
        },
      } satisfies ProductionData,
    })
    if (isClosed) made.close()
    producer = made
    return { toldMuted }
  }
  return {
    started: start(),
    carry(next) {
      carried = next
      apply()
    },
    close() {
      isClosed = true
      carried = null
      apply()
      producer?.close()
    },
  }
}
