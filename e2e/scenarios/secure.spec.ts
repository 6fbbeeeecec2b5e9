// SPDX-License-Identifier: Apache-2.0
// Pages with and without TLS, from another machine's point of view: a name that is not localhost. Browsers give cameras to the one only, and the other
// has to say so. Certificates: made by the server and kept, given by the operator, and such as cannot be used.
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser, openContext } from '../harness/browser.ts'
import { Server } from '../harness/Server.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

/** What the browser of another machine would call the server. */
const name = 'alcove.test'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser([`--host-resolver-rules=MAP ${name} 127.0.0.1`])
})
afterAll(() => browser.close())

async function startedServer(...args: readonly string[]): Promise<Server> {
  const server = await Server.start({ args })
  onTestFinished(() => server.stop())
  return server
}

async function openWindow(more: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await openContext(browser, { ignoreHTTPSErrors: true, ...more })
  onTestFinished(() => context.close())
  return context
}

async function enter(context: BrowserContext, server: Server, personName: string): Promise<WebPerson> {
  const serverUrl = server.url.replace('127.0.0.1', name)
  const meeting = 'from-elsewhere'
  return WebPerson.open(context, { serverUrl, meeting, name: personName }, meeting)
}

/** The certificate that the server shows to whoever connects. */
function certificateShown({ port }: Server): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      resolve(new X509Certificate(socket.getPeerCertificate().raw))
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

test('without TLS a page says why there is no camera and what to do, and one comes in, sees and hears', async () => {
  const server = await startedServer()
  // Pages without TLS tell browsers apart by this alone, and that of a headless one is known to nobody.
  const userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
  const ann = await enter(await openWindow({ userAgent }), server, 'Ann')
  await ann.page.getByText('This page is not secure, so browsers give it no camera and no microphone').waitFor()
  await ann.page.getByText('npm start -- --https').waitFor()
  await ann.join()
  const local = { serverUrl: server.url, meeting: ann.meeting, name: 'Bob' }
  const bob = await WebPerson.open(await openWindow(), local, ann.meeting)
  await bob.join()
  await waitFor(async () => {
    const found = JSON.stringify([await ann.seen(), await ann.heard(), await bob.heard()])
    return found === '[["Bob"],1,0]' ? undefined : `Ann sees and hears, Bob hears ${found}`
  })
  expect(server.output()).toMatch(/Browsers give cameras and microphones only to https.*npm start -- --https/)
})

test('with --https people from elsewhere see and hear each other, and the certificate is the same after a restart', async () => {
  const server = await startedServer('--https')
  const [ann, bob] = [await enter(await openWindow(), server, 'Ann'), await enter(await openWindow(), server, 'Bob')]
  for (const person of [ann, bob]) await person.join()
  await waitFor(async () => {
    const found = [await ann.seen(), await bob.seen(), await ann.heard(), await bob.heard()]
    return JSON.stringify(found) === '[["Bob"],["Ann"],1,1]' ? undefined : `they see and hear ${JSON.stringify(found)}`
  })
  expect(server.output()).toContain(`https://localhost:${server.port}/`)

  const shown = await certificateShown(server)
  expect(shown.checkHost('localhost')).toBe('localhost')
  expect(shown.checkIP('127.0.0.1')).toBe('127.0.0.1')
  expect(statSync(join(server.dataDir, 'tls', 'self-signed-key.pem')).mode & 0o077).toBe(0)
  await server.kill9()
  await server.startAgain()
  expect((await certificateShown(server)).fingerprint256).toBe(shown.fingerprint256)
})

test('a given certificate is the one that is shown; one that cannot be used is named, and the server does not start', async () => {
  const [maker, other] = await Promise.all([startedServer('--https'), startedServer('--https')])
  const folder = mkdtempSync(join(tmpdir(), 'alcove-e2e-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [cert, key] = [join(folder, 'chain.pem'), join(folder, 'key.pem')]
  for (const [path, made] of [
    [cert, 'self-signed-cert.pem'],
    [key, 'self-signed-key.pem'],
  ] as const)
    writeFileSync(path, readFileSync(join(maker.dataDir, 'tls', made)))

  const given = await startedServer('--cert', cert, '--key', key)
  expect((await certificateShown(given)).fingerprint256).toBe((await certificateShown(maker)).fingerprint256)

  const foreignKey = join(other.dataDir, 'tls', 'self-signed-key.pem')
  const noPem = join(folder, 'no.pem')
  writeFileSync(noPem, 'This is no certificate.')
  const bad = [
    [noPem, key, noPem],
    [cert, noPem, noPem],
    [cert, foreignKey, 'do not belong together'],
    [join(folder, 'missing.pem'), key, 'missing.pem'],
  ] as const
  const tries = bad.map(async ([badCert, badKey, said]) => {
    const { exitCode, output } = await Server.startInVain({ args: ['--cert', badCert, '--key', badKey] })
    expect(exitCode).toBe(1)
    expect(output).toMatch(/^Alcove cannot start\. The TLS .*\.\n$/)
    expect(output).toContain(said)
  })
  await Promise.all(tries)
})
