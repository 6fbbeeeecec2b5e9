// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it } from 'vitest'
import { showLanguage } from '../../i18n/texts.ts'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { withRoomNames } from '../../state/withRoomNames.ts'
import { idOf, roomOf, sampleView } from '../../testing/sampleView.ts'
import { readTemplate, type Template, templateOf, toTemplateText } from './template.ts'
import { onlyParts, toChanges, toParts } from './templateChanges.ts'
import { dropTemplate, keepTemplate, keptTemplates } from './templateStore.ts'

const view = sampleView({
  people: [{ id: 'me', role: 'moderator' }],
  rooms: {
    r1: { name: 'Garden', order: 2, capacity: 6 },
    r2: { name: 'Kitchen', order: 1, locked: true, hasPassword: true, hosts: [idOf('me')] },
  },
  selfMove: 'main-only',
  moderators: { tasks: { [roomOf('r1')]: 'Dig' } },
})
const template = templateOf(
  view,
  'World café',
  { rounds: { count: 3, minutes: 10 }, timer: { minutes: 15, atEnd: 'nothing' } },
  roomIdsInOrder(view),
)
const empty = sampleView({ people: [{ id: 'me', role: 'moderator' }], moderators: {} })
const linesOf = (from: typeof view, wanted: Template) =>
  Object.fromEntries(toParts(toChanges(from, wanted)).map(({ part, lines }) => [part, lines]))

afterEach(() => showLanguage('en'))

describe('a template', () => {
  it('calls rooms without a name as the server does, and is told in the language of the page', async () => {
    const unnamed = sampleView({ people: [{ id: 'me' }], rooms: { r1: { name: 'Room 1' } }, moderators: {} })
    await showLanguage('de')
    const shown = withRoomNames(unnamed)
    const kept = templateOf(shown, 'x', { rounds: undefined, timer: undefined }, roomIdsInOrder(shown))
    expect(kept.rooms.map(({ name }) => name)).toEqual(['Room 1'])
    expect(toChanges(shown, kept).add).toEqual([])
    expect(toChanges(empty, kept).add.map(({ name }) => name)).toEqual(['Room 1'])
    expect(linesOf(empty, kept).rooms).toEqual(['Legt Raum 1 an'])
  })

  it('has rooms in their order, rules, rounds and the timer, and no people and no passwords', () => {
    expect(template).toEqual({
      name: 'World café',
      rooms: [
        { name: 'Kitchen', task: undefined, capacity: undefined, locked: true },
        { name: 'Garden', task: 'Dig', capacity: 6, locked: false },
      ],
      rules: { selfMove: 'main-only', lateJoin: 'main', mayLookIn: true, mustAskAudio: false, mustAskVideo: false },
      rounds: { count: 3, minutes: 10 },
      timer: { minutes: 15, atEnd: 'nothing' },
    })
  })

  it('is read as it was written', () => {
    expect(readTemplate(toTemplateText(template))).toEqual({ ok: true, template })
    const plain = { ...template, rounds: undefined, timer: undefined, rooms: [] }
    expect(readTemplate(toTemplateText(plain))).toEqual({ ok: true, template: plain })
  })

  it.each([
    ['no JSON', 'name,room'],
    ['another file', '{"version":1,"name":"x"}'],
    ['a list', '[]'],
    ['no rules', JSON.stringify({ ...JSON.parse(toTemplateText(template)), rules: undefined })],
    ['a room without a name', JSON.stringify({ ...JSON.parse(toTemplateText(template)), rooms: [{ task: 'x' }] })],
    [
      'a bad capacity',
      JSON.stringify({ ...JSON.parse(toTemplateText(template)), rooms: [{ name: 'x', capacity: -1 }] }),
    ],
    [
      'too many rooms',
      JSON.stringify({ ...JSON.parse(toTemplateText(template)), rooms: Array(101).fill({ name: 'x' }) }),
    ],
    ['bad rounds', JSON.stringify({ ...JSON.parse(toTemplateText(template)), rounds: { count: 99, minutes: 1 } })],
    ['a bad timer', JSON.stringify({ ...JSON.parse(toTemplateText(template)), timer: { minutes: 5, atEnd: 'boom' } })],
  ])('is not read from %s', (_what, text) => {
    expect(readTemplate(text)).toEqual({ ok: false, fault: 'unreadable' })
  })

  it('of a later version is told apart', () => {
    expect(readTemplate(toTemplateText(template).replace('"version": 1', '"version": 2'))).toEqual({
      ok: false,
      fault: 'newer',
    })
  })
})

