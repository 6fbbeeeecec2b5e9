// SPDX-License-Identifier: Apache-2.0
// Owns one side of a pipe between two routers. The two sides meet only through plain data (PipeEnd, PipedStream) and the small interfaces
// here, so that another host can sit at the other end.
import type { Consumer, MediaKind, Producer, Router, RtpParameters, SrtpParameters } from 'mediasoup/types'

/** What each side tells the other so that they can connect. */
interface PipeEnd {
  readonly ip: string
  readonly port: number
  /** Given where the way between the sides is not this machine's loopback. */
  readonly srtpParameters?: SrtpParameters | undefined
}

/** A producer as it arrives at the other side, all its layers included; it keeps its id there. */
interface PipedStream {
  readonly producerId: string
  readonly kind: MediaKind
  readonly rtpParameters: RtpParameters
  readonly paused: boolean
}

interface SentStream {
  readonly stream: PipedStream
  /** Calls with the state that the producer has now, then at each change. */
  followPause(follow: (paused: boolean) => void): void
  /** Calls when the producer closed or its worker died; at once where that was already. */
  onClosed(callback: () => void): void
  close(): void
}

interface ReceivedStream {
  setPaused(paused: boolean): void
  onClosed(callback: () => void): void
  close(): void
}

export interface PipeSide {
  readonly end: PipeEnd
  connect(other: PipeEnd): Promise<void>
  send(producerId: string): Promise<SentStream>
  receive(stream: PipedStream): Promise<ReceivedStream>
  onClosed(callback: () => void): void
  close(): void
}

/** Opens a side on this machine's router; `listenIp` is where the other side's packets come in. */
export async function openPipeSide(router: Router, listenIp = '127.0.0.1'): Promise<PipeSide> {
  const transport = await router.createPipeTransport({ listenInfo: { protocol: 'udp', ip: listenIp } })
  const { localAddress, localPort } = transport.tuple
  return {
    end: { ip: localAddress, port: localPort, srtpParameters: transport.srtpParameters },
    connect: ({ ip, port, srtpParameters }) =>
      transport.connect({ ip, port, ...(srtpParameters === undefined ? {} : { srtpParameters }) }),
    send: async (producerId) => toSentStream(await transport.consume({ producerId })),
    receive: async ({ producerId, kind, rtpParameters, paused }) =>
      toReceivedStream(await transport.produce({ id: producerId, kind, rtpParameters, paused })),
    onClosed: (callback) => whenClosed(transport, callback),
    close: () => transport.close(),
  }
}

function toSentStream(consumer: Consumer): SentStream {
  const { producerId, kind, rtpParameters, producerPaused } = consumer
  return {
    stream: { producerId, kind, rtpParameters, paused: producerPaused },
    followPause: (follow) => {
      follow(consumer.producerPaused)
      consumer.on('producerpause', () => follow(true))
      consumer.on('producerresume', () => follow(false))
    },
    onClosed: (callback) => whenClosed(consumer, callback),
    close: () => consumer.close(),
  }
}

function toReceivedStream(producer: Producer): ReceivedStream {
  let asked = producer.paused
  return {
    setPaused: (paused) => {
      if (paused === asked || producer.closed) return
      asked = paused
      // Fails only when the producer or its worker is gone, and then there is nothing to pause.
      void (paused ? producer.pause() : producer.resume()).catch(() => {})
    },
    onClosed: (callback) => whenClosed(producer, callback),
    close: () => producer.close(),
  }
}

interface Closable {
  readonly closed: boolean
  readonly observer: { once(event: 'close', callback: () => void): unknown }
}

function whenClosed(target: Closable, callback: () => void): void {
  if (target.closed) callback()
  else target.observer.once('close', callback)
}
