// SPDX-License-Identifier: Apache-2.0
// Percentiles of samples. Pure.

/** Linear between the two nearest samples. @param share 0 to 1; @throws for no samples */
export function percentile(samples: readonly number[], share: number): number {
  const ordered = samples.toSorted((a, b) => a - b)
  const place = share * (ordered.length - 1)
  const below = ordered[Math.floor(place)]
  const above = ordered[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('there is no percentile of nothing')
  return below + (above - below) * (place - Math.floor(place))
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)
export const p95 = (samples: readonly number[]): number => percentile(samples, 0.95)
