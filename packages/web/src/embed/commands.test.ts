// SPDX-License-Identifier: Apache-2.0
import type { MeetingClient } from '@alcove/client'
import { afterEach, expect, it, vi } from 'vitest'
import { rememberedName } from '../devices/remembered.ts'
import { sampleView } from '../testing/sampleView.ts'
import { commandHandlers } from './commands.ts'
import type { HostedPage } from './HostedPage.ts'

afterEach(() => vi.unstubAllGlobals())

it('the name that a host page gives is kept for the next visit once it holds, trimmed and cut as in Jitsi', async () => {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
  vi.stubGlobal('localStorage', storage)
  const renamed: unknown[] = []
  let isRefused = false
  const client = {
    getSnapshot: () => ({ view: sampleView({ people: [{ id: 'aaaaaaaa' }] }) }),
    rename: async (...args: unknown[]) => {
      if (isRefused) throw new Error('refused')
      renamed.push(args)
    },
  } as unknown as MeetingClient
  const give = (name: string) => commandHandlers.get('display-name')?.({ client } as HostedPage, [name])
  await give(`  Ann ${'n'.repeat(60)}`)
  expect(renamed).toEqual([['aaaaaaaa', `Ann ${'n'.repeat(46)}`]])
  expect(rememberedName()).toBe(`Ann ${'n'.repeat(46)}`)
  isRefused = true
  await expect(give('Bob')).rejects.toThrow('refused')
  expect(rememberedName()).toBe(`Ann ${'n'.repeat(46)}`)
  expect(() => give('   ')).toThrow('the name is empty')
})
