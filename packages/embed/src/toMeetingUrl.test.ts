// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { ExternalApiOptions } from './api.ts'
import { toMeetingUrl } from './toMeetingUrl.ts'

const urlOf = (options: ExternalApiOptions, more: Partial<Parameters<typeof toMeetingUrl>[0]> = {}) =>
  toMeetingUrl({ scheme: 'https:', domain: 'meet.example', instance: 0, localStorageContent: null, options, ...more })

describe("the address of the meeting's page", () => {
  it('is the one that Jitsi makes', () => {
    expect(
      urlOf({
        roomName: 'demo',
        configOverwrite: { startWithAudioMuted: true },
        userInfo: { displayName: 'Ann B' },
      }),
    ).toBe(
      'https://meet.example/demo#jitsi_meet_external_api_id=0&config.startWithAudioMuted=true&userInfo.displayName=%22Ann%20B%22&appData.localStorageContent=null',
    )
  })

  it('has everything in its order', () => {
    const options = {
      roomName: 'app/room name',
      jwt: 'a.b.c',
      lang: 'de',
      release: 'r 1',
      configOverwrite: { a: { b: 1 }, c: undefined },
      iceServers: { replace: [] },
      interfaceConfigOverwrite: { X: 'y' },
      devices: { audioInput: 'Mic (1)' },
      userInfo: { email: 'a@b' },
    }
    expect(urlOf(options, { domain: ' host/tenant ', instance: 3, localStorageContent: '{"k":"v"}' })).toBe(
      'https://host/tenant/app/room name?jwt=a.b.c&lang=de&release=r+1#jitsi_meet_external_api_id=3&jwt="a.b.c"' +
        '&config.a=%7B%22b%22%3A1%7D&config.c=undefined&iceServers.replace=%5B%5D&interfaceConfig.X=%22y%22' +
        '&devices.audioInput=%22Mic%20(1)%22&userInfo.email=%22a%40b%22&appData.localStorageContent=%22%7B%5C%22k%5C%22%3A%5C%22v%5C%22%7D%22',
    )
  })

  it('takes the language from the configuration, and the old names of the options', () => {
    const old = { config: { x: 1 }, interfaceConfigOverride: { Y: 2 } }
    expect(urlOf({ configOverwrite: { defaultLanguage: 'fr' } })).toContain('/?lang=fr#')
    expect(urlOf(old as ExternalApiOptions)).toContain('&config.x=1&interfaceConfig.Y=2&')
  })
})
