// SPDX-License-Identifier: Apache-2.0
// Requests to a server on this machine: what is sent, what is refused, what is not followed.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAddressGuard } from './addressGuard.ts'
import { post } from './post.ts'

let server: Server
let port: number
let asked: string[]
let respond: (request: IncomingMessage, response: ServerResponse) => void

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`)
    respond(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const home = async () => [{ address: '127.0.0.1', family: 4 }]
const send = (url: string, allowed: readonly string[] = ['127.0.0.0/8'], timeoutMs = 60_000) =>
  post({ url, headers: { 'x-test': 'yes' }, body: '{"ä":1}', guard: createAddressGuard(allowed, home), timeoutMs })

it('sends the body to the checked address under the name that was asked for', async () => {
  let body = ''
  respond = async (request, response) => {
    for await (const chunk of request) body += chunk
    response.end(String(request.headers['x-test']))
  }
  expect(await send(`http://hooks.example:${port}/a?b=c`)).toEqual({ status: 200, text: 'yes' })
  expect(asked).toEqual([`POST hooks.example:${port}/a?b=c`])
  expect(body).toBe('{"ä":1}')
})

it('connects to no address that is refused, by name or by number', async () => {
  await expect(send(`http://hooks.example:${port}/`, [])).rejects.toThrow('not public')
  await expect(send(`http://127.0.0.1:${port}/`, [])).rejects.toThrow('not public')
  expect(asked).toEqual([])
})

it('does not follow redirects', async () => {
  respond = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end()
  expect(await send(`http://hooks.example:${port}/`)).toMatchObject({ status: 302 })
  expect(asked).toHaveLength(1)
})

it('ends after its time, also when the answer trickles', async () => {
  respond = (_request, response) => void response.writeHead(200).write('a')
  await expect(send(`http://hooks.example:${port}/`, undefined, 200)).rejects.toThrow()
})

it('reads no more than it needs', async () => {
  respond = (_request, response) => {
    response.on('error', () => {})
    response.end('x'.repeat(10_000_000))
  }
  expect((await send(`http://hooks.example:${port}/`)).text).toHaveLength(64 * 1024)
})
