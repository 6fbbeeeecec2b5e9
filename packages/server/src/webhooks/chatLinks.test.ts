// SPDX-License-Identifier: Apache-2.0
// The chat of a session behind a link: what is in it, who can open it, and for how long.
import { withoutPerson } from '@alcove/meeting'
import {
  ann,
  ask,
  bob,
  cat,
  create,
  join,
  main,
  meetingId,
  move,
  red,
  resume,
  settings,
  start,
} from '@alcove/meeting/testing'
import type { ChatTarget, MeetingId, ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import { type Commit, keptName } from '../meetings/ports.ts'
import { createChatLinks, linkLifeMs } from './chatLinks.ts'
import { nothingFollowed } from './follow.ts'
import { commitsFor, naming, webhooksFor } from './testing/hooks.ts'
import { translate, type Webhook } from './translate.ts'

const write = (by: ParticipantId, to: ChatTarget, text: string, at = start) =>
  ask(by, { type: 'SendMessage', to, text }, { at })
const leave = (by: ParticipantId, at = start) => ask(by, { type: 'LeaveMeeting' }, { at })
const everybody: ChatTarget = { kind: 'meeting' }
const inMain: ChatTarget = { kind: 'room', roomId: main }
const inRed: ChatTarget = { kind: 'room', roomId: red }

const telling = { ...settings, tellsChat: true }

// Three messages for everybody's eyes, one for Bob's.
const spoken = [
  join(ann, { displayName: 'Ann', settings: telling }),
  join(bob, { displayName: 'Bob' }),
  create(ann, red),
  write(ann, inMain, 'Hello'),
  move(ann, bob, red),
  write(bob, inRed, 'In the room', start + 1),
  write(ann, { kind: 'person', participantId: bob }, 'psst', start + 2),
  write(ann, everybody, 'Come back', start + 3),
]
const over = [...spoken, leave(bob, start + 4), leave(ann, start + 5)]
const conference = `weekly@conference.${naming.appId}.meet.example.org`

interface Kept {
  readonly logs: ReadonlyMap<string, readonly Commit[]>
  readonly now?: number
  readonly key?: Uint8Array
  readonly ended?: readonly { readonly endedId: string; readonly endedAt: number }[]
}

function linksOf({ logs, now = start + 10, key = new Uint8Array(32), ended = [] }: Kept) {
  return createChatLinks({
    publicUrl: 'https://meet.example.org',
    key,
    naming,
    now: () => now,
    readLog: async (name) => logs.get(name) ?? [],
    listEnded: async () => ended,
  })
}

const running = (commits: readonly Commit[]) => new Map([[String(meetingId), commits]])

function webhooksOf(commits: readonly Commit[]): readonly Webhook[] {
  const { linkTo } = linksOf({ logs: new Map() })
  const told: Webhook[] = []
  commits.reduce((before, commit) => {
    const { after, webhooks } = translate(before, commit, naming, linkTo)
    told.push(...webhooks)
    return after
  }, nothingFollowed)
  return told
}

/** The last parts of the links that are told. */
function ticketsOf(commits: readonly Commit[]): readonly string[] {
  return webhooksOf(commits)
    .filter(({ eventType }) => eventType === 'CHAT_UPLOADED')
    .map(
      ({ data }) =>
        String((data as { preAuthenticatedLink: string }).preAuthenticatedLink)
          .split('/')
          .at(-1) ?? '',
    )
}

function firstTicket(commits: readonly Commit[]): string {
  const [ticket] = ticketsOf(commits)
  if (ticket === undefined) throw new Error('no link was told')
  return ticket
}

describe('CHAT_UPLOADED', () => {
  it('is told last of a session in which something was written, and only then', () => {
    const told = webhooksOf(commitsFor(...over))
    expect(told.slice(-2)).toMatchObject([
      { eventType: 'ROOM_DESTROYED' },
      {
        eventType: 'CHAT_UPLOADED',
        sessionId: told[0]?.sessionId,
        data: {
          conference,
          preAuthenticatedLink: expect.stringMatching(
            /^https:\/\/meet\.example\.org\/api\/v1\/chats\/[\w-]+\.[\w-]{43}$/,
          ),
        },
      },
    ])
    expect(ticketsOf(commitsFor(...spoken))).toEqual([])
    expect(ticketsOf(commitsFor(join(ann, { settings: telling }), leave(ann)))).toEqual([])
    const whispered = [
      join(ann, { settings: telling }),
      join(bob),
      write(ann, { kind: 'person', participantId: bob }, 'psst'),
    ]
    expect(ticketsOf(commitsFor(...whispered, leave(ann), leave(bob)))).toEqual([])
  })

  it('is told when the meeting is ended, too, and not without a public address', () => {
    expect(ticketsOf(commitsFor(...spoken, ask(ann, { type: 'EndMeeting' })))).toHaveLength(1)
    expect(webhooksFor(...over).at(-1)?.eventType).toBe('ROOM_DESTROYED')
  })
})

describe('the file behind the link', () => {
  const commits = commitsFor(...over)
  const ticket = firstTicket(commits)

  it('has what was written in all rooms, by whom and when, and nothing private', async () => {
    expect(await linksOf({ logs: running(commits) }).read(ticket)).toEqual({
      roomAddress: conference,
      meetingFqn: `${naming.appId}/weekly`,
      sessionId: webhooksOf(commits)[0]?.sessionId,
      timestamp: start + 5,
      messageType: 'CHAT',
      messages: [
        { jid: `${conference}/${ann}`, content: 'Hello', timestamp: start, name: 'Ann', isBreakout: false },
        {
          jid: `${conference}/${bob}`,
          content: 'In the room',
          timestamp: start + 1,
          name: 'Bob',
          isBreakout: true,
          breakoutRoomId: red,
        },
        { jid: `${conference}/${ann}`, content: 'Come back', timestamp: start + 3, name: 'Ann', isBreakout: false },
      ],
    })
  })

  it('is of one session, whatever came before and after it', async () => {
    const again = [resume(bob, start + 20), write(bob, inRed, 'Next time', start + 21), leave(bob, start + 22)]
    const both = commitsFor(...over, ...again)
    const { read } = linksOf({ logs: running(both) })
    const tickets = ticketsOf(both)
    expect(tickets[0]).toBe(ticket)
    const texts = await Promise.all(
      tickets.map(async (one) => (await read(one))?.messages.map(({ content }) => content)),
    )
    expect(texts).toEqual([['Hello', 'In the room', 'Come back'], ['Next time']])
  })

  it('opens with what was told alone: no other words, no other key, no part of it', async () => {
    const { read } = linksOf({ logs: running(commits) })
    const [words = '', signature = ''] = ticket.split('.')
    const later = Buffer.from(JSON.stringify([meetingId, start, 1, start + 10 * linkLifeMs])).toString('base64url')
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const almost = [...letters].map((letter) => `${ticket.slice(0, -1)}${letter}`).filter((one) => one !== ticket)
    expect(almost).toHaveLength(63)
    for (const bad of [
      ...almost,
      `${ticket}.`,
      '',
      '.',
      words,
      `.${signature}`,
      `${later}.${signature}`,
      `${words}.${signature.slice(1)}`,
      `${ticket}A`,
    ])
      expect([bad, await read(bad)]).toEqual([bad, undefined])
    expect(await linksOf({ logs: running(commits), key: new Uint8Array(32).fill(1) }).read(ticket)).toBeUndefined()
  })

  it('is there for a day, and no longer than the meeting', async () => {
    const at = (now: number) => linksOf({ logs: running(commits), now }).read(ticket)
    expect(await at(start + 5 + linkLifeMs - 1)).toBeDefined()
    expect(await at(start + 5 + linkLifeMs)).toBeUndefined()
    expect(await linksOf({ logs: new Map() }).read(ticket)).toBeUndefined()
    // Another meeting of the same name is not this one.
    const next = commitsFor(join(ann, { at: start + 7, settings: telling }), join(bob, { at: start + 7 }))
    expect(await linksOf({ logs: running(next) }).read(ticket)).toBeUndefined()
  })

  it('of a meeting that was ended is read where its log is kept, as long as it is', async () => {
    const ended = commitsFor(...spoken, ask(ann, { type: 'EndMeeting' }, { at: start + 9 }))
    const kept = (endedId: string) => String(keptName(meetingId, endedId))
    const logs = new Map([
      [kept('earlier'), commitsFor(join(cat), ask(cat, { type: 'EndMeeting' }))],
      [kept('this'), ended],
      [kept('later'), commitsFor(join(cat), ask(cat, { type: 'EndMeeting' }))],
      [String(meetingId), commitsFor(join(cat, { at: start + 20 }))],
    ])
    const refs = [
      { endedId: 'later', endedAt: start + 15 },
      { endedId: 'this', endedAt: start + 9 },
      { endedId: 'earlier', endedAt: start },
    ]
    const { read } = linksOf({ logs, ended: refs })
    expect((await read(firstTicket(ended)))?.messages).toHaveLength(3)
    // The meeting itself is kept for as long as its settings say, which is less than a day here.
    const tooLate = linksOf({ logs, ended: refs, now: start + 9 + settings.retentionMs })
    expect(await tooLate.read(firstTicket(ended))).toBeUndefined()
  })

  it('holds nothing of who was forgotten, also before what is stored was blanked', async () => {
    const forget = ask(ann, { type: 'ForgetPerson', participantId: bob }, { at: start + 7 })
    const after = commitsFor(...over, resume(ann, start + 6), forget)
    const texts = async (log: readonly Commit[]) =>
      (await linksOf({ logs: running(log) }).read(ticket))?.messages.map(({ content }) => content)
    expect(await texts(after)).toEqual(['Hello', 'Come back'])
    const blanked = after.map((commit) => ({
      ...commit,
      events: commit.events.map((event) => withoutPerson(event, bob)),
    }))
    expect(await texts(blanked)).toEqual(['Hello', 'Come back'])
  })

  it('of a tenant and of any name fits into an address', async () => {
    const long = `${'学'.repeat(100)}/${'語'.repeat(100)}` as MeetingId
    const { linkTo } = linksOf({ logs: new Map() })
    const link = linkTo({ meetingId: long, since: start, version: 1_000_000, endedAt: Date.now() })
    expect((link.split('/').at(-1) ?? '').length).toBeLessThan(1_000)
  })
})
