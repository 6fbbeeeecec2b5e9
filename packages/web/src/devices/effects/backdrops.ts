// SPDX-License-Identifier: Apache-2.0
// Pictures to stand before, drawn when they are needed, so that none has to be loaded. Quiet ones: they must not draw the eye from the face.
import type { Background } from '../../state/preferences.ts'

export type Backdrop = Exclude<Background, 'none' | 'blur' | 'own'>

/** Fills the whole canvas. */
export function drawBackdrop(context: CanvasRenderingContext2D, backdrop: Backdrop): void {
  const { width, height } = context.canvas
  context.save()
  context.scale(width / 160, height / 90)
  drawings[backdrop](context)
  context.restore()
}

/** Each on an area of 160 by 90. */
const drawings: Readonly<Record<Backdrop, (context: CanvasRenderingContext2D) => void>> = {
  dawn: (context) => {
    fill(context, [0, '#31476b'], [0.55, '#c98f7a'], [1, '#f0d2a8'])
    hills(context, 62, 9, '#6d6a7c')
    hills(context, 72, 6, '#4a4a5e')
  },
  study: (context) => {
    fill(context, [0, '#d8cfc1'], [1, '#b7aa97'])
    for (const [shelf, top] of [14, 40].entries()) {
      context.fillStyle = '#7a6248'
      context.fillRect(8, top + 16, 58, 2)
      for (let book = 0; book < 11; book += 1) {
        context.fillStyle = ['#5b6b73', '#8a5a4a', '#a58b5c', '#51604f', '#7b7488'][(book * 3 + shelf) % 5] ?? ''
        const tall = 11 + ((book * 5 + shelf * 3) % 5)
        context.fillRect(11 + book * 4.8, top + 16 - tall, 4, tall)
      }
    }
    context.fillStyle = '#e9eff2'
    context.fillRect(104, 8, 46, 54)
    context.fillStyle = '#b9cdd6'
    context.fillRect(107, 11, 40, 48)
  },
  slate: (context) => {
    fill(context, [0, '#39424e'], [1, '#232a33'])
    const light = context.createRadialGradient(50, 20, 5, 60, 30, 110)
    light.addColorStop(0, '#ffffff26')
    light.addColorStop(1, '#ffffff00')
    context.fillStyle = light
    context.fillRect(0, 0, 160, 90)
  },
}

function fill(context: CanvasRenderingContext2D, ...stops: readonly (readonly [number, string])[]): void {
  const gradient = context.createLinearGradient(0, 0, 0, 90)
  for (const [at, colour] of stops) gradient.addColorStop(at, colour)
  context.fillStyle = gradient
  context.fillRect(0, 0, 160, 90)
}

function hills(context: CanvasRenderingContext2D, base: number, size: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.moveTo(0, 90)
  for (let x = 0; x <= 160; x += 4) context.lineTo(x, base - Math.sin(x / 19 + base) * size - Math.sin(x / 7) * 2)
  context.lineTo(160, 90)
  context.fill()
}
