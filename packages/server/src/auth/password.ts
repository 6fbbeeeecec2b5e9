// SPDX-License-Identifier: Apache-2.0
// Passwords of meetings and rooms as scrypt hashes: a hash says its own parameters and salt, so that they can change. Few are computed at once: one costs
// some 50 ms of a core and 16 MB, and whoever guesses must not take the machine from those who talk.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost, block size, parallelisation. */
const parameters = { N: 16_384, r: 8, p: 5 }
const keyBytes = 32
const saltBytes = 16
const mostAtOnce = 2

export interface Passwords {
  /** @returns `scrypt$N$r$p$salt$key`, salt and key in base64url; other each time. */
  hash(password: string): Promise<string>
  /** @returns false for a hash that cannot be read, too. */
  isRight(password: string, hash: string): Promise<boolean>
}

export function createPasswords(): Passwords {
  const waiting: (() => void)[] = []
  let running = 0

  async function derive(password: string, salt: Buffer, { N, r, p }: typeof parameters): Promise<Buffer> {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    try {
      return await new Promise((resolve, reject) => {
        const options = { N, r, p, maxmem: 256 * N * r }
        scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      })
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }

  return {
    async hash(password) {
      const salt = randomBytes(saltBytes)
      const key = await derive(password, salt, parameters)
      const { N, r, p } = parameters
      return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
    },
    async isRight(password, hash) {
      const parsed = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(hash)
      if (!parsed) return false
      const [, N, r, p, salt = '', key = ''] = parsed
      const expected = Buffer.from(key, 'base64url')
      const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}
