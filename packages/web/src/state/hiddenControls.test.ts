// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { clickRuleOf, privateChatOf, showsButton, toHidden } from './hiddenControls.ts'

describe('what a page leaves out', () => {
  it('is nothing without configuration', () => {
    expect([...toHidden({})]).toEqual([])
  })

  it('is what the keys say', () => {
    expect([...toHidden({ 'breakoutRooms.hideAddRoomButton': true })]).toEqual(['add-room'])
    expect([...toHidden({ hideAddRoomButton: true, 'breakoutRooms.hideJoinRoomButton': true })]).toEqual([
      'add-room',
      'join',
    ])
    expect([...toHidden({ 'breakoutRooms.enabled': false })]).toEqual(['rooms', 'add-room', 'split', 'join'])
    expect([...toHidden({ disableRemoteMute: true, 'remoteVideoMenu.disableKick': true })]).toEqual([
      'mute-all',
      'mute-person',
      'remove-person',
    ])
    expect([
      ...toHidden({
        'participantsPane.hideMoreActionsButton': true,
        'participantsPane.hideMuteAllButton': true,
        'remoteVideoMenu.disabled': true,
        'remoteVideoMenu.disableGrantModerator': true,
        'remoteVideoMenu.disableDemote': true,
        disableSelfDemote: true,
        disableModeratorIndicator: true,
        'securityUi.hideLobbyButton': true,
        'breakoutRooms.hideAutoAssignButton': true,
      }),
    ]).toEqual([
      'split',
      'meeting-menu',
      'mute-all',
      'person-menu',
      'role',
      'demote',
      'self-demote',
      'moderator-mark',
      'lobby',
    ])
    expect([...toHidden({ hideLobbyButton: true, 'securityUi.disableLobbyPassword': true })]).toEqual([
      'lobby',
      'password',
    ])
  })

  it('in the control bar is what the list does not name', () => {
    expect(showsButton({}, 'chat')).toBe(true)
    expect(showsButton({ toolbarButtons: ['microphone'] }, 'chat')).toBe(false)
    expect(showsButton({ toolbarButtons: [] }, 'hangup')).toBe(false)
    expect(showsButton({ disableChat: true, toolbarButtons: ['chat'] }, 'chat')).toBe(false)
  })

  it.each([
    ['reactions', { disableReactions: true }],
    ['participants-pane', { 'participantsPane.enabled': false }],
    ['invite', { disableInviteFunctions: true }],
    ['tileview', { disableTileView: true }],
    ['shortcuts', { disableShortcuts: true }],
  ] as const)('%s', (button, config) => {
    expect([showsButton({}, button), showsButton(config, button)]).toEqual([true, false])
  })
})

it.each([
  [undefined, 'everybody'],
  [false, 'everybody'],
  ['disable-visitor-chat', 'everybody'],
  [true, 'nobody'],
  ['all', 'nobody'],
  ['allow-moderator-chat', 'moderators'],
] as const)('with disablePrivateChat %j one writes alone to %s', (extent, whom) => {
  expect(privateChatOf(extent === undefined ? {} : { 'remoteVideoMenu.disablePrivateChat': extent })).toBe(whom)
})

it('a click is told, and prevented unless the rule says otherwise', () => {
  const rules = ['chat', { key: 'hangup', preventExecution: false }]
  expect(clickRuleOf(rules, 'chat')).toEqual({ tell: true, prevent: true })
  expect(clickRuleOf(rules, 'hangup')).toEqual({ tell: true, prevent: false })
  expect(clickRuleOf(rules, 'camera')).toEqual({ tell: false, prevent: false })
})
