// SPDX-License-Identifier: Apache-2.0
// The strip says what is wrong and nothing when all is well.
import { describe, expect, it } from 'vitest'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { type LastingInput, toLastingNotices, toMoveText } from './notices.ts'

const device = { wanted: true, opening: false, track: undefined, problem: undefined, choices: [], chosenId: undefined }
const local: LocalMediaSnapshot = { microphone: device, camera: device, screen: undefined, canShareScreen: true }
const well: LastingInput = { state: { status: 'joined' }, mediaState: 'connected', soundBlocked: false, local }

describe('toLastingNotices', () => {
  it('is empty when all is well', () => {
    expect(toLastingNotices(well)).toEqual([])
  })

  it('says once that the connection is lost, not also that media is', () => {
    const notices = toLastingNotices({
      ...well,
      state: { status: 'reconnecting', since: 0, code: 'SERVER_UNREACHABLE' },
      mediaState: 'failed',
    })
    expect(notices.map((notice) => notice.text)).toEqual(['Connection lost. Trying again…'])
  })

  it('says that the server starts again when it announced that', () => {
    const [notice] = toLastingNotices({ ...well, state: { status: 'reconnecting', since: 0, code: 'SERVER_STOPPING' } })
    expect(notice).toMatchObject({ id: 'reconnecting', text: 'The server is starting again…' })
    expect(notice?.more).toMatch(/Leave the page open/)
  })

  it('does not promise another try where the browser cannot do it', () => {
    const [notice] = toLastingNotices({ ...well, mediaState: 'unsupported' })
    expect(notice).toMatchObject({ tone: 'error', more: expect.stringMatching(/Chrome, Edge, Firefox or Safari/) })
    expect(`${notice?.text} ${notice?.more}`).not.toMatch(/[Tt]rying again|firewall/)
  })

  it('says what to do about a weak line, but not on top of a lost one', () => {
    expect(toLastingNotices({ ...well, ownLine: 'weak' })[0]?.more).toMatch(/camera off/)
    const lost = toLastingNotices({
      ...well,
      ownLine: 'weak',
      state: { status: 'reconnecting', since: 0, code: 'SERVER_UNREACHABLE' },
    })
    expect(lost.map(({ id }) => id)).toEqual(['reconnecting'])
  })

  it('offers what helps', () => {
    const screen = {} as MediaStreamTrack
    const notices = toLastingNotices({ ...well, soundBlocked: true, local: { ...local, screen } })
    expect(notices.map((notice) => notice.action)).toEqual(['turn-sound-on', 'stop-sharing'])
  })
})

it('names the place after a move', () => {
  expect(toMoveText('Room 2', false)).toBe('You are in Room 2 now')
  expect(toMoveText('Main room', true)).toBe('You are back in the main room')
})
