// SPDX-License-Identifier: Apache-2.0
// The server under an https name that does not exist, as its pages see it behind a proxy with TLS: the browser itself passes on what goes there.
import type { BrowserContext } from 'playwright-core'

/** @param origin the made-up name, such as `https://meet.test` */
export async function frontAt(context: BrowserContext, origin: string, serverUrl: string): Promise<void> {
  const onServer = (url: string, base: string) => `${base}${url.slice(new URL(url).origin.length)}`
  await context.route(`${origin}/**`, async (route) => {
    const response = await route.fetch({ url: onServer(route.request().url(), serverUrl) })
    await route.fulfill({ response })
  })
  const wsOrigin = origin.replace(/^http/, 'ws')
  await context.routeWebSocket(new RegExp(`^${wsOrigin.replaceAll('.', '\\.')}/`), (page) => {
    const server = new WebSocket(onServer(page.url(), serverUrl.replace(/^http/, 'ws')))
    server.binaryType = 'arraybuffer'
    const waiting: (string | Buffer)[] = []
    const send = (message: string | Buffer) =>
      server.send(typeof message === 'string' ? message : new Uint8Array(message))
    server.addEventListener('open', () => {
      for (const message of waiting.splice(0)) send(message)
    })
    page.onMessage((message) => {
      if (server.readyState === WebSocket.OPEN) send(message)
      else waiting.push(message)
    })
    server.addEventListener('message', ({ data }) => page.send(typeof data === 'string' ? data : Buffer.from(data)))
    server.addEventListener('close', () => void page.close())
    page.onClose(() => server.close())
  })
}
