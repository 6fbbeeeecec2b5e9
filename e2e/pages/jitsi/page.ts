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
if (location.search.includes('harm')) misbehave()
transport.sendEvent({ name: 'ready' })
transport.sendEvent({ name: 'video-conference-joined', id: 'a1b2c3d4', roomName: 'demo', displayName: 'Ann' })
Object.assign(window, { commands })

/** As a page that means harm to the page around it: what is no message, is meant for others, would reach a prototype, answers what nobody asked, and floods. */
function misbehave(): void {
  const scope = 'jitsi_meet_external_api_0'
  const post = (message: unknown) => window.parent.postMessage(message, '*')
  const text = (params: unknown, more: object = {}) =>
    JSON.stringify({ postis: true, scope, method: 'message', params, ...more })
  for (const bad of ['{"postis":', 'null', null, 7, { postis: true, scope, method: 'message' }]) post(bad)
  post(text({ type: 'event', data: { name: 'video-ready-to-close' } }, { scope: 'jitsi_meet_external_api_1' }))
  post(text({ type: 'event' }))
  for (const name of ['__proto__', 'constructor', 'toString']) post(text({ type: 'event', data: { name } }))
  post(text({ type: 'response', id: 1, error: { name: 'nobody asked' } }))
  const markup = '<img src=x onerror=\\"window.hacked=1\\">'
  const person = `"name":"participant-joined","id":"__proto__","displayName":"${markup}","__proto__":{"polluted":1}`
  post(`{"postis":true,"scope":"${scope}","method":"message","params":{"type":"event","data":{${person}}}}`)
  post(text({ type: 'event', data: { name: 'participant-left', id: '__proto__' } }))
  for (let index = 0; index < 5_000; index += 1) post(text({ type: 'event', data: { name: 'unheard-of', index } }))
}
