// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { chatTextSchema } from './chat.ts'

describe('the text of a message', () => {
  it.each([
    [' one\r\ntwo\t', 'one\ntwo'],
    ['👍', '👍'],
    // As it comes out of other programs with right-to-left text.
    ['\u2067שלום\u2069', '\u2067שלום\u2069'],
  ])('%j becomes %j', (typed, text) => {
    expect(chatTextSchema.parse(typed)).toBe(text)
  })

  it.each(['', '\u200b', '\u3164\n\u2060', 'a\u0000b', 'half \ud83d', 'invoice\u202efdp.exe'])(
    '%j is none',
    (typed) => {
      expect(chatTextSchema.safeParse(typed).success).toBe(false)
    },
  )
})
