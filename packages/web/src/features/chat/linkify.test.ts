// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { linkify } from './linkify.ts'

const links = (text: string) =>
  linkify(text)
    .filter(({ type }) => type === 'link')
    .map((part) => part.text)

describe('links in messages', () => {
  it('are web addresses, without what ends the sentence', () => {
    expect(links('See https://example.org/a?b=c#d, and (http://x.de/y).')).toEqual([
      'https://example.org/a?b=c#d',
      'http://x.de/y',
    ])
    expect(links('https://en.wikipedia.org/wiki/Alcove_(architecture)!')).toEqual([
      'https://en.wikipedia.org/wiki/Alcove_(architecture)',
    ])
  })

  it('are nothing that runs a script or hides where it leads', () => {
    expect(links('javascript:alert(1) data:text/html,x ftp://a.b file:///etc')).toEqual([])
    expect(links('https://good.org/\u202egro.live')).toEqual(['https://good.org/'])
    expect(links('https://')).toEqual([])
  })

  it('lose nothing of the text', () => {
    for (const text of ['', 'no link', 'a https://b.c d\nhttps://e.f', 'https://x.y.'])
      expect(
        linkify(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
  })
})
