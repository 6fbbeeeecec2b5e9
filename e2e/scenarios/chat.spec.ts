// SPDX-License-Identifier: Apache-2.0
// Messages reach those who may read them and nobody else: judged by every word that came over the wire, and in the web app as people use it.
import { expect, onTestFinished, test } from 'vitest'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { newCommandId, openRaw, type RawClient, type Seat } from '../harness/RawClient.ts'
import { useStage } from '../harness/Stage.ts'
import { WebPerson } from '../harness/WebPerson.ts'
import { waitFor } from '../harness/waitFor.ts'

const stage = useStage()

interface Person {
  readonly client: RawClient
  readonly seat: Seat
}

async function come(meeting: string, name: string): Promise<Person> {
  const client = await openRaw(stage.server.url, meeting)
  onTestFinished(() => client.close())
  return { client, seat: await client.join(name) }
}

const inRoom = (roomId: unknown) => ({ kind: 'room', roomId })
const everybody = { kind: 'meeting' }
const privately = ({ seat }: Person) => ({ kind: 'person', participantId: seat.participantId })

async function write({ client }: Person, to: unknown, text: string): Promise<void> {
  expect(await client.command('chat.send', { to, text })).toMatchObject({ ok: true })
}

async function history(client: RawClient): Promise<string[]> {
  const { result } = await client.ask({ type: 'chat.history', limit: 100 })
  const messages = (result?.messages ?? []) as { text: string }[]
  return messages.map(({ text }) => text)
}

test('messages of two rooms never meet, private ones reach two people, who comes later reads nothing older, and a crash loses nothing', async () => {
  stage.explainFailure()
  const meeting = 'chat-isolation'
  const ann = await come(meeting, 'Ann')
  const [bob, cem, dua, eli] = [
    await come(meeting, 'Bob'),
    await come(meeting, 'Cem'),
    await come(meeting, 'Dua'),
    await come(meeting, 'Eli'),
  ]
  const red = (await ann.client.command('room.create', { name: 'Red' })).result?.roomId
  const blue = (await ann.client.command('room.create', { name: 'Blue' })).result?.roomId
  const send = async ({ seat: { participantId } }: Person, roomId: unknown) =>
    expect(await ann.client.command('participant.move', { participantId, roomId })).toMatchObject({ ok: true })
  for (const person of [bob, cem]) await send(person, red)
  await send(dua, blue)

  await write(bob, inRoom(red), 'word-of-red')
  await write(dua, inRoom(blue), 'word-of-blue')
  await write(ann, inRoom('main'), 'word-of-main')
  await write(cem, privately(dua), 'word-for-dua')
  await write(eli, everybody, 'word-for-all')
  // Bob is sent away; what Red says meanwhile is not his, and what he means for Red is said nowhere.
  await send(bob, blue)
  expect(await bob.client.command('chat.send', { to: inRoom(red), text: 'word-too-late' })).toMatchObject({
    error: { code: 'CHAT_ROOM_LEFT' },
  })
  await write(cem, inRoom(red), 'word-without-bob')
  await send(eli, red)
  await send(bob, red)
  await write(bob, inRoom(red), 'word-again')

  const expected = new Map([
    [ann, ['word-of-main', 'word-for-all']],
    [bob, ['word-of-red', 'word-for-all', 'word-again']],
    [cem, ['word-of-red', 'word-for-dua', 'word-for-all', 'word-without-bob', 'word-again']],
    [dua, ['word-of-blue', 'word-for-dua', 'word-for-all']],
    [eli, ['word-of-main', 'word-for-all', 'word-again']],
  ])
  const late = await come(meeting, 'Fay')
  expect(await history(late.client)).toEqual(['word-for-all'])
  for (const [{ client }, words] of expected) expect(await history(client)).toEqual(words)
  // By now all that was sent live has come before those answers: each word that they may read, and no other, anywhere.
  for (const [{ client }, words] of expected) {
    const live = client.messages.filter(({ type }) => type === 'chat.message')
    expect(live.map(({ message }) => (message as { text: string }).text)).toEqual(words)
    const heard = new Set(client.texts.join(' ').match(/word-[a-z-]+/g))
    expect([...heard].sort()).toEqual([...words].sort())
  }

  await stage.server.kill9()
  await stage.server.startAgain()
  for (const [{ seat }, words] of expected) {
    const again = await openRaw(stage.server.url, meeting)
    onTestFinished(() => again.close())
    expect(await again.resume(seat)).toMatchObject({ ok: true })
    expect(await history(again)).toEqual(words)
  }
})

