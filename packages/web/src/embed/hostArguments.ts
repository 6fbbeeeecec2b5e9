// SPDX-License-Identifier: Apache-2.0
// Reading of what host pages send. Nothing here throws on odd values.
import { cutText, type Kind } from '@alcove/protocol'
import { isRecord } from '@alcove/protocol/embed'

/** What a host page leaves out at the end by saying `undefined` arrives as null. */
export function withoutOmitted(args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, args.findLastIndex((arg) => arg !== null && arg !== undefined) + 1)
}

/** Text without blanks around it; undefined for what is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** As in Jitsi. */
const longestName = 50

/** What somebody is called; undefined for what is no text. */
export function nameOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text === undefined ? undefined : cutText(text, longestName)
}

/** An e-mail address, as far as its form tells. */
export function emailOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text) ? text : undefined
}

/** Whether browsers may get a picture of a person from there. */
export function isPictureAddress(text: string): boolean {
  return text.length <= 2_000 && URL.canParse(text) && new URL(text).protocol === 'https:'
}

/** Fields of an options object; none for what is no object. */
export function optionsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** As in Jitsi, whatever is not `video` means sound. */
export function toKind(mediaType: unknown): Kind {
  return mediaType === 'video' ? 'video' : 'audio'
}

/** Seconds as whole ms; undefined for what is no number of seconds. */
export function msOf(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined
}
