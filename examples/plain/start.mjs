// SPDX-License-Identifier: Apache-2.0
// Serves the example: `node examples/plain/start.mjs --meet http://localhost:3000 --port 8080`.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { meet: { type: 'string', default: 'http://localhost:3000' }, port: { type: 'string', default: '8080' } },
})
const folder = import.meta.dirname
const files = new Map([
  ['/', ['index.html', 'text/html; charset=utf-8']],
  ['/main.js', ['main.js', 'text/javascript; charset=utf-8']],
])

createServer((request, response) => {
  const [name, type] = files.get(new URL(request.url ?? '/', 'http://localhost').pathname) ?? []
  if (!name) return response.writeHead(404).end()
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('MEET', values.meet)
  return response.writeHead(200, { 'content-type': type }).end(text)
}).listen(Number(values.port), '127.0.0.1', () => {
  console.log(`The example is at http://localhost:${values.port}/ and embeds meetings of ${values.meet}`)
})