test('a flood, an empty text and a control character are refused, and a message that is sent again is there once', async () => {
  stage.explainFailure()
  const ann = await come('chat-limits', 'Ann')
  for (const text of [' \n ', 'x'.repeat(2_001), 'bell \u0007']) {
    const refused = await ann.client.command('chat.send', { to: everybody, text })
    expect(refused).toMatchObject({ error: { code: 'CHAT_TEXT_INVALID' } })
  }
  const request = { type: 'chat.send', id: newCommandId(), to: everybody, text: ' one\r\ntwo ' }
  const first = await ann.client.ask(request)
  expect(await ann.client.ask(request)).toEqual(first)
  expect(await history(ann.client)).toEqual(['one\ntwo'])
  const replies = await Promise.all(
    Array.from({ length: 25 }, (_, index) => ann.client.command('chat.send', { to: everybody, text: `${index}` })),
  )
  const refused = replies.filter(({ ok }) => !ok)
  expect(refused).toHaveLength(6)
  for (const { error } of refused) {
    expect(error?.code).toBe('CHAT_TOO_FAST')
    expect(error?.retryAfterMs).toBeGreaterThan(0)
  }
})

test('in the web app people write to their room and to one another, see what is unread, and find it again', async () => {
  stage.explainFailure()
  const meeting = 'chat-web'
  const options = (name: string) => ({ serverUrl: stage.server.url, meeting, name, camera: false })
  const ann = await WebPerson.open(await stage.context(), options('Ann'), meeting)
  await ann.join()
  const bob = await WebPerson.open(await stage.context(), options('Bob'), meeting)
  await bob.join()

  await ann.press('Chat')
  const field = ann.page.getByRole('textbox', { name: 'Message to Main room' })
  await field.fill('Hello Bob')
  await field.press('Shift+Enter')
  await field.pressSequentially('see https://example.org/a.')
  await field.press('Enter')
  await lines(ann, 'Main room', ['Hello Bob\nsee https://example.org/a.'])
  await waitFor(async () => ((await bob.button('Chat, 1 unread').count()) === 1 ? undefined : 'Bob has no mark'))
  await bob.press('Chat, 1 unread')
  await lines(bob, 'Main room', ['Hello Bob\nsee https://example.org/a.'])
  const link = bob.page.getByRole('link', { name: 'https://example.org/a' })
  expect(await link.getAttribute('href')).toBe('https://example.org/a')
  expect(await link.getAttribute('rel')).toContain('noopener')

  // Bob writes to Ann alone, in a thread of their own.
  await bob.choose('Write to one person', 'Ann')
  await bob.page.getByRole('textbox', { name: 'Message to Ann' }).fill('<b>psst</b>')
  await bob.press('Send')
  await ann.page.getByRole('tab', { name: /Bob.*1 unread/ }).click()
  await lines(ann, 'Bob', ['<b>psst</b>'])

  expect(await accessibilityFaults(ann.page, '.chat-pane')).toEqual([])

  // A move: the tab of the room shows the new room, with a line where one came in; what was is there again after coming back.
  await bob.page.getByRole('tab', { name: /Main room/ }).click()
  await ann.press('Rooms and people')
  await ann.press('Add room')
  await ann.page.getByLabel('Name of the new room').fill('Garden')
  await ann.press('Add room')
  await ann.section('Garden').waitFor()
  await ann.choose('Actions for Bob', 'Garden')
  await bob.page.getByText('You came to Garden').waitFor()
  await lines(bob, 'Garden', [])
  await bob.page.getByRole('textbox', { name: 'Message to Garden' }).fill('Anybody here?')
  await bob.page.keyboard.press('Enter')
  await lines(bob, 'Garden', ['Anybody here?'])
  // The moderator sees that something is written there, and not what.
  await ann.section('Garden').getByLabel('1 message').waitFor()
  await bob.press('Back to main')
  await lines(bob, 'Main room', ['Hello Bob\nsee https://example.org/a.'])
  await bob.page.reload()
  await bob.waitUntilIn()
  await bob.press('Chat')
  await lines(bob, 'Main room', ['Hello Bob\nsee https://example.org/a.'])
  expect(await ann.page.evaluate(() => document.body.textContent?.includes('Anybody here?'))).toBe(false)

  // The file has all that he may read.
  const [download] = await Promise.all([
    bob.page.waitForEvent('download'),
    bob.press('Save the messages as a text file'),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  for (const word of ['Hello Bob', '[Garden]', 'to Ann', 'Anybody here?']) expect(text).toContain(word)

  await bob.page.setViewportSize({ width: 360, height: 640 })
  await waitFor(async () => {
    const overflow = await bob.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    return overflow <= 0 ? undefined : `the page is ${overflow} px too wide`
  })
})

/** Waits until the open thread has exactly these messages. */
async function lines(person: WebPerson, thread: string, texts: readonly string[]): Promise<void> {
  const log = person.page.getByRole('log', { name: `Messages: ${thread}` })
  await waitFor(async () => {
    const shown = await log.locator('.chat-text').allTextContents()
    if ((await log.count()) !== 1) return `${person.name} does not see the messages of ${thread}`
    return shown.join('|') === texts.join('|') ? undefined : `${person.name} reads [${shown}] in ${thread}`
  })
}
