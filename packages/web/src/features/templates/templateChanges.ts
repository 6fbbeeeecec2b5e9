// SPDX-License-Identifier: Apache-2.0
// What a template would change in a meeting, told before it is done. Rooms are known again by their names; rooms that the template does not have stay. Pure.
import type { MeetingView, NewRoom, RoomChange } from '@alcove/client'
import type { RoomId } from '@alcove/protocol'
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { toServerRoomName, toShownRoomName } from '../../state/withRoomNames.ts'
import { roomNameOf } from '../rooms/roomsPane.ts'
import { type RoomTemplate, type RulesTemplate, rulesOf, type Template } from './template.ts'

export interface TemplateChanges {
  readonly add: readonly { readonly name: string; readonly properties: NewRoom }[]
  readonly change: readonly { readonly roomId: RoomId; readonly name: string; readonly change: RoomChange }[]
  /** Not in the template. */
  readonly keep: readonly string[]
  /** All rooms in the order in which they are to come, by id, or by name where they are to be added; undefined: they are so already. */
  readonly order: readonly (RoomId | { readonly added: number })[] | undefined
  readonly rules: Partial<RulesTemplate>
  readonly rounds: Template['rounds']
  readonly timer: Template['timer']
}

export function toChanges(view: MeetingView, template: Template): TemplateChanges {
  const { meeting, moderators } = view
  const existing = roomIdsInOrder(view)
  const free = new Map<string, RoomId[]>()
  for (const roomId of existing) {
    const key = keyOf(roomNameOf(view, roomId))
    free.set(key, [...(free.get(key) ?? []), roomId])
  }
  const add: TemplateChanges['add'][number][] = []
  const change: TemplateChanges['change'][number][] = []
  const order: (RoomId | { readonly added: number })[] = []
  for (const room of template.rooms) {
    // Two rooms of one name are two rooms in both.
    const roomId = free.get(keyOf(room.name))?.shift()
    if (roomId === undefined) {
      order.push({ added: add.length })
      add.push({ name: toServerRoomName(room.name), properties: toProperties(room) })
      continue
    }
    order.push(roomId)
    const now = meeting.rooms[roomId]
    const task = moderators?.tasks[roomId]
    const wanted: RoomChange = {
      ...(room.task !== task && { task: room.task ?? null }),
      ...(room.capacity !== now?.capacity && { capacity: room.capacity ?? null }),
      ...(room.locked !== now?.locked && { locked: room.locked }),
    }
    if (Object.keys(wanted).length > 0) change.push({ roomId, name: toShownRoomName(room.name), change: wanted })
  }
  const kept = existing.filter((roomId) => !order.includes(roomId))
  const all = [...order, ...kept]
  // Rooms that are added come last by themselves.
  const byThemselves = [...existing, ...add.map((_, added) => ({ added }))]
  const isInOrder = JSON.stringify(all) === JSON.stringify(byThemselves)
  return {
    add,
    change,
    keep: kept.map((roomId) => roomNameOf(view, roomId)),
    order: isInOrder ? undefined : all,
    rules: differing(template.rules, rulesOf(meeting)),
    rounds: template.rounds,
    timer: template.timer,
  }
}

export type TemplatePart = 'rooms' | 'rules' | 'rounds' | 'timer'

export interface PartOfChanges {
  readonly part: TemplatePart
  readonly title: string
  /** In words. */
  readonly lines: readonly string[]
}

/** Only the parts that would change something. */
export function toParts(changes: TemplateChanges): readonly PartOfChanges[] {
  const { rounds, timer } = changes
  const parts: readonly PartOfChanges[] = [
    { part: 'rooms', title: t('rooms.title'), lines: toRoomLines(changes) },
    { part: 'rules', title: t('templates.rules'), lines: toRuleLines(changes.rules) },
    {
      part: 'rounds',
      title: t('rounds.title'),
      lines: rounds ? [t('templates.planRounds', { count: rounds.count, minutes: minutesText(rounds.minutes) })] : [],
    },
    {
      part: 'timer',
      title: t('templates.timer'),
      lines: timer ? [t('templates.startTimer', { minutes: minutesText(timer.minutes) })] : [],
    },
  ]
  return parts.filter(({ lines }) => lines.length > 0)
}

