// SPDX-License-Identifier: Apache-2.0
// Straight lines through samples by least squares. Pure.

export interface Fit {
  /** y = start + slope * x */
  readonly start: number
  readonly slope: number
  /** How much of the differences the line explains, 0 to 1. */
  readonly share: number
}

/** @throws for less than two different x */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Fit {
  const meanX = mean(points.map(([x]) => x))
  const meanY = mean(points.map(([, y]) => y))
  const spreadX = sum(points.map(([x]) => (x - meanX) ** 2))
  if (!(spreadX > 0)) throw new Error('a line needs two different places')
  const slope = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spreadX
  const start = meanY - slope * meanX
  const spreadY = sum(points.map(([, y]) => (y - meanY) ** 2))
  const left = sum(points.map(([x, y]) => (y - start - slope * x) ** 2))
  return { start, slope, share: spreadY > 0 ? 1 - left / spreadY : 1 }
}

/** The power of x with which y grows: the slope of the line through the logarithms. */
export function growthPower(points: readonly (readonly [x: number, y: number])[]): number {
  return fitLine(points.map(([x, y]) => [Math.log(x), Math.log(y)])).slope
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}