describe('what a template changes', () => {
  it('in an empty meeting: all of it, in words', () => {
    expect(linesOf(empty, template)).toEqual({
      rooms: ['Adds Kitchen (locked)', 'Adds Garden (task “Dig”, 6 places)'],
      rules: ['People only go back to main themselves'],
      rounds: ['Plans 3 rounds (10 minutes) for who is here, in place of those that wait'],
      timer: ['Starts the timer now (15 minutes)'],
    })
    expect(toChanges(empty, template).order).toBeUndefined()
  })

  it('in a meeting that is like it: nothing', () => {
    expect(linesOf(view, { ...template, rounds: undefined, timer: undefined })).toEqual({})
  })

  it('in another one: only what differs; rooms are known again by name, and others stay', () => {
    const other = sampleView({
      people: [{ id: 'me', role: 'moderator' }],
      rooms: { x1: { name: 'Attic', order: 1 }, x2: { name: ' garden', order: 2, capacity: 3 } },
      moderators: { tasks: { [roomOf('x2')]: 'Rest' } },
      selfMove: 'main-only',
    })
    const changes = toChanges(other, { ...template, rounds: undefined, timer: undefined })
    expect(changes.add.map(({ name }) => name)).toEqual(['Kitchen'])
    expect(changes.change).toEqual([{ roomId: 'x2', name: 'Garden', change: { task: 'Dig', capacity: 6 } }])
    expect(changes.order).toEqual([{ added: 0 }, 'x2', 'x1'])
    expect(linesOf(other, template).rooms).toEqual([
      'Adds Kitchen (locked)',
      'Changes Garden: task “Dig”, 6 places',
      'Puts the rooms in the order of the template',
      'Leaves as they are: Attic',
    ])
  })

  it('takes away what the template has not', () => {
    const bare: Template = {
      ...template,
      rooms: template.rooms.map(({ name }) => ({ name, task: undefined, capacity: undefined, locked: false })),
    }
    expect(linesOf(view, bare).rooms).toEqual([
      'Changes Kitchen: not locked',
      'Changes Garden: no task, any number of people',
    ])
  })

  it('is only what was chosen', () => {
    const changes = onlyParts(toChanges(empty, template), new Set(['rules', 'timer']))
    expect(changes).toMatchObject({ add: [], change: [], rules: { selfMove: 'main-only' }, timer: { minutes: 15 } })
    expect(changes.rounds).toBeUndefined()
    expect(onlyParts(toChanges(empty, template), new Set(['rooms']))).toMatchObject({ rules: {}, timer: undefined })
  })
})

describe('templates of a browser', () => {
  const storageOf = (text: string | null) => {
    let kept = text
    return {
      getItem: () => kept,
      setItem: (_: string, value: string) => {
        kept = value
      },
    }
  }

  it('are kept by name, in place of one of the same name, and dropped', () => {
    const storage = storageOf(null)
    expect(keepTemplate(template, storage)).toBe(true)
    expect(keepTemplate({ ...template, name: 'Alpha', rooms: [] }, storage)).toBe(true)
    expect(keepTemplate({ ...template, rooms: [] }, storage)).toBe(true)
    expect(keptTemplates(storage).map(({ name, rooms }) => [name, rooms.length])).toEqual([
      ['Alpha', 0],
      ['World café', 0],
    ])
    expect(dropTemplate('Alpha', storage)).toBe(true)
    expect(keptTemplates(storage).map(({ name }) => name)).toEqual(['World café'])
  })

  it('that cannot be read are left out, whatever stands there; a full or missing storage is told', () => {
    expect(keptTemplates(storageOf('nonsense'))).toEqual([])
    expect(keptTemplates(storageOf(JSON.stringify([toTemplateText(template), 'bad', 3])))).toEqual([template])
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(keepTemplate(template, full)).toBe(false)
  })
})
