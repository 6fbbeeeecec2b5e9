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
