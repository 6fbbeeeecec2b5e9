// SPDX-License-Identifier: Apache-2.0
// What people read when microphone or camera do not work: what happened, and how to mend it. Exhaustive over the ways to fail.
import type { DeviceKind, DeviceProblem } from '../../devices/openDevice.ts'
import { t } from '../../i18n/texts.ts'

export interface DeviceText {
  readonly title: string
  readonly advice: string
}

export function toDeviceText(kind: DeviceKind, problem: DeviceProblem): DeviceText {
  if (problem === 'insecure-page') return { title: t('device.insecure.title'), advice: t('device.insecure.advice') }
  return { title: t(`device.${kind}.${problem}.title`), advice: t(`device.${kind}.${problem}.advice`) }
}

/** One text for both devices where both fail for one reason that has one remedy. */
export function toDeviceNotices(
  problems: Readonly<Record<DeviceKind, DeviceProblem | undefined>>,
): readonly DeviceText[] {
  const { microphone, camera } = problems
  if (microphone === 'insecure-page' || camera === 'insecure-page') return [toDeviceText('camera', 'insecure-page')]
  if (microphone === 'refused' && camera === 'refused')
    return [{ title: t('device.bothRefused.title'), advice: t('device.bothRefused.advice') }]
  return [
    ...(microphone ? [toDeviceText('microphone', microphone)] : []),
    ...(camera ? [toDeviceText('camera', camera)] : []),
  ]
}
