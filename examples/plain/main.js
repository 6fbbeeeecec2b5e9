// SPDX-License-Identifier: Apache-2.0
// Puts the meeting into the page, has buttons send commands, and writes down all that the meeting tells. `?room=…&name=…&config=…` choose.

const asked = new URLSearchParams(location.search)
const domain = new URL(document.querySelector('script[src$="external_api.js"]').src).host

const api = new window.JitsiMeetExternalAPI(domain, {
  roomName: asked.get('room') ?? 'example',
  parentNode: document.getElementById('meeting'),
  configOverwrite: JSON.parse(asked.get('config') ?? '{}'),
  userInfo: { displayName: asked.get('name') ?? '' },
  onload: () => api.addEventListener('videoConferenceJoined', () => document.body.setAttribute('data-joined', 'yes')),
})

const list = document.getElementById('events')
for (const name of api.getSupportedEvents()) {
  api.addListener(name, (payload) => {
    const item = document.createElement('li')
    item.textContent = JSON.stringify({ name, payload })
    list.append(item)
  })
}

const onClick = (id, action) => document.getElementById(id).addEventListener('click', action)
onClick('add', () => api.executeCommand('addBreakoutRoom'))
onClick('split', () => api.executeCommand('autoAssignToBreakoutRooms'))
onClick('back', () => api.executeCommand('closeAllBreakoutRooms'))
onClick('hangup', () => api.executeCommand('hangup'))
api.addListener('readyToClose', () => api.dispose())

// To play with in the console.
window.api = api
