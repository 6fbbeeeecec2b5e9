// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { ApiKeyRefused } from './apiKeys.ts'
import { parseApiKeyCommand } from './command.ts'

it.each([
  [[], 'Say create, list or revoke'],
  [['delete', 'x'], 'Say create, list or revoke'],
  [['revoke'], 'Say create, list or revoke'],
  [['list', 'all'], 'Say create, list or revoke'],
  [['create', '--scopes', 'all'], '--name'],
  [['create', '--name', ' ', '--scopes', 'all'], '--name'],
  [['create', '--name', 'lms'], '--scopes'],
  [['create', '--name', 'lms', '--scopes', 'meetings:read,fly'], 'no scope "fly"'],
  [['create', '--scope', 'all'], "Unknown option '--scope'"],
])('%j is answered with a sentence', (argv, words) => {
  expect(() => parseApiKeyCommand(argv)).toThrow(ApiKeyRefused)
  expect(() => parseApiKeyCommand(argv)).toThrow(words)
})
