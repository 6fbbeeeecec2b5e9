// SPDX-License-Identifier: Apache-2.0
// One POST to an endpoint: to checked addresses only, without following redirects, with an end to its time and to what is read of the answer.
import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import type { AddressGuard } from './addressGuard.ts'

export interface PostOptions {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly guard: AddressGuard
  readonly timeoutMs: number
  /** Gives up earlier. */
  readonly signal?: AbortSignal
}

export interface Answer {
  readonly status: number
  /** At most the first 64 kB. */
  readonly text: string
}

const maxAnswerBytes = 64 * 1024

/** @throws when there is no answer, or the address is refused */
export async function post({ url, headers, body, guard, timeoutMs, signal }: PostOptions): Promise<Answer> {
  const target = new URL(url)
  guard.check(target.hostname)
  const request = target.protocol === 'https:' ? requestTls : requestPlain
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Alcove-Webhooks',
          ...headers,
        },
        lookup: guard.lookup,
        // Each connection is checked anew; none is kept for later.
        agent: false,
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
      },
      (response) => {
        const chunks: Buffer[] = []
        let bytes = 0
        const finish = () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8', 0, maxAnswerBytes) })
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          bytes += chunk.length
          if (bytes < maxAnswerBytes) return
          finish()
          response.destroy()
        })
        response.on('end', finish)
        response.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
