// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { dropSecrets, keepClaimCode, keptSecrets, splitSecrets, takeSecrets } from './joinSecrets.ts'

const moderatorKey = 'a1'.repeat(32)
const at = (text: string) => {
  const { pathname, search, hash } = new URL(text, 'http://host')
  return { pathname, search, hash }
}

describe('secrets in the address', () => {
  it.each([
    ['/lesson', {}, '/lesson'],
    [`/lesson#moderator=${moderatorKey}`, { moderatorKey }, '/lesson'],
    ['/lesson#code=abcd-efgh-23', { claimCode: 'ABCDEFGH23' }, '/lesson'],
    [`/lesson?lang=de#x=1&moderator=${moderatorKey}&y=2`, { moderatorKey }, '/lesson?lang=de#x=1&y=2'],
    ['/lesson#moderator=short&code=', {}, '/lesson'],
    [`/lesson?moderator=${moderatorKey}`, {}, `/lesson?moderator=${moderatorKey}`],
    ['/lesson#config.subject=%22code%3D1%22', {}, '/lesson#config.subject=%22code%3D1%22'],
  ])('%s', (address, secrets, rest) => {
    expect(splitSecrets(at(address))).toEqual({
      secrets: { moderatorKey: undefined, claimCode: undefined, ...secrets },
      rest,
    })
  })

  it('leave address and history at once, and stay with the tab for their meeting until they are dropped', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
    const written: unknown[] = []
    const history = {
      replaceState: (_state: unknown, _unused: string, url?: string | URL | null) => void written.push(url),
    }
    takeSecrets(at(`/Acme/Lesson#moderator=${moderatorKey}`), history, storage)
    expect(written).toEqual(['/Acme/Lesson'])
    takeSecrets(at('/acme/lesson'), history, storage)
    expect(written).toHaveLength(1)
    expect(keptSecrets('acme/lesson', storage)).toEqual({ moderatorKey, claimCode: undefined })
    expect(keptSecrets('other', storage).moderatorKey).toBeUndefined()
    dropSecrets('acme/lesson', storage)
    expect(keptSecrets('acme/lesson', storage).moderatorKey).toBeUndefined()
    expect(kept.size).toBe(0)
    expect(keepClaimCode('acme/lesson', 'bad', storage)).toBe(false)
    expect(keepClaimCode('acme/lesson', ' abcd-efgh 23 ', storage)).toBe(true)
    expect(keptSecrets('acme/lesson', storage).claimCode).toBe('ABCDEFGH23')
  })
})
