// SPDX-License-Identifier: Apache-2.0
// What people are recognised by: each sends two tones and a plain colour of their own. Shared by the page that plays and analyses them, and by
// the scenarios that judge.

/** A person's own tones and colour. */
export interface Mark {
  /**
   * Somebody is heard when both are. One would not do: where a packet of a voice comes late, the browser fills the gap with something like it,
   * and that has tones beside the real ones, up to 30 dB below them.
   */
  readonly tones: readonly [hz: number, hz: number]
  /** Red, green and blue, 0 to 255. */
  readonly colour: readonly [number, number, number]
}

export const sampleRate = 48_000
/** 43 ms of sound. */
export const fftSize = 2048
const binHz = sampleRate / fftSize

// In the middle of bins, at least 10 bins apart. No harmonics, sums or differences of one pair are near both of another's, and no two pairs
// are the same distance apart.
const bins = [
  [24, 151],
  [36, 171],
  [46, 121],
  [58, 161],
  [68, 131],
  [78, 111],
  [88, 141],
  [99, 181],
] as const
const colours = [
  [220, 40, 40],
  [40, 200, 40],
  [50, 50, 230],
  [230, 220, 40],
  [40, 220, 220],
  [220, 40, 220],
  [240, 240, 240],
  [240, 140, 20],
] as const

/** Up to 8 marks, all different. */
export const marks: readonly Mark[] = bins.map(([low, high], index) => ({
  tones: [low * binHz, high * binHz],
  colour: colours[index] ?? [0, 0, 0],
}))

export function markAt(index: number): Mark {
  const mark = marks[index]
  if (!mark) throw new Error(`there are ${marks.length} marks, and number ${index} was asked for`)
  return mark
}

export function binOf(hz: number): number {
  return Math.round(hz / binHz)
}

/** Index of the mark with this colour; undefined for black and for mixtures. */
export function markOfColour([red, green, blue]: readonly [number, number, number]): number | undefined {
  const distances = marks.map(({ colour }) => Math.hypot(colour[0] - red, colour[1] - green, colour[2] - blue))
  const nearest = Math.min(...distances)
  return nearest < 60 ? distances.indexOf(nearest) : undefined
}
