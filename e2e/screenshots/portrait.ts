// SPDX-License-Identifier: Apache-2.0
// Runs in the page before its own scripts: the camera becomes a drawn portrait, so that pictures of the product show people and not a test card.

export interface Portrait {
  readonly wall: readonly [string, string]
  readonly skin: string
  readonly hair: string
  readonly clothes: string
  readonly hairStyle: 'short' | 'long' | 'bun'
}

/**
 * Puts the drawn camera in place of the real one; the microphone stays the browser's. Serialised into the page: uses nothing from outside.
 * @param scale of a picture of 640 x 360
 */
export function drawCamera({ portrait, scale }: { readonly portrait: Portrait; readonly scale: number }): void {
  const width = 640
  const height = 360
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)

  function ellipse(context: CanvasRenderingContext2D, x: number, y: number, rx: number, ry: number, fill: string) {
    context.fillStyle = fill
    context.beginPath()
    context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2)
    context.fill()
  }

  function draw(context: CanvasRenderingContext2D, time: number): void {
    const sway = Math.sin(time / 900) * 4
    const wall = context.createLinearGradient(0, 0, width, height)
    wall.addColorStop(0, portrait.wall[0])
    wall.addColorStop(1, portrait.wall[1])
    context.fillStyle = wall
    context.fillRect(0, 0, width, height)
    ellipse(context, 120, 70, 150, 110, 'rgba(255, 255, 255, 0.10)')
    const x = width / 2 + sway
    if (portrait.hairStyle === 'long') ellipse(context, x, 200, 92, 125, portrait.hair)
    if (portrait.hairStyle === 'bun') ellipse(context, x, 62, 34, 30, portrait.hair)
    ellipse(context, x, 380, 175, 120, portrait.clothes)
    context.fillStyle = portrait.skin
    context.fillRect(x - 28, 220, 56, 60)
    ellipse(context, x, 275, 34, 18, portrait.skin)
    ellipse(context, x, 160, 76, 92, portrait.hair)
    ellipse(context, x, 174, 64, 82, portrait.skin)
    context.fillStyle = portrait.hair
    context.beginPath()
    context.ellipse(x, 118, 66, 34, 0, Math.PI, Math.PI * 2)
    context.fill()
    ellipse(context, x - 25, 168, 6, 7, '#2a2320')
    ellipse(context, x + 25, 168, 6, 7, '#2a2320')
    context.strokeStyle = 'rgba(90, 40, 35, 0.8)'
    context.lineWidth = 4
    context.lineCap = 'round'
    context.beginPath()
    context.arc(x, 198, 24, 0.2 * Math.PI, 0.8 * Math.PI)
    context.stroke()
  }

  function camera(): MediaStreamTrack {
    const canvas = document.createElement('canvas')
    canvas.width = width * scale
    canvas.height = height * scale
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser draws nothing')
    context.scale(scale, scale)
    draw(context, 0)
    setInterval(() => draw(context, performance.now()), 200)
    const [track] = canvas.captureStream(5).getVideoTracks()
    if (!track) throw new Error('the drawing gives no track')
    return track
  }

  // Devices that are made up would be called so.
  const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices)
  const names = { audioinput: 'Microphone', audiooutput: 'Speakers', videoinput: 'Camera' } as const
  navigator.mediaDevices.enumerateDevices = async () =>
    (await list()).map((device, index) => {
      const { deviceId, groupId, kind } = device
      const label = `${names[kind]} ${index + 1}`
      return { deviceId, groupId, kind, label, toJSON: () => ({ deviceId, groupId, kind, label }) }
    })

  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const tracks: MediaStreamTrack[] = []
    if (constraints?.audio) tracks.push(...(await open({ audio: constraints.audio })).getTracks())
    if (constraints?.video) tracks.push(camera())
    return new MediaStream(tracks)
  }
}

export const portraits: readonly Portrait[] = [
  {
    wall: ['#31506b', '#1d2b3a'],
    skin: '#e8b594',
    hair: '#3b2a20',
    clothes: '#d9d2c4',
    hairStyle: 'long',
  },
  {
    wall: ['#5a6b4a', '#2c3a2a'],
    skin: '#8d5a3c',
    hair: '#1c1614',
    clothes: '#c7673f',
    hairStyle: 'short',
  },
  {
    wall: ['#6a4a5c', '#33232e'],
    skin: '#f0c6a6',
    hair: '#b5793c',
    clothes: '#37506e',
    hairStyle: 'bun',
  },
  {
    wall: ['#6d6352', '#39332a'],
    skin: '#c98f68',
    hair: '#22201f',
    clothes: '#4f7a6a',
    hairStyle: 'short',
  },
  {
    wall: ['#44577f', '#222b45'],
    skin: '#6b4330',
    hair: '#120e0d',
    clothes: '#e0b04c',
    hairStyle: 'bun',
  },
  {
    wall: ['#4c6a6d', '#233537'],
    skin: '#f2d0b8',
    hair: '#8c8c90',
    clothes: '#6d3f52',
    hairStyle: 'short',
  },
]
