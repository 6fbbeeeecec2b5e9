// SPDX-License-Identifier: Apache-2.0
// Dates, times, numbers and lists as they are written where the person lives.
import { currentLocale } from './texts.ts'

export function formatTime(at: number): string {
  return new Date(at).toLocaleTimeString(currentLocale(), { hour: '2-digit', minute: '2-digit' })
}

export function formatDay(at: number): string {
  return new Date(at).toLocaleDateString(currentLocale(), { dateStyle: 'medium' })
}

export function formatDayTime(at: number): string {
  return new Date(at).toLocaleString(currentLocale(), { dateStyle: 'medium', timeStyle: 'short' })
}

export function formatDateTime(at: number): string {
  return new Date(at).toLocaleString(currentLocale())
}

export function formatNames(names: readonly string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names)
}

export function compareNames(first: string, second: string): number {
  return first.localeCompare(second, currentLocale())
}
