// SPDX-License-Identifier: Apache-2.0
// Makes a short line for a terminal out of a JSON line of the log: time, level, message, fields; a stack below it if there is one.

const colours: Readonly<Record<string, string>> = {
  debug: '\x1b[2m',
  info: '\x1b[36m',
  warn: '\x1b[33m',
  error: '\x1b[31m',
}

export function toHumanLine(json: string): string {
  const { time, level, msg, ...fields } = JSON.parse(json) as Record<string, unknown>
  const clock = typeof time === 'string' ? new Date(time).toTimeString().slice(0, 8) : ''
  const stacks = Object.values(fields).flatMap(stackOf)
  const rest = Object.entries(fields)
    .filter(([, value]) => stackOf(value).length === 0)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const head = `\x1b[2m${clock}\x1b[0m ${colours[String(level)] ?? ''}${String(level).padEnd(5)}\x1b[0m ${[msg, ...rest].join(' ')}`
  return `${[head, ...stacks].join('\n')}\n`
}

/** The lines of an error's stack; none for what is not an error. */
function stackOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('stack' in value)) return []
  return String(value.stack)
    .split('\n')
    .map((line) => `  ${line}`)
}
