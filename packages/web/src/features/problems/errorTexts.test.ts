// SPDX-License-Identifier: Apache-2.0
// Every code of the registry has words that a person can use.
import { errorRegistry, isErrorCode } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { type ProblemCode, problemActions, toProblemText, toShortText } from './errorTexts.ts'

/** Some codes only programs meet that call the REST interface. */
const wireCodes = Object.keys(errorRegistry).filter(isErrorCode)
const clientSide = ['SERVER_UNREACHABLE', 'CLIENT_CLOSED', 'MEDIA_UNSUPPORTED']

describe('problem texts', () => {
  it('cover the codes that a client can be told and those that only it can know, and nothing else', () => {
    expect(Object.keys(problemActions).sort()).toEqual([...wireCodes, ...clientSide].sort())
  })

  it('are sentences without codes and without words that people do not use', () => {
    for (const code of Object.keys(problemActions)) {
      const { title, full, short } = toProblemText(code as ProblemCode)
      for (const words of [full, short]) expect(words).toMatch(/^[A-Z].*\.$/)
      expect(`${title} ${full} ${short}`).not.toMatch(/breakout|participant|[A-Z]{2,}_/i)
    }
  })

  it('have words for what is no error of ours', () => {
    expect(toShortText(new Error('boom'))).toBe('That did not work. Try again.')
  })
})
