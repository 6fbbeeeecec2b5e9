// SPDX-License-Identifier: Apache-2.0
// What is captured and sent, whatever is asked in which order. The browser is played here: it gives tracks when a test says so.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LocalMedia, type Publisher } from './LocalMedia.ts'

class Track extends EventTarget {
  readonly kind: string
  enabled = true
  readyState = 'live'

  constructor(kind: string) {
    super()
    this.kind = kind
  }

  stop(): void {
    this.readyState = 'ended'
  }

  getSettings() {
    return { deviceId: `a ${this.kind}` }
  }
}

/** All that the browser ever gave. */
let tracks: Track[] = []
/** Questions that wait for the person's answer. */
let questions: ((answer: 'yes' | 'no') => void)[] = []

function ask(...wanted: readonly string[]): Promise<object> {
  return new Promise((resolve, reject) => {
    questions.push((answer) => {
      if (answer === 'no') return reject(new DOMException('no', 'NotAllowedError'))
      const given = wanted.map((kind) => new Track(kind))
      tracks.push(...given)
      const ofKind = (kind: string) => given.filter((track) => track.kind === kind)
      resolve({
        getTracks: () => given,
        getAudioTracks: () => ofKind('audio'),
        getVideoTracks: () => ofKind('video'),
      })
    })
  })
}

beforeEach(() => {
  tracks = []
  questions = []
  const getUserMedia = ({ audio, video }: MediaStreamConstraints) =>
    ask(...(audio ? ['audio'] : []), ...(video ? ['video'] : []))
  const mediaDevices = { getUserMedia, getDisplayMedia: () => ask('video'), enumerateDevices: async () => [] }
  vi.stubGlobal('navigator', { mediaDevices })
})
afterEach(() => void vi.unstubAllGlobals())

const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
const live = () => tracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind)

/** Answers what is asked now, and goes on until nothing more happens. */
async function answer(how: 'yes' | 'no'): Promise<void> {
  await settle()
  for (const question of questions.splice(0)) question(how)
  await settle()
}

function publisher(refused: readonly string[] = []) {
  const sent: string[] = []
  const publish: Publisher['publish'] = async (source, track) => {
    if (refused.includes(source)) throw new Error('refused')
    sent.push(`${source}: ${track.kind}`)
  }
  return { sent, publish, setMuted: async () => {}, unpublish: async () => {} }
}

describe('a device is opened once', () => {
  it('whatever is sent, switched and chosen while the person is still asked', async () => {
    const media = new LocalMedia()
    const { sent, ...to } = publisher()
    void media.start({ microphone: 'on', camera: 'on' })
    void media.attach(to)
    void media.setOn('camera', false)
    void media.setOn('camera', true)
    await settle()
    expect(questions).toHaveLength(1)
    await answer('yes')
    expect(questions).toHaveLength(0)
    expect(live()).toEqual(['audio', 'video'])
    expect(sent).toEqual(['microphone: audio', 'camera: video'])
    media.stop()
    expect(live()).toEqual([])
  })

  it('also when it is asked for again while it is open, or opening', async () => {
    const media = new LocalMedia()
    void media.setOn('camera', true)
    void media.start({ microphone: 'muted', camera: 'on' })
    await answer('yes')
    await answer('yes')
    void media.start({ microphone: 'on', camera: 'on' })
    await settle()
    expect(questions).toHaveLength(0)
    expect(live()).toEqual(['video', 'audio'])
    expect(media.getSnapshot()).toMatchObject({
      microphone: { wanted: true, opening: false },
      camera: { wanted: true },
    })
    void media.setOn('camera', false)
    await settle()
    expect(live()).toEqual(['audio'])
  })

  it('and not at all once all is over', async () => {
    const media = new LocalMedia()
    void media.start({ microphone: 'on', camera: 'on' })
    await settle()
    media.stop()
    await answer('yes')
    expect(tracks).toHaveLength(2)
    expect(live()).toEqual([])
  })
})

describe('what has to be permitted first', () => {
  it('goes on with the permission, and not for who has let go of it by then', async () => {
    const media = new LocalMedia()
    const permit = Promise.withResolvers<void>()
    const done = media.setOnOnce('microphone', () => permit.promise)
    expect([media.isAsked('microphone'), media.getSnapshot().microphone.wanted]).toEqual([true, false])
    void media.setOn('microphone', false)
    expect(media.isAsked('microphone')).toBe(false)
    permit.resolve()
    await done
    expect(media.getSnapshot().microphone.wanted).toBe(false)
    void media.setOnOnce('microphone', async () => {})
    await answer('yes')
    expect(media.getSnapshot().microphone.wanted).toBe(true)
  })

  it('stays off when it is refused', async () => {
    const media = new LocalMedia()
    const refused = media.setOnOnce('camera', () => Promise.reject(new Error('refused')))
    await expect(refused).rejects.toThrow('refused')
    expect(media.isAsked('camera')).toBe(false)
  })
})

describe('a screen', () => {
  it('that is chosen after the meeting was over is not captured', async () => {
    const media = new LocalMedia()
    void media.shareScreen()
    media.stop()
    await answer('yes')
    expect(tracks).toHaveLength(1)
    expect(live()).toEqual([])
    expect(media.getSnapshot().screen).toBeUndefined()
  })
})

it('what is refused to be sent is captured no more, and said to be off', async () => {
  const errors: unknown[] = []
  const media = new LocalMedia((error) => errors.push(error))
  void media.start({ microphone: 'on', camera: 'on' }, publisher(['camera', 'screen']))
  await answer('yes')
  void media.shareScreen()
  await answer('yes')
  expect(live()).toEqual(['audio'])
  expect(media.getSnapshot()).toMatchObject({
    microphone: { wanted: true },
    camera: { wanted: false },
    screen: undefined,
  })
  expect(errors).toHaveLength(2)
})
