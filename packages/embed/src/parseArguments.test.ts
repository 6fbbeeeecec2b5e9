// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { parseArguments } from './parseArguments.ts'

const onload = () => {}
const config = { a: 1 }
const looks = { B: 2 }

describe('the arguments of the constructor', () => {
  it('may be options', () => {
    const options = { roomName: 'demo', width: 500 }
    expect(parseArguments([options])).toEqual({ options, noSsl: false })
  })

  it('may be nothing', () => {
    expect(parseArguments([])).toEqual({ options: {}, noSsl: false })
  })

  it('may stand in the order of before 2024', () => {
    expect(parseArguments(['demo', 500, '100%', undefined, config, looks, 'jwt', onload])).toEqual({
      options: {
        roomName: 'demo',
        width: 500,
        height: '100%',
        configOverwrite: config,
        interfaceConfigOverwrite: looks,
        jwt: 'jwt',
        onload,
      },
      noSsl: false,
    })
  })

  it('may stand in the order of before 2020, with the switch before the token', () => {
    const { options, noSsl } = parseArguments(['demo', 500, 400, undefined, config, looks, true, 'jwt', onload])
    expect([options.jwt, options.onload, noSsl]).toEqual(['jwt', onload, true])
    expect(parseArguments(['demo', 1, 1, undefined, {}, {}, false, 'jwt']).noSsl).toBe(false)
  })

  it.each([7, true, null])('cannot begin with %j', (first) => {
    expect(() => parseArguments([first])).toThrow("Can't parse the arguments!")
  })
})
