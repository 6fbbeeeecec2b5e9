// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { createAllowance } from './allowance.ts'
import { readAddress } from './readAddress.ts'
import { lateStopsOf, startMediaOf } from './startMedia.ts'

describe('what an address says', () => {
  it('is what a host page put there', () => {
    const hash =
      '#jitsi_meet_external_api_id=2&config.startSilent=true&userInfo.displayName=%22%20Ann%20%22&devices.audioInput=%22Mic%22'
    expect(readAddress({ search: '?lang=de', hash }, true)).toEqual({
      instance: 2,
      config: { startSilent: true },
      displayName: 'Ann',
      language: 'de',
      devices: { microphone: 'Mic', camera: undefined },
    })
  })

  it('is nothing for a plain link', () => {
    const { instance, config, displayName } = readAddress({ search: '', hash: '' }, true)
    expect([instance, config, displayName]).toEqual([undefined, {}, undefined])
  })

  it.each(['"0"', 'null', '{}', '[0]'])('speaks with no host page for the number %s', (number) => {
    expect(readAddress({ search: '', hash: `#jitsi_meet_external_api_id=${number}` }, true).instance).toBeUndefined()
  })
})

it('a link alone makes no host page', () => {
  const address = { search: '', hash: '#jitsi_meet_external_api_id=0&config.startSilent=true' }
  expect(readAddress(address, true).instance).toBe(0)
  expect(readAddress(address, false)).toMatchObject({ instance: undefined, config: { startSilent: true } })
})

describe('microphone and camera', () => {
  const on = { microphone: 'on', camera: 'on' } as const
  it('begin as configured', () => {
    expect(startMediaOf(on, {})).toEqual(on)
    expect(startMediaOf(on, { startWithAudioMuted: true })).toEqual({ microphone: 'muted', camera: 'on' })
    expect(startMediaOf(on, { startWithVideoMuted: true })).toEqual({ microphone: 'on', camera: 'off' })
    expect(startMediaOf(on, { disableInitialGUM: true })).toEqual({ microphone: 'off', camera: 'off' })
    expect(startMediaOf(on, { startSilent: true })).toEqual({ microphone: 'off', camera: 'on' })
  })

  it('stop for those who come after so many others', () => {
    expect(lateStopsOf(2, { startAudioMuted: 2, startVideoMuted: 2 })).toEqual([])
    expect(lateStopsOf(3, { startAudioMuted: 2, startVideoMuted: 2 })).toEqual(['microphone', 'camera'])
    expect(lateStopsOf(3, { startAudioMuted: 2, ignoreStartMuted: true })).toEqual([])
  })
})

it('an allowance is a burst, and then so much a second', () => {
  const allowance = createAllowance({ burst: 3, perSecond: 2 })
  expect([1, 2, 3, 4].map(() => allowance.take(0))).toEqual([true, true, true, false])
  expect(allowance.take(500)).toBe(true)
  expect(allowance.take(500)).toBe(false)
  expect([1, 2, 3, 4].map(() => allowance.take(60_000))).toEqual([true, true, true, false])
})
