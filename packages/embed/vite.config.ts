// SPDX-License-Identifier: Apache-2.0
// Builds the script for host pages into one file, with its types beside it. Too large a script fails the build: host pages load it before
// anything of theirs shows.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandNames } from '@alcove/protocol/embed'
import { defineConfig, type Plugin } from 'vite'

const most = 30_000
const fileName = 'external_api.js'
const folder = import.meta.dirname

/** The two files of types, as one that needs no package. */
function toTypes(): string {
  const read = (path: string) =>
    readFileSync(join(folder, path), 'utf8').replace(
      /^(import [^\n]*from [^\n]*|\/\/ [^\n]*|import type \{[^}]*\} from [^\n]*)\n/gm,
      '',
    )
  const names = Object.keys(commandNames).map((name) => `  | '${name}'`)
  return [
    '// SPDX-License-Identifier: Apache-2.0',
    '// Types of external_api.js.',
    `/** A command as host pages name it. */\nexport type CommandName =\n${names.join('\n')}\n`,
    read('../protocol/src/embed/payloads.ts'),
    read('src/api.ts'),
    'export declare const JitsiMeetExternalAPI: ExternalApiConstructor\nexport default JitsiMeetExternalAPI\n',
    'declare global {\n  interface Window {\n    JitsiMeetExternalAPI: ExternalApiConstructor\n  }\n}\n',
  ].join('\n')
}

function checked(): Plugin {
  return {
    name: 'size-and-types',
    generateBundle(_options, bundle) {
      const script = bundle[fileName]
      const size = script?.type === 'chunk' ? Buffer.byteLength(script.code) : 0
      if (size === 0 || size >= most) this.error(`${fileName} has ${size} bytes; it must have less than ${most}`)
      this.emitFile({ type: 'asset', fileName: 'external_api.d.ts', source: toTypes() })
    },
  }
}

export default defineConfig({
  root: folder,
  plugins: [checked()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    lib: { entry: 'src/index.ts', name: 'JitsiMeetExternalAPI', formats: ['umd'], fileName: () => fileName },
    rolldownOptions: { output: { exports: 'default' } },
  },
})
