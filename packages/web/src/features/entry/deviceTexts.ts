// SPDX-License-Identifier: Apache-2.0
// What people read when microphone or camera do not work: what happened, and how to mend it. Exhaustive over the ways to fail.
import type { DeviceKind, DeviceProblem } from '../../devices/openDevice.ts'

export interface DeviceText {
  readonly title: string
  readonly advice: string
}

export function toDeviceText(kind: DeviceKind, problem: DeviceProblem): DeviceText {
  const device = kind === 'microphone' ? 'microphone' : 'camera'
  const without =
    kind === 'microphone'
      ? 'You can join without it: you hear everybody, nobody hears you.'
      : 'You can join without it.'
  switch (problem) {
    case 'insecure-page':
      return insecurePage
    case 'refused':
      return {
        title: `Your browser may not use the ${device}`,
        advice: `Allow it with the sign beside the page’s address, then press the ${device} button again. ${without}`,
      }
    case 'missing':
      return { title: `No ${device} found`, advice: `Plug one in, then press the ${device} button again. ${without}` }
    case 'busy':
      return {
        title: `The ${device} is busy`,
        advice: `Another program may be using it. Close that program, then press the ${device} button again. ${without}`,
      }
    case 'disconnected':
      return {
        title: `The ${device} was disconnected`,
        advice: `Plug it in, or press the ${device} button to use another one.`,
      }
    case 'unknown':
      return {
        title: `The ${device} does not start`,
        advice: `Press the ${device} button to try again, or choose another one. ${without}`,
      }
  }
}

const insecurePage: DeviceText = {
  title: 'This page is not secure, so browsers give it no camera and no microphone',
  advice:
    'Open it with https:// at the start of the address. Whoever runs the server starts it with `npm start -- --https`; on the same machine, `localhost` works too. You can join without them: you hear and see everybody.',
}

/** One text for both devices where both fail for one reason that has one remedy. */
export function toDeviceNotices(
  problems: Readonly<Record<DeviceKind, DeviceProblem | undefined>>,
): readonly DeviceText[] {
  const { microphone, camera } = problems
  if (microphone === 'insecure-page' || camera === 'insecure-page') return [insecurePage]
  if (microphone === 'refused' && camera === 'refused') {
    return [
      {
        title: 'Your browser may not use camera and microphone',
        advice:
          'Allow them with the sign beside the page’s address, then press their buttons again. You can join without them.',
      },
    ]
  }
  return [
    ...(microphone ? [toDeviceText('microphone', microphone)] : []),
    ...(camera ? [toDeviceText('camera', camera)] : []),
  ]
}
