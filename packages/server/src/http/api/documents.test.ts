// SPDX-License-Identifier: Apache-2.0
// Holds docs/openapi.json and docs/api.md to what is served. After a wanted change, `npx vitest -u` on this file writes the first of them anew.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { scopeMeanings, scopes } from '../../auth/api-keys/scopes.ts'
import { toOpenApi } from './openApi.ts'
import { resources } from './resources.ts'

const docs = (name: string) => fileURLToPath(new URL(`../../../../../docs/${name}`, import.meta.url))
const operations = resources.flatMap((resource) => resource.operations)

it('docs/openapi.json is what is served', async () => {
  await expect(`${JSON.stringify(toOpenApi(resources), undefined, 2)}\n`).toMatchFileSnapshot(docs('openapi.json'))
})

it('the document is one of OpenAPI 3.1, and every reference in it leads somewhere', async () => {
  const validator = new Validator()
  const document = JSON.parse(JSON.stringify(toOpenApi(resources)))
  expect(await validator.validate(document)).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
  for (const [, path] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = (path ?? '')
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document)
    expect(target, path).toBeDefined()
  }
})

it('operations differ by id, and by method and path', () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length)
})

it('docs/api.md lists every operation with its scope and what it does, and no other', () => {
  const listed = readFileSync(docs('api.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| `(GET|POST|PUT|PATCH|DELETE) /.test(line))
  const wanted = operations.map(
    ({ method, path, scope, summary }) => `| \`${method} ${path}\` | \`${scope}\` | ${summary} |`,
  )
  expect(listed).toEqual(wanted)
})

it('docs/api.md explains every scope', () => {
  const page = readFileSync(docs('api.md'), 'utf8')
  for (const scope of scopes) expect(page).toContain(`| \`${scope}\` | ${scopeMeanings[scope]} |`)
})

it('every command that the operator may give can be given', () => {
  const folder = fileURLToPath(new URL('./resources/', import.meta.url))
  const sources = readdirSync(folder).map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  const given = new Set(sources.flatMap((text) => [...text.matchAll(/type: '([A-Z]\w+)'/g)].map(([, type]) => type)))
  // Each row of the table: what, moderator, host, participant, operator, commands.
  const rows = readFileSync(docs('permissions.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const wanted = rows
    .filter((cells) => cells.length === 8 && cells[5] === 'yes')
    .flatMap((cells) => [...(cells[6] ?? '').matchAll(/`(\w+)`/g)].map(([, type]) => type))
  expect(wanted.length).toBeGreaterThan(40)
  expect(wanted.filter((type) => !given.has(type))).toEqual([])
})
