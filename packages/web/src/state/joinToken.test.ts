// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { keptToken, splitToken, takeToken } from './joinToken.ts'

const at = (text: string) => {
  const { pathname, search, hash } = new URL(text, 'http://host')
  return { pathname, search, hash }
}

describe('a token in the address', () => {
  it.each([
    ['/lesson', undefined, '/lesson'],
    ['/lesson#jwt=a.b.c', 'a.b.c', '/lesson'],
    ['/lesson#jwt="a.b.c"', 'a.b.c', '/lesson'],
    ['/lesson#jwt=%22a.b.c%22', 'a.b.c', '/lesson'],
    ['/lesson?jwt=a.b.c', 'a.b.c', '/lesson'],
    ['/lesson?jwt=query&lang=de#x=1&jwt="hash"&y=2', 'hash', '/lesson?lang=de#x=1&y=2'],
    ['/lesson?lang=de#config.a=%22jwt%3D%22', undefined, '/lesson?lang=de#config.a=%22jwt%3D%22'],
    ['/lesson#jwt=%E0%A4%A', undefined, '/lesson'],
    ['/lesson#jwt=', undefined, '/lesson'],
  ])('%s', (address, token, rest) => {
    expect(splitToken(at(address))).toEqual({ token, rest })
  })

  it('leaves address and history at once, and stays with the tab for its meeting', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const written: unknown[] = []
    const history = {
      replaceState: (_state: unknown, _unused: string, url?: string | URL | null) => void written.push(url),
    }
    takeToken(at('/Acme/Lesson?jwt=a.b.c#config.x=1'), history, storage)
    expect(written).toEqual(['/Acme/Lesson#config.x=1'])
    expect(keptToken('acme/lesson', storage)).toBe('a.b.c')
    expect(keptToken('other', storage)).toBeUndefined()
    takeToken(at('/acme/lesson'), history, storage)
    expect(written).toHaveLength(1)
    expect(keptToken('acme/lesson', storage)).toBe('a.b.c')
  })
})
