// SPDX-License-Identifier: Apache-2.0
// A picture of the person's own, made so small that the browser can keep it: it never leaves this machine but as what stands behind them.
import { longestOwnBackground } from '../../state/preferences.ts'

/** As large as the camera's picture is sent. */
const most = { width: 1280, height: 720 }
const qualities = [0.85, 0.6, 0.35]

/** @returns a JPEG picture as a data address @throws where the browser cannot read the file as a picture */
export async function toOwnBackground(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file)
  try {
    const scale = Math.min(1, Math.max(most.width / picture.width, most.height / picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.min(most.width, Math.round(picture.width * scale))
    canvas.height = Math.min(most.height, Math.round(picture.height * scale))
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser draws nothing')
    const [wide, high] = [picture.width * scale, picture.height * scale]
    context.drawImage(picture, (canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high)
    for (const quality of qualities) {
      const address = canvas.toDataURL('image/jpeg', quality)
      if (address.length <= longestOwnBackground) return address
    }
    throw new Error('the picture stays too large')
  } finally {
    picture.close()
  }
}
