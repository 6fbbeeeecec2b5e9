// SPDX-License-Identifier: Apache-2.0
// Lobby, password and roles together with breakout rooms, through the interface of host pages: what Jitsi's own tests never touch, and the rows on
// moderation that they have.
import { expect, test } from 'vitest'
import { useEmbedStage } from '../harness/EmbedStage.ts'
import type { HostPage } from '../harness/HostPage.ts'
import { waitFor } from '../harness/waitFor.ts'

const embed = useEmbedStage('doors')

/** Id of whoever knocks under this name. */
async function knockOf(host: HostPage, name: string): Promise<string> {
  let found = ''
  await waitFor(async () => {
    const knocks = (await host.told()).filter((one) => one.name === 'knockingParticipant')
    const people = knocks.map(({ payload }) => payload.participant as { id: string; name: string })
    found = people.findLast((person) => person.name === name)?.id ?? ''
    return found === '' ? `${people.map((person) => person.name)} knocked` : undefined
  })
  return found
}

/** Sets or takes away the password, and waits until that is done: hashing takes longer than what is asked for after it. */
async function setPassword(host: HostPage, password: string): Promise<void> {
  await host.command('password', password)
  const isSet = password !== ''
  await waitFor(async () =>
    (await passwordOf(host)) === isSet ? undefined : `a password is ${isSet ? 'not set' : 'set still'}`,
  )
}

/** Whether the meeting asks for a password. */
function passwordOf(host: HostPage): Promise<boolean> {
  return host.frame.locator('body').evaluate(() => {
    const holder = window as unknown as {
      alcove?: { client: { getSnapshot(): { view?: { meeting: { door: { password: boolean } } } } } }
    }
    return holder.alcove?.client.getSnapshot().view?.meeting.door.password ?? false
  })
}

test('the door: who knocks is told and answered, a password is asked for, given and taken away (I9)', async () => {
  const ann = await embed.join('Ann', { roomPasswordNumberOfDigits: 5 })
  const gus = await embed.join('Gus', { startAudioMuted: 1, ignoreStartMuted: true })
  await ann.command('toggleLobby', true)
  // Whoever is in stays, and hears of it.
  await gus.waitForEvent('notificationTriggered', {
    title: 'Ann has switched the lobby on: people who come now wait there.',
  })
  const bob = await embed.come('Bob')
  const bobId = await knockOf(ann, 'Bob')
  await bob.frame.getByText('You are in the lobby').waitFor()
  await ann.command('answerKnockingParticipant', bobId, false)
  await bob.waitForError('SEAT_REMOVED')
  // Turned away, one may knock again; the answers stand in the notice, too.
  const notice = ann.frame.locator('.notice', { hasText: 'Bob waits in the lobby' })
  await notice.waitFor({ state: 'detached' })
  await bob.page.reload()
  await notice.getByRole('button', { name: 'Turn away' }).click()
  await bob.waitForError('SEAT_REMOVED')
  await notice.waitFor({ state: 'detached' })
  await bob.page.reload()
  await notice.getByRole('button', { name: 'Let in' }).click()
  await bob.waitForEvent('videoConferenceJoined', { displayName: 'Bob' })

  const cem = await embed.come('Cem')
  const cemId = await knockOf(ann, 'Cem')
  await ann.command('answerKnockingParticipant', cemId, true)
  await cem.waitForEvent('videoConferenceJoined', { displayName: 'Cem' })
  await ann.waitForEvent('participantJoined', { displayName: 'Cem' })
  await cem.command('answerKnockingParticipant', cemId, true)
  await cem.waitForEvent('errorOccurred')

  // Leaving the lobby closes the page, too.
  const dora = await embed.come('Dora')
  await dora.frame.getByText('You are in the lobby').waitFor()
  const knocking = ann.frame.locator('.notice', { hasText: 'Dora waits in the lobby' })
  await knocking.waitFor()
  const toModerators = dora.frame.getByLabel('Write to the moderators')
  const leaving = dora.frame.getByRole('button', { name: 'Leave the lobby' })
  await dora.seeHidden({ enableLobbyChat: false }, toModerators)
  await dora.seeHidden({ lobby: { enableChat: false, showHangUp: false } }, toModerators, leaving)
  await dora.command('hangup')
  await dora.waitForEvent('readyToClose')
  await knocking.waitFor({ state: 'detached' })
  expect(await gus.ask('isAudioMuted')).toBe(false)
  expect((await gus.namesTold()).filter((name) => /Left|readyToClose|knocking/.test(name))).toEqual([])

  await ann.command('toggleLobby', false)
  // This page takes digits only.
  const told = await ann.count()
  await ann.command('password', 'open sesame')
  await ann.waitForError('REQUEST_INVALID', told)
  expect(await passwordOf(ann)).toBe(false)
  await setPassword(ann, '12345')
  const eve = await embed.come('Eve')
  await eve.waitForEvent('passwordRequired')
  let before = await eve.count()
  await eve.command('password', '54321')
  expect(await eve.waitForEvent('passwordRequired', {}, before)).toEqual({})
  before = await eve.count()
  await eve.command('password', '12345')
  await eve.waitForEvent('videoConferenceJoined', { displayName: 'Eve' }, before)
  await setPassword(ann, '')
  const fay = await embed.come('Fay')
  await fay.waitForEvent('videoConferenceJoined', { displayName: 'Fay' })
})

