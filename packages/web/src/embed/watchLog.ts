// SPDX-License-Identifier: Apache-2.0
// Tells host pages what this page writes to its console, of the levels that they ask for.
import type { LogLevel } from '@alcove/protocol/embed'
import type { EmbedEvent } from './picture.ts'

const levels: readonly LogLevel[] = ['trace', 'debug', 'info', 'log', 'warn', 'error']
const longestText = 2_000

/** @param wanted levels; asked at each line. @returns how to end it */
export function watchLog(
  send: (event: EmbedEvent) => void,
  wanted: () => readonly string[] | undefined,
  target: Pick<Console, LogLevel> = console,
): () => void {
  const ends = levels.map((logLevel) => {
    const write = target[logLevel]
    const tellToo = (...args: readonly unknown[]) => {
      write.apply(target, [...args])
      if (wanted()?.includes(logLevel)) send({ name: 'log', payload: { logLevel, args: args.map(toText) } })
    }
    target[logLevel] = tellToo
    return () => {
      if (target[logLevel] === tellToo) target[logLevel] = write
    }
  })
  return () => {
    for (const end of ends) end()
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, longestText)
  if (value instanceof Error) return `${value.name}: ${value.message}`.slice(0, longestText)
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, longestText)
  } catch {
    return String(value)
  }
}
