// SPDX-License-Identifier: Apache-2.0
// The TLS certificate: the operator's own, or a self-signed one. Kept, browsers ask about it only once; a server that writes nothing makes one per start.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** A kept certificate is made anew when it has less time left than this. */
const renewBeforeMs = 24 * 3_600_000

/** @throws an Error whose message names the file that cannot be used. */
export function readCertificate(certPath: string, keyPath: string): Certificate {
  const [cert, key] = [readPem(certPath, 'certificate'), readPem(keyPath, 'key')]
  const certificate = parsed(() => new X509Certificate(cert), `certificate ${certPath}`)
  const privateKey = parsed(() => createPrivateKey(key), `key ${keyPath}`)
  if (!certificate.checkPrivateKey(privateKey))
    throw new Error(`The TLS certificate ${certPath} and the key ${keyPath} do not belong together.`)
  return { cert, key }
}

function parsed<Value>(parse: () => Value, what: string): Value {
  try {
    return parse()
  } catch (cause) {
    throw new Error(`The TLS ${what} is not in PEM form, or needs a passphrase.`, { cause })
  }
}

function readPem(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Error(`The TLS ${what} ${path} cannot be read. Check the path and who may read it.`, { cause })
  }
}

/** Valid for localhost and for these addresses; made anew when the folder has none that is valid for a while. */
export async function keptSelfSignedCertificate(folder: string, addresses: readonly string[]): Promise<Certificate> {
  const [certPath, keyPath] = [join(folder, 'self-signed-cert.pem'), join(folder, 'self-signed-key.pem')]
  if (existsSync(certPath) && existsSync(keyPath)) {
    const kept = readKept(certPath, keyPath)
    if (kept && new X509Certificate(kept.cert).validToDate.getTime() > Date.now() + renewBeforeMs) return kept
  }
  const made = await selfSignedCertificate(addresses)
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${keyPath}.draft`, made.key, { mode: 0o600 })
  writeFileSync(`${certPath}.draft`, made.cert)
  renameSync(`${keyPath}.draft`, keyPath)
  renameSync(`${certPath}.draft`, certPath)
  return made
}

/** @returns nothing when they are no pair, as after a kill between writing the one and the other. */
function readKept(certPath: string, keyPath: string): Certificate | undefined {
  try {
    return readCertificate(certPath, keyPath)
  } catch {
    return undefined
  }
}

/** Valid for localhost and for these addresses; written nowhere. */
export async function selfSignedCertificate(addresses: readonly string[]): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Alcove (self-signed)' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 397 * 24 * 3_600_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}
