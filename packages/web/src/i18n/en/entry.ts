// SPDX-License-Identifier: Apache-2.0
// Before entering: devices and what may be wrong with them, the name, joining.

export const entry = {
  'entry.devices': 'Your camera and microphone',
  'entry.nobody': 'Nobody is here yet.',
  'entry.people_one': '{{count}} person is here.',
  'entry.people_other': '{{count}} people are here.',
  'entry.inMain': 'In the main room: {{names}}',
  'entry.name': 'Your name',
  'entry.nameMissing': 'Type your name, so that the others know who you are.',
  'entry.haveCode': 'I have a code',
  'entry.code': 'Your code',
  'entry.codeHint': 'It opens the seat that was prepared for you.',
  'entry.level': 'Level of your microphone',
  'entry.join': 'Join',
  'entry.joining': 'Joining…',
  'entry.note': 'Moderators see who speaks in every room, never what is said there.',
  'entry.cameraStarting': 'Starting the camera…',
  'entry.cameraOff': 'Your camera is off',
  'entry.turnMicrophoneOn': 'Turn microphone on',
  'entry.turnMicrophoneOff': 'Turn microphone off',
  'entry.turnCameraOn': 'Turn camera on',
  'entry.turnCameraOff': 'Turn camera off',
  'entry.testSpeaker': 'Play a sound to test your speaker',
  'entry.waiting': 'Waiting for permission…',
  'entry.microphone.default': 'Default microphone',
  'entry.microphone.off': 'Microphone is off',
  'entry.camera.default': 'Default camera',
  'entry.camera.off': 'Camera is off',

  'device.insecure.title': 'This page is not secure, so browsers give it no camera and no microphone',
  'device.insecure.advice':
    'Open it with https:// at the start of the address. Whoever runs the server starts it with `npm start -- --https`; on the same machine, `localhost` works too. You can join without them: you hear and see everybody.',
  'device.bothRefused.title': 'Your browser may not use camera and microphone',
  'device.bothRefused.advice':
    'Allow them with the sign beside the page’s address, then press their buttons again. You can join without them.',
  'device.microphone.refused.title': 'Your browser may not use the microphone',
  'device.microphone.refused.advice':
    'Allow it with the sign beside the page’s address, then press the microphone button again. You can join without it: you hear everybody, nobody hears you.',
  'device.microphone.missing.title': 'No microphone found',
  'device.microphone.missing.advice':
    'Plug one in, then press the microphone button again. You can join without it: you hear everybody, nobody hears you.',
  'device.microphone.busy.title': 'The microphone is busy',
  'device.microphone.busy.advice':
    'Another program may be using it. Close that program, then press the microphone button again. You can join without it: you hear everybody, nobody hears you.',
  'device.microphone.disconnected.title': 'The microphone was disconnected',
  'device.microphone.disconnected.advice': 'Plug it in, or press the microphone button to use another one.',
  'device.microphone.unknown.title': 'The microphone does not start',
  'device.microphone.unknown.advice':
    'Press the microphone button to try again, or choose another one. You can join without it: you hear everybody, nobody hears you.',
  'device.camera.refused.title': 'Your browser may not use the camera',
  'device.camera.refused.advice':
    'Allow it with the sign beside the page’s address, then press the camera button again. You can join without it.',
  'device.camera.missing.title': 'No camera found',
  'device.camera.missing.advice': 'Plug one in, then press the camera button again. You can join without it.',
  'device.camera.busy.title': 'The camera is busy',
  'device.camera.busy.advice':
    'Another program may be using it. Close that program, then press the camera button again. You can join without it.',
  'device.camera.disconnected.title': 'The camera was disconnected',
  'device.camera.disconnected.advice': 'Plug it in, or press the camera button to use another one.',
  'device.camera.unknown.title': 'The camera does not start',
  'device.camera.unknown.advice':
    'Press the camera button to try again, or choose another one. You can join without it.',
} as const
