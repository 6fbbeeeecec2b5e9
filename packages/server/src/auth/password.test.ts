// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { createPasswords } from './password.ts'

describe('passwords', () => {
  const passwords = createPasswords()

  it('are known again by their hash, in whatever way their characters are composed, and by no other', async () => {
    const hash = await passwords.hash('Tür 7')
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$/)
    expect(hash).not.toContain('Tür')
    expect(await passwords.isRight('Tu\u0308r 7', hash)).toBe(true)
    expect(await passwords.isRight('tür 7', hash)).toBe(false)
  })

  it('hash otherwise each time', async () => {
    expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'))
  })

  it('are wrong against what is no hash', async () => {
    for (const hash of ['', 'scrypt$1', 'plain']) expect(await passwords.isRight('x', hash)).toBe(false)
  })

  it('are checked many at a time without losing one', async () => {
    const hash = await passwords.hash('right')
    const given = ['right', 'wrong', 'right', 'left', 'right']
    const answers = await Promise.all(given.map((password) => passwords.isRight(password, hash)))
    expect(answers).toEqual(given.map((password) => password === 'right'))
  })
})
