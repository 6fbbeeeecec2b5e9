// SPDX-License-Identifier: Apache-2.0
// Which addresses webhooks may be sent to: public ones, and those that the operator allowed. A name is looked up once, at the moment of connecting, and
// what was checked is what is connected to, so that a name cannot mean something else a moment later.
import { type LookupAddress, lookup as lookUp } from 'node:dns'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/** Everything of IPv4 that is not the public internet, and the parts of IPv6's public range that are not. */
const notPublic: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]

const refused = rangesOf(notPublic)
const publicIpv6 = rangesOf(['2000::/3'])

const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) =>
    lookUp(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  )

export interface AddressGuard {
  /** For a request's `lookup`. */
  readonly lookup: LookupFunction
  /** Addresses in URLs are never looked up. @throws AddressRefused */
  check(host: string): void
}

/** @param allowed addresses and ranges that are let through although they are not public */
export function createAddressGuard(allowed: readonly string[], resolve: Resolve = resolveBySystem): AddressGuard {
  const exceptions = rangesOf(allowed)

  function isFine(address: string): boolean {
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (exceptions.check(address, family)) return true
    return !refused.check(address, family) && (family === 'ipv4' || publicIpv6.check(address, family))
  }

  async function resolveChecked(host: string): Promise<readonly LookupAddress[]> {
    const addresses = await resolve(host)
    // One bad address is enough: who controls the name controls which one would be taken.
    if (addresses.length === 0 || !addresses.every(({ address }) => isFine(address)))
      throw new AddressRefused('the name leads to an address that is not public')
    return addresses
  }

  return {
    lookup(host, options, callback) {
      resolveChecked(host).then(
        (addresses) => {
          const [first] = addresses
          if (options.all) callback(null, [...addresses])
          else callback(null, first?.address ?? '', first?.family)
        },
        (error) => callback(error, ''),
      )
    },
    check(host) {
      const address = host.replace(/^\[|\]$/g, '')
      if (isIP(address) !== 0 && !isFine(address)) throw new AddressRefused('the address is not public')
    },
  }
}

function rangesOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return list
}
