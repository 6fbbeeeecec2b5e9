// SPDX-License-Identifier: Apache-2.0
// socket.io's own parser, except that a packet which cannot be read or is too large becomes an event that the connection can answer with a coded
// error, instead of a silent close.
import { Decoder, Encoder, PacketType } from 'socket.io-parser'

/** Largest packet that a client may send, in UTF-16 units: an offer of a big browser is about 20,000. */
const maxPacketLength = 64 * 1024

/** Event under which the fault arrives on the connection. No client can send it: real events are named 'request'. */
export const faultEvent = 'alcove:fault'
export type PacketFault = 'MESSAGE_UNREADABLE' | 'MESSAGE_TOO_LARGE'

class TolerantDecoder extends Decoder {
  override add(packet: unknown): void {
    if (typeof packet === 'string' && packet.length > maxPacketLength) {
      this.#report('MESSAGE_TOO_LARGE')
      return
    }
    try {
      super.add(packet)
    } catch {
      this.#report('MESSAGE_UNREADABLE')
    }
  }

  #report(fault: PacketFault): void {
    this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: [faultEvent, fault] })
  }
}

export const tolerantParser = { Encoder, Decoder: TolerantDecoder }