/** Without what was not chosen. */
export function onlyParts(changes: TemplateChanges, chosen: ReadonlySet<TemplatePart>): TemplateChanges {
  const isChosen = (part: TemplatePart) => chosen.has(part)
  return {
    ...(isChosen('rooms') ? changes : { ...changes, add: [], change: [], order: undefined }),
    rules: isChosen('rules') ? changes.rules : {},
    rounds: isChosen('rounds') ? changes.rounds : undefined,
    timer: isChosen('timer') ? changes.timer : undefined,
  }
}

function toRoomLines({ add, change, keep, order }: TemplateChanges): readonly string[] {
  const lines = [
    ...add.map(({ name: serverName, properties }) => {
      const name = toShownRoomName(serverName)
      const what = whatOf(properties)
      return what === '' ? t('templates.add', { name }) : t('templates.addWith', { name, what })
    }),
    ...change.map((one) => t('templates.change', { name: one.name, what: whatOf(one.change) })),
    ...(order ? [t('templates.order')] : []),
  ]
  return lines.length === 0 || keep.length === 0 ? lines : [...lines, t('templates.keep', { names: formatNames(keep) })]
}

/** What a room has or gets, in a few words. */
function whatOf({ task, capacity, locked }: RoomChange | NewRoom): string {
  const what = [
    task === undefined ? undefined : task === null ? t('templates.noTask') : t('templates.task', { task: short(task) }),
    capacity === undefined
      ? undefined
      : capacity === null
        ? t('templates.noCapacity')
        : t('templates.capacity', { count: capacity }),
    locked === undefined ? undefined : locked ? t('templates.locked') : t('templates.unlocked'),
  ]
  return what.filter((one) => one !== undefined).join(', ')
}

function toRuleLines({ selfMove, lateJoin, mayLookIn, mustAskAudio, mustAskVideo }: Partial<RulesTemplate>) {
  const lines = [
    selfMove === undefined ? undefined : t(`rooms.selfMove.${selfMove}`),
    lateJoin === undefined ? undefined : t(`rooms.lateJoin.${lateJoin}`),
    mayLookIn === undefined ? undefined : t(`seeing.policy.${mayLookIn ? 'on' : 'off'}`),
    mustAskAudio === undefined ? undefined : mustAskAudio ? t('templates.askAudio') : t('templates.freeAudio'),
    mustAskVideo === undefined ? undefined : mustAskVideo ? t('templates.askVideo') : t('templates.freeVideo'),
  ]
  return lines.filter((line) => line !== undefined)
}

function toProperties({ task, capacity, locked }: RoomTemplate): NewRoom {
  return {
    ...(task !== undefined && { task }),
    ...(capacity !== undefined && { capacity }),
    ...(locked && { locked }),
  }
}

function differing(wanted: RulesTemplate, now: RulesTemplate): Partial<RulesTemplate> {
  return {
    ...(wanted.selfMove !== now.selfMove && { selfMove: wanted.selfMove }),
    ...(wanted.lateJoin !== now.lateJoin && { lateJoin: wanted.lateJoin }),
    ...(wanted.mayLookIn !== now.mayLookIn && { mayLookIn: wanted.mayLookIn }),
    ...(wanted.mustAskAudio !== now.mustAskAudio && { mustAskAudio: wanted.mustAskAudio }),
    ...(wanted.mustAskVideo !== now.mustAskVideo && { mustAskVideo: wanted.mustAskVideo }),
  }
}

function minutesText(minutes: number): string {
  return minutes === 0 ? t('templates.noEnd') : t('rounds.minutes', { count: minutes })
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function keyOf(name: string): string {
  return toServerRoomName(name.trim()).toLowerCase()
}
