// SPDX-License-Identifier: Apache-2.0
// A host page that speaks through Jitsi's own transport, as Jitsi's `external_api.js` does. `?frame=…` is the address of the meeting's page.
import { PostMessageTransportBackend, Transport } from '@jitsi/js-utils/transport'

const address = new URLSearchParams(location.search).get('frame') ?? ''
const frame = document.createElement('iframe')
frame.allow = 'camera; microphone; autoplay'
frame.style.cssText = 'width: 900px; height: 600px'
frame.src = `${address}#jitsi_meet_external_api_id=0&config.prejoinConfig.enabled=false&userInfo.displayName=%22Ann%22`
document.body.append(frame)

const backend = new PostMessageTransportBackend({
  postisOptions: {
    allowedOrigin: new URL(address).origin,
    scope: 'jitsi_meet_external_api_0',
    window: frame.contentWindow ?? window,
  },
})
const transport = new Transport({ backend })
const told: unknown[] = []
transport.on('event', (event: unknown) => {
  told.push(event)
  return true
})
Object.assign(window, { told, transport })
