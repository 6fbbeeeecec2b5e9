// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { matchesLuaPattern, parseLuaPattern } from './luaPattern.ts'

function matches(pattern: string, name: string): boolean | undefined {
  const parsed = parseLuaPattern(pattern)
  return parsed && matchesLuaPattern(parsed, name)
}

describe('a Lua pattern', () => {
  it.each([
    ['class', 'class', true],
    ['class', 'class-1', false],
    ['class', 'my-class', false],
    ['^class%-%d+$', 'class-12', true],
    ['class%-%d+', 'class-', false],
    ['class-%d', 'clas7', true],
    ['Class%-.*', 'class-of-2030', true],
    ['.*', '', true],
    ['.+', '', false],
    ['a.-b', 'axxb', true],
    ['a.-b', 'axxbc', false],
    ['ab?c', 'ac', true],
    ['ab?c', 'abbc', false],
    ['(team)%-(%w+)', 'team-blau', true],
    ['[a-c]+', 'abcabc', true],
    ['[a-c]+', 'abcd', false],
    ['[^%d]+', 'abc', true],
    ['[^%d]+', 'ab1', false],
    ['[]]', ']', true],
    ['[a-]+', 'a-a', true],
    ['%D+', 'abc', true],
    ['%D+', '1', false],
    ['%a+', 'übung', true],
    ['a$b', 'a$b', true],
    ['%.%-_', '.-_', true],
  ])('%s against %s: %s', (pattern, name, expected) => {
    expect(matches(pattern, name)).toBe(expected)
  })

  it.each(['[a', '%', '(a', 'a)', '%b()', '%f[a]', '%1', '%y', 'x'.repeat(201)])('%s is refused', (pattern) => {
    expect(parseLuaPattern(pattern)).toBeUndefined()
  })

  it('takes no time that grows with the number of ways', () => {
    expect(matches(`${'.*'.repeat(100)}x`, 'a'.repeat(100))).toBe(false)
    expect(matches(`${'a?'.repeat(100)}${'a'.repeat(100)}`, 'a'.repeat(100))).toBe(true)
  })
})
