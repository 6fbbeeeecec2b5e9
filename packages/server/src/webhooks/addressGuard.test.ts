// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { AddressRefused, createAddressGuard } from './addressGuard.ts'

function lookUp(addresses: readonly string[], allowed: readonly string[] = []) {
  const guard = createAddressGuard(allowed, async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  )
  return new Promise((resolve, reject) =>
    guard.lookup('hooks.example', { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  )
}

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
  ])('%s is refused, looked up or written in the URL', async (address) => {
    await expect(lookUp([address])).rejects.toBeInstanceOf(AddressRefused)
    const guard = createAddressGuard([])
    const host = new URL(address.includes(':') ? `http://[${address}]` : `http://${address}`).hostname
    expect(() => guard.check(host)).toThrow(AddressRefused)
  })

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('%s is let through', async (address) => {
    expect(await lookUp([address])).toHaveLength(1)
    expect(() => createAddressGuard([]).check(address)).not.toThrow()
  })

  it.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://[::ffff:7f00:1]/'])(
    '%s is seen through',
    (url) => {
      expect(() => createAddressGuard([]).check(new URL(url).hostname)).toThrow(AddressRefused)
    },
  )

  it('one private address among public ones is enough', async () => {
    await expect(lookUp(['8.8.8.8', '10.0.0.1'])).rejects.toBeInstanceOf(AddressRefused)
    await expect(lookUp([])).rejects.toBeInstanceOf(AddressRefused)
  })

  it('what the operator allowed is let through, and nothing beside it', async () => {
    expect(await lookUp(['10.0.0.7'], ['10.0.0.0/24'])).toHaveLength(1)
    expect(await lookUp(['::1'], ['::1'])).toHaveLength(1)
    await expect(lookUp(['10.0.1.7'], ['10.0.0.0/24'])).rejects.toBeInstanceOf(AddressRefused)
  })
})
