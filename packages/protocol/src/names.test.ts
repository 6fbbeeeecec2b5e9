// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { cutText, maxNameLength, meetingOfPath, nameSchema, parseMeetingName, pathOfMeeting } from './names.ts'

describe('a display or room name', () => {
  it.each([
    ['  Ann ', 'Ann'],
    ['Zoë 李 👩🏽‍🏫', 'Zoë 李 👩🏽‍🏫'],
    ['\u05d0\u05d1\u200f (2)', '\u05d0\u05d1\u200f (2)'],
    ['<b>Bob</b>', '<b>Bob</b>'],
    ['x'.repeat(maxNameLength), 'x'.repeat(maxNameLength)],
  ])('%j becomes %j', (typed, name) => {
    expect(nameSchema.parse(typed)).toBe(name)
  })

  it.each([
    '',
    '   ',
    'x'.repeat(maxNameLength + 1),
    'x'.repeat(10_000),
    'a\u0000b',
    '\u200b',
    '\u2060\u200f',
    '\u3164 \u2800',
    'a\nb',
    'a\u202eb',
    'a\u2066b',
    'a\u2028b',
    'half \ud83d of a character',
    7,
    null,
  ])('%j is none', (typed) => {
    expect(nameSchema.safeParse(typed).success).toBe(false)
  })
})

it('is cut between characters', () => {
  expect(cutText('ab👍', 3)).toBe('ab')
  expect(cutText('ab👍', 4)).toBe('ab👍')
  expect(cutText('abc', 2)).toBe('ab')
})

describe('the name of a meeting', () => {
  it.each([
    ['Spring Workshop', 'spring-workshop'],
    ['  a  b ', 'a-b'],
    ['Übung_1.2', 'übung_1.2'],
    ['cafe\u0301', 'café'],
    ['会議', '会議'],
    ['Acme/Spring Workshop', 'acme/spring-workshop'],
  ])('%j becomes %j', (typed, id) => {
    expect(parseMeetingName(typed)).toBe(id)
  })

  it.each([
    '',
    ' ',
    '.',
    '-a',
    'a/b/c',
    'a/',
    '/a',
    'api/a',
    'a/external_api.js',
    '../etc',
    'a?b',
    'a#b',
    'API',
    'assets',
    'socket.io',
    'a'.repeat(101),
    'a\u0000',
    '👩',
  ])('%j is none', (typed) => {
    expect(parseMeetingName(typed)).toBeUndefined()
  })
})

describe('the path of a page', () => {
  it.each([
    ['/demo', 'demo'],
    ['/Acme/demo/', 'acme/demo'],
    ['/@example.com', 'example.com'],
    ['/tenant@example.com/demo', 'tenantexample.com/demo'],
    ['/%D1%84%D0%BE%D0%BE-%D0%B1%D0%B0%D1%80', 'фоо-бар'],
  ])('%s names the meeting %s', (path, id) => {
    expect(meetingOfPath(path)).toBe(id)
  })

  it.each(['/', '/a/b/c', '/api/a', '/%ff'])('%s names none', (path) => {
    expect(meetingOfPath(path)).toBeUndefined()
  })

  it('is made of a meeting with its tenant', () => {
    const id = parseMeetingName('Acme/фоо')
    expect(id && pathOfMeeting(id)).toBe('/acme/%D1%84%D0%BE%D0%BE')
  })
})
