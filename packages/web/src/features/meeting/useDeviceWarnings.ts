// SPDX-License-Identifier: Apache-2.0
// Tells in the meeting when a device fails there; before entering, the page itself says it.
import { useEffect } from 'react'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { toDeviceNotices } from '../entry/deviceTexts.ts'
import type { PassingNotices } from './usePassingNotices.ts'

export function useDeviceWarnings(local: LocalMediaSnapshot, isInMeeting: boolean, tell: PassingNotices['tell']): void {
  const microphone = local.microphone.problem
  const camera = local.camera.problem
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said before entering is not said again on entering
  useEffect(() => {
    if (!isInMeeting) return
    for (const { title, advice } of toDeviceNotices({ microphone, camera })) tell('warn', `${title}.`, advice)
  }, [microphone, camera, tell])
}
