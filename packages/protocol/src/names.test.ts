// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { maxNameLength, nameSchema, parseMeetingName } from './names.ts'

describe('a display or room name', () => {
  it.each([
    ['  Ann ', 'Ann'],
    ['Zoë 李 👩🏽‍🏫', 'Zoë 李 👩🏽‍🏫'],
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

describe('the name of a meeting', () => {
  it.each([
    ['Spring Workshop', 'spring-workshop'],
    ['  a  b ', 'a-b'],
    ['Übung_1.2', 'übung_1.2'],
    ['cafe\u0301', 'café'],
    ['会議', '会議'],
  ])('%j becomes %j', (typed, id) => {
    expect(parseMeetingName(typed)).toBe(id)
  })

  it.each([
    '',
    ' ',
    '.',
    '-a',
    'a/b',
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
