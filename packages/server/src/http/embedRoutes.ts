// SPDX-License-Identifier: Apache-2.0
// What host pages get: the script that puts a meeting into them, with its types, also below any tenant; and who may be a host page at all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'

export const scriptFile = 'external_api.js'
/** Names under which Jitsi servers give the script. */
const scriptPaths = ['/external_api.js', '/libs/external_api.min.js', '/:tenant/external_api.js']
const typesPaths = ['/external_api.d.ts', '/:tenant/external_api.d.ts']

/** @throws when the script is not built */
export function serveEmbedScript(app: FastifyInstance, embedRoot: string): void {
  const give = (paths: readonly string[], file: string, type: string) => {
    const content = readFileSync(join(embedRoot, file), 'utf8')
    for (const path of paths) app.get(path, (_request, reply) => forEverybody(reply).type(type).send(content))
  }
  give(scriptPaths, scriptFile, 'text/javascript; charset=utf-8')
  give(typesPaths, 'external_api.d.ts', 'text/plain; charset=utf-8')
}

/** Host pages are other sites: without these headers browsers keep the script from them. */
function forEverybody(reply: FastifyReply): FastifyReply {
  return reply
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=600')
}

/** @param origins as in the setting; `*` lets every page in, also those of schemes that `*` does not mean, such as files */
export function framingDirectives(origins: readonly string[]): { 'frame-ancestors'?: string[] } {
  return origins.includes('*') ? {} : { 'frame-ancestors': ["'self'", ...origins] }
}
