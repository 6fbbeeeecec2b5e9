// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { toHumanLine } from './humanLine.ts'
import { createLog, type LogLevel } from './log.ts'

/** A log whose lines are kept, as text and as objects. */
function openLog(level: LogLevel = 'info') {
  const texts: string[] = []
  const log = createLog(level, { write: (line) => void texts.push(line) })
  return { log, texts, lines: () => texts.map((text) => JSON.parse(text) as Record<string, unknown>) }
}

/** Without colours. */
function plain(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
}

describe('levels', () => {
  it.each<[LogLevel, string[]]>([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['info', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ])('%s writes %j', (level, written) => {
    const { log, lines } = openLog(level)
    for (const each of ['debug', 'info', 'warn', 'error'] as const) log[each]({}, 'hello')
    expect(lines().map((line) => line.level)).toEqual(written)
  })
})

describe('a line', () => {
  it('is JSON of its own with time, level, message and fields', () => {
    const { log, texts, lines } = openLog()
    log.info({ meetingId: 'workshop', worker: 2 }, 'two\nlines')
    expect(texts).toHaveLength(1)
    expect(texts[0]?.trimEnd()).not.toContain('\n')
    expect(lines()).toEqual([
      { level: 'info', time: expect.any(String), meetingId: 'workshop', worker: 2, msg: 'two\nlines' },
    ])
    expect(Math.abs(Date.parse(String(lines()[0]?.time)) - Date.now())).toBeLessThan(60_000)
  })

  it('tells of an error its class, message, code, stack and cause, under whatever name it is given', () => {
    const { log, lines } = openLog()
    const cause = new Error('database or disk is full')
    const error = Object.assign(new TypeError('STORE_UNAVAILABLE', { cause }), { code: 'STORE_UNAVAILABLE' })
    for (const name of ['error', 'err', 'cause', 'reason']) log.error({ [name]: error }, 'not stored')
    for (const [index, name] of ['error', 'err', 'cause', 'reason'].entries()) {
      const told = lines()[index]?.[name] as Record<string, string>
      expect(told).toMatchObject({ type: 'TypeError', code: 'STORE_UNAVAILABLE' })
      expect(told.message).toContain('STORE_UNAVAILABLE')
      expect(told.stack).toContain('log.test.ts')
      expect(told.stack).toContain('caused by: Error: database or disk is full')
    }
  })
})

describe('what names a person or opens a seat', () => {
  const secrets = {
    displayName: 'Ada Lovelace',
    email: 'ada@example.org',
    avatar: 'https://example.org/ada.png',
    text: 'see you at five',
    resumeToken: 'resume me',
    token: 'let me in',
    tokenHash: 'hash of it',
    password: 'hunter2',
    credential: 'turn me',
    authorization: 'Bearer xyz',
    cookie: 'a=b',
  }

  function expectHidden(texts: readonly string[]): void {
    expect(texts).not.toHaveLength(0)
    for (const text of texts)
      for (const [field, value] of Object.entries(secrets)) expect(text, field).not.toContain(value)
  }

  it('is hidden at every depth, in lists and in errors', () => {
    const { log, texts, lines } = openLog()
    log.info({ ...secrets, meetingId: 'workshop' }, 'on top')
    log.info({ command: secrets }, 'below')
    log.info({ request: { headers: secrets } }, 'two below')
    log.info({ a: { b: { c: secrets } } }, 'three below')
    log.info({ a: { b: { c: { d: { e: secrets } } } } }, 'five below')
    log.info({ commit: { events: [secrets, { seat: secrets }] } }, 'in a list')
    log.error({ error: Object.assign(new Error('refused'), { command: secrets }) }, 'in an error')
    log.error({ cause: new Error('outer', { cause: Object.assign(new Error('inner'), secrets) }) }, 'in its cause')
    expectHidden(texts)
    expect(lines()[0]).toMatchObject({ displayName: '[hidden]', token: '[hidden]', meetingId: 'workshop' })
    expect(lines()[1]).toMatchObject({ command: { password: '[hidden]' } })
  })

  it('stays as it is for the caller', () => {
    const { log } = openLog()
    const fields = { seat: { ...secrets } }
    log.info(fields, 'hello')
    expect(fields).toEqual({ seat: secrets })
  })

  it('leaves fields that are missing or empty alone, and survives rings', () => {
    const { log, lines } = openLog()
    const ring: Record<string, unknown> = { token: 'let me in' }
    ring.self = ring
    const when = new Date(0)
    log.info({ nothing: null, token: undefined, list: [], when, ring }, 'hello')
    expect(lines()).toMatchObject([
      { nothing: null, list: [], when: when.toISOString(), ring: { token: '[hidden]', self: '[ring]' } },
    ])
    expect(lines()[0]).not.toHaveProperty('token')
  })
})

describe('a line for a person', () => {
  it('has the time of day, the level, the message and the fields', () => {
    const line = JSON.stringify({
      level: 'warn',
      time: '2026-01-02T03:04:05.678Z',
      worker: 2,
      who: ['a'],
      meetingId: 'workshop',
      msg: 'a worker died',
    })
    expect(plain(toHumanLine(line))).toMatch(
      /^\d\d:\d\d:05 warn {2}a worker died worker=2 who=\["a"\] meetingId=workshop\n$/,
    )
  })

  it('has the stack of an error below, of any name', () => {
    const { log, texts } = openLog()
    log.error({ cause: new Error('no such table'), meetingId: 'workshop' }, 'not stored')
    const [head, ...below] = plain(toHumanLine(texts[0] ?? ''))
      .trimEnd()
      .split('\n')
    expect(head).toMatch(/^\d\d:\d\d:\d\d error not stored meetingId=workshop$/)
    expect(below[0]).toBe('  Error: no such table')
    expect(below[1]).toMatch(/^ {6}at .*log\.test\.ts/)
  })

  it('shows an error that is only text behind the message', () => {
    const line = JSON.stringify({ level: 'error', time: '2026-01-02T03:04:05.678Z', error: 'refused', msg: 'no' })
    expect(plain(toHumanLine(line))).toMatch(/ error no error=refused\n$/)
  })
})
