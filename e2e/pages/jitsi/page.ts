// SPDX-License-Identifier: Apache-2.0
// A page that stands for one of a Jitsi server: Jitsi's own transport, told what its page would tell. It writes down the commands that it gets.
import { PostMessageTransportBackend, Transport } from '@jitsi/js-utils/transport'

const backend = new PostMessageTransportBackend({
  postisOptions: { scope: 'jitsi_meet_external_api_0', window: window.parent },
})
const transport = new Transport({ backend })
const commands: unknown[] = []
transport.on('event', (event: unknown) => {
  commands.push(event)
  return true
})
transport.on('request', ({ name }: { name: string }, answer: (result: unknown) => void) => {
  answer(name === 'rooms-info' ? { rooms: [{ id: 'demo' }] } : { error: {} })
  return true
})
transport.sendEvent({ name: 'ready' })
transport.sendEvent({ name: 'video-conference-joined', id: 'a1b2c3d4', roomName: 'demo', displayName: 'Ann' })
Object.assign(window, { commands })
