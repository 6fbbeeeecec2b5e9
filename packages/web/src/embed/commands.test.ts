// SPDX-License-Identifier: Apache-2.0
import type { MeetingClient, MeetingView } from '@alcove/client'
import { afterEach, expect, it, vi } from 'vitest'
import { rememberedName } from '../devices/remembered.ts'
import { PageStore } from '../state/PageStore.ts'
import { sampleView } from '../testing/sampleView.ts'
import { commandHandlers } from './commands.ts'
import type { HostedPage } from './HostedPage.ts'
import { dueOf } from './useWanted.ts'

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
  const page = new PageStore({ config: {}, paneOpen: false })
  const give = (name: string) => commandHandlers.get('display-name')?.({ client, page } as HostedPage, [name])
  await give(`  Ann ${'n'.repeat(60)}`)
  expect(renamed).toEqual([['aaaaaaaa', `Ann ${'n'.repeat(46)}`]])
  expect(rememberedName()).toBe(`Ann ${'n'.repeat(46)}`)
  isRefused = true
  await expect(give('Bob')).rejects.toThrow('refused')
  expect(rememberedName()).toBe(`Ann ${'n'.repeat(46)}`)
  expect(() => give('   ')).toThrow('the name is empty')
})

it('name and picture that come before one is in the meeting are wanted until then; those that come later take their place', async () => {
  let view: MeetingView | undefined
  const done: unknown[] = []
  const client = {
    getSnapshot: () => ({ view }),
    rename: async (_id: unknown, name: string) => void done.push(name),
    setAvatar: async (avatar: string | undefined) => void done.push(avatar),
  } as unknown as MeetingClient
  const page = new PageStore({ config: { subject: 'Weekly' }, paneOpen: false })
  const offered: string[] = []
  const hosted = { client, page, offerName: (name: string) => void offered.push(name) } as unknown as HostedPage
  const give = (command: string, value: string) => commandHandlers.get(command)?.(hosted, [value])
  const picture = 'https://pictures.example/ann.png'
  give('display-name', 'Ann')
  give('avatar-url', picture)
  expect([offered, done]).toEqual([['Ann'], []])
  const wanted = { displayName: 'Ann', avatar: picture, subject: 'Weekly' }
  expect(page.getSnapshot().wanted).toEqual(wanted)

  const names = [
    { what: 'displayName', to: 'Ann' },
    { what: 'avatar', to: picture },
  ]
  expect(dueOf(wanted, false)).toEqual({ due: names, left: { subject: 'Weekly' } })
  expect(dueOf(wanted, true)).toEqual({ due: [...names, { what: 'subject', to: 'Weekly' }], left: {} })
  expect(dueOf({}, true).due).toEqual([])

  view = sampleView({ people: [{ id: 'aaaaaaaa' }] })
  await give('display-name', 'Bea')
  await give('avatar-url', '')
  expect(done).toEqual(['Bea', undefined])
  expect(page.getSnapshot().wanted).toEqual({ subject: 'Weekly' })
})
