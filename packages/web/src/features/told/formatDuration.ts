// SPDX-License-Identifier: Apache-2.0
// A length of time in one unit, as people say it. Pure.
import { currentLocale } from '../../i18n/texts.ts'

const hourMs = 3_600_000

/** Days from two of them, hours from one, else minutes, at least one. */
export function formatDuration(ms: number): string {
  const [value, unit] =
    ms >= 48 * hourMs
      ? [ms / (24 * hourMs), 'day']
      : ms >= hourMs
        ? [ms / hourMs, 'hour']
        : [Math.max(1, ms / 60_000), 'minute']
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(value)
}
