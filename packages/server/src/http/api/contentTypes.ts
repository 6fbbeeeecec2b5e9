// SPDX-License-Identifier: Apache-2.0
// Which form a body has and which an answer should have: JSON, or a table.
import type { FastifyInstance } from 'fastify'
import type { Operation } from './operation.ts'
import { Refused } from './problem.ts'

/** JSON and tables are read, nothing else. A call without a body is one, whatever its header says. */
export function readBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, undefined)
    // With the option `parseAs` it is text.
    else parseJson(request, text as string, done)
  })
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
}

/** @throws Refused when the body is of another type than the operation reads. */
export function checkBodyType({ body, csvBody }: Operation, given: unknown): void {
  const isTable = Buffer.isBuffer(given)
  if (csvBody ? isTable : !isTable) return
  const detail = csvBody ? 'The body has to be text/csv.' : body ? 'The body has to be application/json.' : undefined
  throw new Refused({ code: 'MEDIA_TYPE_UNSUPPORTED' }, detail)
}

/** @returns the form that the Accept header likes best of those that there are. @throws Refused when it likes none */
export function answerType({ answer }: Operation, accept: string | undefined): 'json' | 'csv' {
  const forms =
    answer.csv === 'only' ? (['csv'] as const) : answer.csv ? (['json', 'csv'] as const) : (['json'] as const)
  if (accept === undefined || !answer.schema) return forms[0]
  const likes = accept.split(',').map(readLike)
  const best = forms
    .map((form) => ({ form, quality: qualityOf(form === 'csv' ? 'text/csv' : 'application/json', likes) }))
    .reduce((a, b) => (b.quality > a.quality ? b : a))
  if (best.quality > 0) return best.form
  throw new Refused({ code: 'ANSWER_TYPE_UNSUPPORTED' })
}

interface Like {
  readonly type: string
  readonly quality: number
}

function readLike(text: string): Like {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
}

/** The most exact entry counts: `text/csv` before `text/*` before `*` + `/*`. */
function qualityOf(type: string, likes: readonly Like[]): number {
  const wider = [type, `${type.split('/')[0]}/*`, '*/*']
  return wider.map((each) => likes.find((like) => like.type === each)).find((like) => like)?.quality ?? 0
}
