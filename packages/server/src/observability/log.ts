// SPDX-License-Identifier: Apache-2.0
// The server's log: JSON lines on stderr for machines, short lines for a person at a terminal. What names a person or opens a seat is blanked whatever the caller passes.
import { pino } from 'pino'
import { toHumanLine } from './humanLine.ts'
import { toLoggable } from './toLoggable.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void

export interface ServerLog {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}

/** Where finished lines go. */
export interface LineSink {
  write(line: string): void
}

export function createLog(level: LogLevel, sink: LineSink = stderrSink()): ServerLog {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: toLoggable },
      // Errors are told by toLoggable, under any name; pino would do it a second time for this one.
      serializers: { err: (told: unknown) => told },
    },
    sink,
  )
}

function stderrSink(): LineSink {
  if (!process.stderr.isTTY) return pino.destination({ dest: 2, sync: true })
  return { write: (line) => void process.stderr.write(toHumanLine(line)) }
}
