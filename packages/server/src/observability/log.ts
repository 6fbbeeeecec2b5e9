// SPDX-License-Identifier: Apache-2.0
// The server's log: JSON lines on stderr for machines, short lines for a person at a terminal. What names a person or opens a seat is blanked whatever the caller passes.
import { pino, stdSerializers } from 'pino'
import { toHumanLine } from './humanLine.ts'

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

const secretFields = [
  'displayName',
  'email',
  'avatar',
  'text',
  'resumeToken',
  'token',
  'tokenHash',
  'password',
  'credential',
  'authorization',
  'cookie',
]

export function createLog(level: LogLevel, sink: LineSink = stderrSink()): ServerLog {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err, err: stdSerializers.err },
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]),
        censor: '[hidden]',
      },
    },
    sink,
  )
}

function stderrSink(): LineSink {
  if (!process.stderr.isTTY) return pino.destination({ dest: 2, sync: true })
  return { write: (line) => void process.stderr.write(toHumanLine(line)) }
}
