// SPDX-License-Identifier: Apache-2.0
// What every event store must do, whatever it is made of. An adapter's test gives an opener of empty stores; nothing here knows where commits go.
import type { MeetingEvent } from '@alcove/meeting'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Commit, type EventStore, maxCommitBytes, Unavailable, VersionConflict } from '../../meetings/ports.ts'
import { commitOf, commitsOf, meeting, snapshotOf, withoutName } from '../testing/index.ts'

const [ada, bob] = [meeting('ada-meets'), meeting('bob-meets')]

export function describeEventStore(open: () => Promise<EventStore>): void {
  let store: EventStore

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  async function appendAll(commits: readonly Commit[]): Promise<void> {
    for (const commit of commits) await store.append(commit, commit.version - 1)
  }

  describe('append and read', () => {
    it('gives back what was appended, in order and unchanged', async () => {
      const commits = commitsOf(ada, 12)
      await appendAll(commits)
      expect(await store.read(ada, 1)).toEqual(commits)
    })

    it('reads from a version on, and nothing beyond the last one', async () => {
      const commits = commitsOf(ada, 5)
      await appendAll(commits)
      expect(await store.read(ada, 4)).toEqual(commits.slice(3))
      expect(await store.read(ada, 6)).toEqual([])
    })

    it('knows nothing of a meeting that nobody appended to', async () => {
      await appendAll(commitsOf(ada, 1))
      expect(await store.read(bob, 1)).toEqual([])
      expect(await store.loadSnapshot(bob)).toBeUndefined()
    })

    it('shares no objects with its callers', async () => {
      const given = commitOf(ada, 1)
      await store.append(given, 0)
      Object.assign(given, { at: 0 })
      const [first] = await store.read(ada, 1)
      expect(first).toEqual(commitOf(ada, 1))
      Object.assign(first ?? {}, { at: 1 })
      expect(await store.read(ada, 1)).toEqual([commitOf(ada, 1)])
    })

    it('takes appends in the order of the calls, without waiting for each', async () => {
      const commits = commitsOf(ada, 50)
      await Promise.all(commits.map((commit) => store.append(commit, commit.version - 1)))
      expect(await store.read(ada, 1)).toEqual(commits)
    })
  })

  describe('the expected version', () => {
    it.each([
      ['taken already', 1],
      ['of long ago', 2],
      ['not reached yet', 5],
    ])('%s: refuses and changes nothing', async (_words, version) => {
      const commits = commitsOf(ada, 3)
      await appendAll(commits)
      await expect(store.append(commitOf(ada, version, 'Eve'), version - 1)).rejects.toBeInstanceOf(VersionConflict)
      expect(await store.read(ada, 1)).toEqual(commits)
      expect((await store.readAll(0, 100)).commits).toEqual(commits)
      await store.append(commitOf(ada, 4), 3)
    })

    it('lets exactly one of two racing writers through', async () => {
      const names = ['Ada', 'Bob', 'Cleo']
      const races = await Promise.allSettled(names.map((name) => store.append(commitOf(ada, 1, name), 0)))
      expect(races.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
      const winner = races.findIndex(({ status }) => status === 'fulfilled')
      expect(await store.read(ada, 1)).toEqual([commitOf(ada, 1, names[winner])])
    })

    it('refuses a commit that does not follow the version it names', async () => {
      await expect(store.append(commitOf(ada, 3), 0)).rejects.toThrow('cannot follow')
      expect(await store.read(ada, 1)).toEqual([])
    })
  })

  describe('the size of a commit', () => {
    it('may be up to 512 kB as JSON, counted in bytes', async () => {
      const empty = Buffer.byteLength(JSON.stringify(commitOf(ada, 1, '')))
      // 'ü' is one character and two bytes.
      const fits = commitOf(ada, 1, 'ü'.repeat((maxCommitBytes - empty) >> 1))
      const tooLarge = commitOf(ada, 2, `${'ü'.repeat((maxCommitBytes - empty) >> 1)}ü`)
      await store.append(fits, 0)
      await expect(store.append(tooLarge, 1)).rejects.toThrow('bytes')
      expect(await store.read(ada, 1)).toEqual([fits])
      await store.append(commitOf(ada, 2), 1)
    })
  })

  describe('all meetings', () => {
    it('are read in the order of storing, in pages', async () => {
      const stored = [commitOf(ada, 1), commitOf(bob, 1), commitOf(ada, 2), commitOf(bob, 2), commitOf(bob, 3)]
      await appendAll(stored)
      const first = await store.readAll(0, 2)
      const rest = await store.readAll(first.position, 100)
      expect([...first.commits, ...rest.commits]).toEqual(stored)
      expect(first.commits).toHaveLength(2)
      expect(await store.readAll(rest.position, 100)).toEqual({ commits: [], position: rest.position })
    })

    it('are listed by id, in pages, each once, as long as they have a log', async () => {
      for (const name of ['c', 'a', 'd', 'b']) await appendAll(commitsOf(meeting(name), 3))
      expect(await store.meetingIds(undefined, 10)).toEqual(['a', 'b', 'c', 'd'])
      expect(await store.meetingIds(undefined, 2)).toEqual(['a', 'b'])
      await store.delete(meeting('b'))
      expect(await store.meetingIds(meeting('b'), 2)).toEqual(['c', 'd'])
      expect(await store.meetingIds(meeting('d'), 2)).toEqual([])
    })

    it('never gives a position twice, also after the last meeting was deleted', async () => {
      await appendAll(commitsOf(ada, 3))
      const { position } = await store.readAll(0, 100)
      await store.delete(ada)
      await store.append(commitOf(bob, 1), 0)
      expect((await store.readAll(position, 100)).commits).toEqual([commitOf(bob, 1)])
    })

    it('are written at the same time without touching each other', async () => {
      const all = Array.from({ length: 40 }, (_, index) => commitsOf(meeting(`meeting-${index}`), 10))
      const results = await Promise.allSettled(
        all.flatMap((commits) => [
          ...commits.map((commit) => store.append(commit, commit.version - 1)),
          // A writer with an old state in the middle of everything loses alone.
          store.append(commitOf((commits[0] as Commit).meetingId, 4, 'Eve'), 3),
        ]),
      )
      const refused = results.filter((result) => result.status === 'rejected')
      expect(refused).toHaveLength(all.length)
      expect(refused.every(({ reason }) => reason instanceof VersionConflict)).toBe(true)
      for (const commits of all) expect(await store.read((commits[0] as Commit).meetingId, 1)).toEqual(commits)
      expect((await store.readAll(0, 1_000)).commits).toHaveLength(400)
    })
  })

  describe('snapshots', () => {
    it('come back with the version of their shape', async () => {
      await appendAll(commitsOf(ada, 3))
      await store.saveSnapshot(snapshotOf(ada, 2, 7))
      expect(await store.loadSnapshot(ada)).toEqual(snapshotOf(ada, 2, 7))
    })

    it('are replaced by newer ones, and by those of the same version in another shape', async () => {
      await appendAll(commitsOf(ada, 3))
      await store.saveSnapshot(snapshotOf(ada, 1))
      await store.saveSnapshot(snapshotOf(ada, 3))
      expect(await store.loadSnapshot(ada)).toEqual(snapshotOf(ada, 3))
      await store.saveSnapshot(snapshotOf(ada, 3, 2))
      expect(await store.loadSnapshot(ada)).toEqual(snapshotOf(ada, 3, 2))
    })

    it('are not replaced by older ones that come late', async () => {
      await appendAll(commitsOf(ada, 3))
      await store.saveSnapshot(snapshotOf(ada, 3))
      await store.saveSnapshot(snapshotOf(ada, 2))
      expect(await store.loadSnapshot(ada)).toEqual(snapshotOf(ada, 3))
    })

    it('of commits that the log does not have are not kept: a deleted meeting stays forgotten', async () => {
      await appendAll(commitsOf(ada, 2))
      await store.saveSnapshot(snapshotOf(ada, 3))
      expect(await store.loadSnapshot(ada)).toBeUndefined()
      await store.delete(ada)
      await store.saveSnapshot(snapshotOf(ada, 2))
      expect(await store.loadSnapshot(ada)).toBeUndefined()
    })
  })

  describe('wake times', () => {
    it('are due from their moment on, earliest first, and the next one is told', async () => {
      await store.wakeAt(ada, 2_000)
      await store.wakeAt(bob, 1_000)
      await store.wakeAt(meeting('later'), 3_000.5)
      expect(await store.due(999)).toEqual({ meetingIds: [], nextAt: 1_000 })
      expect(await store.due(1_000)).toEqual({ meetingIds: [bob], nextAt: 2_000 })
      expect(await store.due(2_500)).toEqual({ meetingIds: [bob, ada], nextAt: 3_000.5 })
      expect((await store.due(4_000)).nextAt).toBeUndefined()
    })

    it('are one per meeting: the last call counts, later or earlier', async () => {
      await store.wakeAt(ada, 2_000)
      await store.wakeAt(ada, 5_000)
      expect(await store.due(2_000)).toEqual({ meetingIds: [], nextAt: 5_000 })
      await store.wakeAt(ada, 1_000)
      expect(await store.due(2_000)).toEqual({ meetingIds: [ada], nextAt: undefined })
    })

    it('stay until they are cleared', async () => {
      await store.wakeAt(ada, 1_000)
      await store.due(2_000)
      expect((await store.due(2_000)).meetingIds).toEqual([ada])
      await store.wakeAt(ada, null)
      await store.wakeAt(bob, null)
      expect(await store.due(2_000)).toEqual({ meetingIds: [], nextAt: undefined })
    })
  })

  describe('rewrite', () => {
    it('blanks what is personal in the log and in the snapshot, and keeps everything else', async () => {
      await appendAll([...commitsOf(ada, 3), ...commitsOf(bob, 1)])
      await store.saveSnapshot(snapshotOf(ada, 2))
      await store.saveSnapshot(snapshotOf(bob, 1))
      await store.wakeAt(ada, 1_000)
      const { position } = await store.readAll(0, 100)
      await store.rewrite(ada, withoutName)
      const blanked = [1, 2, 3].map((version) => commitOf(ada, version, ''))
      expect(await store.read(ada, 1)).toEqual(blanked)
      expect(await store.loadSnapshot(ada)).toBeUndefined()
      expect((await store.due(1_000)).meetingIds).toEqual([ada])
      expect(await store.readAll(0, 100)).toEqual({ commits: [...blanked, commitOf(bob, 1)], position })
      expect(await store.loadSnapshot(bob)).toEqual(snapshotOf(bob, 1))
      await store.append(commitOf(ada, 4), 3)
    })

    it('reaches commits that are appended meanwhile', async () => {
      await appendAll(commitsOf(ada, 2))
      const rewritten = store.rewrite(ada, withoutName)
      await store.append(commitOf(ada, 3), 2)
      await rewritten
      const names = (await store.read(ada, 1)).flatMap(({ events }) => events.flatMap(namesIn))
      // The third one either came after the change, or was changed too; the first two never keep their names.
      expect(names.slice(0, 2)).toEqual(['', ''])
      expect(names).toHaveLength(3)
    })

    it('that fails on one event changes none', async () => {
      const commits = commitsOf(ada, 3)
      await appendAll(commits)
      await store.saveSnapshot(snapshotOf(ada, 3))
      const failing = (event: MeetingEvent): MeetingEvent => {
        if (event.at === commits[2]?.at) throw new Error('not this one')
        return withoutName(event)
      }
      await expect(store.rewrite(ada, failing)).rejects.toThrow('not this one')
      const growing = (event: MeetingEvent) => ({ ...event, displayName: 'x'.repeat(maxCommitBytes) }) as MeetingEvent
      await expect(store.rewrite(ada, growing)).rejects.toThrow('bytes')
      expect(await store.read(ada, 1)).toEqual(commits)
      expect(await store.loadSnapshot(ada)).toEqual(snapshotOf(ada, 3))
    })

    it('of an unknown meeting does nothing', async () => {
      await store.rewrite(ada, withoutName)
      expect(await store.readAll(0, 100)).toEqual({ commits: [], position: 0 })
    })
  })

  describe('move', () => {
    it('keeps the log under another name, in its place among all, to be woken then, and frees the name', async () => {
      await appendAll([...commitsOf(ada, 2), ...commitsOf(bob, 1)])
      await store.saveSnapshot(snapshotOf(ada, 2))
      await store.wakeAt(ada, 500)
      const before = await store.readAll(0, 100)
      const kept = meeting('!ada-meets!1')
      await store.move(ada, kept, 2_000)
      expect(await store.read(kept, 1)).toEqual(commitsOf(ada, 2))
      expect(await store.readAll(0, 100)).toEqual(before)
      expect(await store.loadSnapshot(ada)).toBeUndefined()
      expect(await store.due(2_000)).toEqual({ meetingIds: [kept], nextAt: undefined })
      expect(await store.meetingIds(undefined, 10)).toEqual([kept, bob])
      await store.append(commitOf(ada, 1, 'Bob'), 0)
      await store.rewrite(kept, withoutName)
      expect(await store.read(kept, 2)).toEqual([commitOf(ada, 2, '')])
      await store.delete(kept)
      expect((await store.readAll(0, 100)).commits).toEqual([commitOf(bob, 1), commitOf(ada, 1, 'Bob')])
    })

    it('onto a name that has a log is refused, and of nothing does nothing', async () => {
      await appendAll([...commitsOf(ada, 1), ...commitsOf(bob, 2)])
      await expect(store.move(ada, bob, 1)).rejects.toBeInstanceOf(VersionConflict)
      expect(await store.read(ada, 1)).toEqual(commitsOf(ada, 1))
      await store.move(meeting('nobody'), bob, 1)
      expect(await store.read(bob, 1)).toEqual(commitsOf(bob, 2))
      expect((await store.due(10)).meetingIds).toEqual([])
    })
  })

  describe('delete', () => {
    it('forgets commits, snapshot and wake time of that meeting and of no other', async () => {
      await appendAll([...commitsOf(ada, 2), ...commitsOf(bob, 2)])
      for (const id of [ada, bob]) {
        await store.saveSnapshot(snapshotOf(id, 2))
        await store.wakeAt(id, 1_000)
      }
      await store.delete(ada)
      expect(await store.read(ada, 1)).toEqual([])
      expect(await store.loadSnapshot(ada)).toBeUndefined()
      expect(await store.due(1_000)).toEqual({ meetingIds: [bob], nextAt: undefined })
      expect((await store.readAll(0, 100)).commits).toEqual(commitsOf(bob, 2))
      expect(await store.loadSnapshot(bob)).toEqual(snapshotOf(bob, 2))
    })

    it('lets the name be used anew, from version 1', async () => {
      await appendAll(commitsOf(ada, 3))
      await store.delete(ada)
      await store.delete(ada)
      await store.append(commitOf(ada, 1, 'Bob'), 0)
      expect(await store.read(ada, 1)).toEqual([commitOf(ada, 1, 'Bob')])
    })
  })

  describe('a closed store', () => {
    it('has stored what was asked before, refuses all else, and can be closed again', async () => {
      const before = store.append(commitOf(ada, 1), 0)
      await Promise.all([store.close(), store.close()])
      await before
      const refused: readonly (() => Promise<unknown>)[] = [
        () => store.append(commitOf(ada, 2), 1),
        () => store.read(ada, 1),
        () => store.readAll(0, 1),
        () => store.saveSnapshot(snapshotOf(ada, 1)),
        () => store.loadSnapshot(ada),
        () => store.wakeAt(ada, 1),
        () => store.due(1),
        () => store.rewrite(ada, withoutName),
        () => store.move(ada, bob, 1),
        () => store.delete(ada),
      ]
      for (const ask of refused) {
        const error = await ask().catch((reason: unknown) => reason)
        expect(error).toBeInstanceOf(Unavailable)
        expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' })
      }
    })
  })
}

function namesIn(event: MeetingEvent): string[] {
  return event.type === 'ParticipantJoined' ? [event.displayName] : []
}