test('the lobby and rooms: knocks reach moderators inside rooms; who was let in moves without knocking again', async () => {
  const ann = await embed.join('Ann')
  await ann.command('addBreakoutRoom', 'Garden')
  const [garden] = await ann.roomIds('Garden')
  await ann.command('toggleLobby', true)
  await ann.go(garden)

  // What their host page set is done once they are in.
  const bob = await embed.come('Bob', { startAudioMuted: 1, startVideoMuted: 9, startWithVideoMuted: false })
  const { participant } = await ann.waitForEvent('knockingParticipant')
  const { id: bobId } = participant as { id: string; name: string }
  expect(participant).toEqual({ id: bobId, name: 'Bob' })
  expect(await bob.namesTold()).not.toContain('videoConferenceJoined')
  await ann.command('answerKnockingParticipant', bobId, true)
  await bob.waitForEvent('videoConferenceJoined', { id: bobId, breakoutRoom: false })
  await bob.waitForEvent('audioMuteStatusChanged', { muted: true })
  expect(await bob.ask('isVideoMuted')).toBe(false)
  await bob.go(garden)
  await bob.go()
  await bob.go(garden)
  expect((await ann.told()).filter(({ name }) => name === 'knockingParticipant').length).toBe(1)

  // A new moderator sees who knocks; switching the lobby off lets them in.
  const cem = await embed.come('Cem')
  await waitFor(async () => {
    const knocks = (await ann.told()).filter(({ name }) => name === 'knockingParticipant')
    return knocks.length === 2 ? undefined : `${knocks.length} of 2 knocks were told`
  })
  await ann.command('grantModerator', bobId)
  await bob.waitForEvent('knockingParticipant')
  await bob.command('toggleLobby', false)
  await cem.waitForEvent('videoConferenceJoined', { displayName: 'Cem', breakoutRoom: false })
})

test('a password and rooms: who is in goes and comes back without it, whoever comes later is asked', async () => {
  const ann = await embed.join('Ann')
  await ann.command('addBreakoutRoom', 'Garden')
  const [garden] = await ann.roomIds('Garden')
  const bob = await embed.join('Bob')
  await setPassword(ann, 'open sesame')
  await bob.go(garden)
  await ann.go(garden)
  const cem = await embed.come('Cem')
  await cem.waitForEvent('passwordRequired')
  await bob.go()
  expect(await bob.namesTold()).not.toContain('passwordRequired')
  await cem.command('password', 'open sesame')
  await cem.waitForEvent('videoConferenceJoined', { displayName: 'Cem' })
  // Taken away from inside a room; who sat at the question comes in at the next try.
  const dora = await embed.come('Dora')
  await dora.waitForEvent('passwordRequired')
  const tries = await dora.count()
  await dora.command('password', 'goose')
  await dora.waitForEvent('passwordRequired', {}, tries)
  await setPassword(ann, '')
  const later = await embed.come('Eve')
  await later.waitForEvent('videoConferenceJoined', { displayName: 'Eve' })
  await dora.command('password', 'anything')
  await dora.waitForEvent('videoConferenceJoined', { displayName: 'Dora' })
})

test('roles go along into rooms and back; the role passes on when the moderator leaves', async () => {
  const ann = await embed.join('Ann')
  const bob = await embed.join('Bob')
  const [annId, bobId] = [await ann.id(), await bob.id()]
  await ann.command('addBreakoutRoom', 'Garden')
  const [garden] = await ann.roomIds('Garden')
  for (const [host, id, role] of [
    [ann, annId, 'moderator'],
    [bob, bobId, 'participant'],
  ] as const) {
    for (const room of [garden, undefined]) {
      const before = await host.count()
      await host.go(room)
      await host.waitForEvent('participantRoleChanged', { id, role }, before)
    }
  }
  // Nobody became moderator because the moderator was in another room.
  const given = (await bob.told()).filter(({ name }) => name === 'participantRoleChanged')
  expect(given.map(({ payload }) => [payload.id, payload.role])).not.toContainEqual([bobId, 'moderator'])
  const { rooms } = await bob.ask<{ rooms: { participants: { id: string; role: string }[] }[] }>('getRoomsInfo')
  const roles = Object.fromEntries(rooms.flatMap(({ participants }) => participants).map(({ id, role }) => [id, role]))
  expect(roles).toEqual({ [annId]: 'moderator', [bobId]: 'participant' })
  await bob.command('kickParticipant', annId)
  await bob.waitForEvent('errorOccurred')
  const before = await bob.count()
  await ann.command('hangup')
  await bob.waitForEvent('participantRoleChanged', { id: bobId, role: 'moderator' }, before)
})
