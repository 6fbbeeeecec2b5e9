// SPDX-License-Identifier: Apache-2.0
// The program behind `npm run api-key`: finds the data folder as the server does and works on the keys in it, whether or not a server runs.
import { join } from 'node:path'
import { ApiKeyRefused, openApiKeys } from './auth/api-keys/apiKeys.ts'
import { apiKeyUsage, parseApiKeyCommand } from './auth/api-keys/command.ts'
import { ConfigError, loadConfig } from './config/config.ts'

async function main(argv: readonly string[]): Promise<void> {
  const write = {
    out: (text: string) => void process.stdout.write(text),
    note: (text: string) => void process.stderr.write(text),
  }
  if (argv.length === 0 || argv.includes('--help') || argv.includes('-h')) return write.out(apiKeyUsage)
  const { data, run } = parseApiKeyCommand(argv)
  const config = loadConfig(data === undefined ? [] : ['--data', data], process.env)
  await run(openApiKeys({ folder: join(config.data, 'api-keys'), now: Date.now }), write)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof ApiKeyRefused || error instanceof ConfigError ? 2 : 1
})
