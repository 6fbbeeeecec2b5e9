// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { parseFragment, toEmbedConfig } from './config.ts'

describe('the fragment of an address', () => {
  it('is read as Jitsi reads it', () => {
    const fragment =
      '#jitsi_meet_external_api_id=0&jwt=%22a.b.c%22&config.startWithAudioMuted=true&userInfo.displayName=%22Ann%20B%22&appData.localStorageContent=null'
    expect(parseFragment(fragment)).toEqual({
      jitsi_meet_external_api_id: 0,
      jwt: 'a.b.c',
      config: { startWithAudioMuted: true },
      userInfo: { displayName: 'Ann B' },
      appData: { localStorageContent: null },
    })
  })

  it('says the same with dots and with objects', () => {
    const nested = { config: { prejoinConfig: { enabled: false, hideDisplayName: true } } }
    expect(parseFragment('config.prejoinConfig.enabled=false&config.prejoinConfig.hideDisplayName=true')).toEqual(
      nested,
    )
    expect(
      parseFragment(`config.prejoinConfig=${encodeURIComponent('{"enabled":false,"hideDisplayName":true}')}`),
    ).toEqual(nested)
  })

  it.each([
    ['a value that is no JSON', 'config.a=%7B&config.b=1'],
    ['a percent sign that is none', 'config.a=%&config.b=1'],
    ['a value that says it is undefined', 'config.a=undefined&config.b=1'],
    ['a key that would reach a prototype', 'config.__proto__.a=1&config.b=1'],
    ['another one', 'constructor.prototype.a=1&config.b=1'],
    ['a prototype inside a value', `config.b=1&config.c=${encodeURIComponent('undefined')}`],
  ])('%s is skipped, the rest is kept', (_what, fragment) => {
    expect(parseFragment(fragment)).toEqual({ config: { b: 1 } })
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false)
  })

  it('may have a prototype inside a value, which is left out', () => {
    expect(parseFragment(`config.x=${encodeURIComponent('{"__proto__":{"a":1},"y":1}')}`)).toEqual({
      config: { x: { y: 1 } },
    })
  })

  it.each(['', '#', '#/route', '#section'])('%j says nothing', (fragment) => {
    expect(Object.keys(toEmbedConfig(parseFragment(fragment).config, undefined))).toEqual([])
  })
})

describe('the configuration of a page', () => {
  it('is what is listed and of the right kind', () => {
    const config = {
      breakoutRooms: { hideAddRoomButton: true, unheardOf: 1 },
      'prejoinConfig.enabled': false,
      toolbarButtons: ['microphone', 'hangup'],
      startAudioMuted: 'two',
      hosts: { domain: 'evil.example' },
      disableChat: 'yes',
    }
    expect(toEmbedConfig(config, undefined)).toEqual({
      'breakoutRooms.hideAddRoomButton': true,
      'prejoinConfig.enabled': false,
      toolbarButtons: ['microphone', 'hangup'],
    })
  })

  it('lets config win over interfaceConfig, and both over what held before', () => {
    const before = { disableChat: true, toolbarButtons: ['chat'] }
    expect(
      toEmbedConfig({ disableChat: false }, { TOOLBAR_BUTTONS: ['hangup'], SHOW_JITSI_WATERMARK: true }, before),
    ).toEqual({
      disableChat: false,
      toolbarButtons: ['hangup'],
    })
    expect(toEmbedConfig({ toolbarButtons: [] }, { TOOLBAR_BUTTONS: ['hangup'] })).toEqual({ toolbarButtons: [] })
  })

  it.each([null, 7, 'config', [], undefined])('is empty for %j', (config) => {
    expect(toEmbedConfig(config, config)).toEqual({})
  })
})
