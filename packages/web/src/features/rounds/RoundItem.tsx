// SPDX-License-Identifier: Apache-2.0
// One round of the plan: its rooms with their people, who meets again, and, while it waits, everything that can be changed about it.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { ArrowDown, ArrowUp, ChevronRight, Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { useNearView } from '../../state/useNearView.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import { RoomMark } from '../../ui/RoomMark.tsx'
import type { RoundChange, RoundsActions } from './roundsActions.ts'
import { type RoundModel, type RoundsModel, reordered } from './roundsModel.ts'

export interface PlanRoom {
  readonly roomId: RoomId
  readonly name: string
  readonly index: number | undefined
}

export interface RoundItemProps {
  readonly round: RoundModel
  readonly model: RoundsModel
  readonly rooms: readonly PlanRoom[]
  /** Here, and in no room of the round. */
  readonly leftOut: readonly PickablePerson<ParticipantId>[]
  readonly repeats: string | undefined
  readonly isOpenAtFirst: boolean
  readonly actions: RoundsActions
}

export function RoundItem(props: RoundItemProps) {
  const { round, repeats, isOpenAtFirst } = props
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  const [isEditing, setIsEditing] = useState(false)
  const { name, status, minutes } = round
  return (
    <li className="round" data-status={status}>
      <div className="round-head">
        <AriaButton className="round-toggle" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          <ChevronRight aria-hidden="true" size={17} />
          <b>{name}</b>
          <span className="muted-text">
            {t(`rounds.status.${status}`)}
            {minutes === undefined ? '' : `, ${t('rounds.minutes', { count: minutes })}`}
          </span>
        </AriaButton>
        <RoundTools {...props} onEdit={() => setIsEditing(!isEditing)} />
      </div>
      {isEditing ? <EditForm {...props} onDone={() => setIsEditing(false)} /> : null}
      {repeats === undefined ? null : <p className="round-repeats">{repeats}</p>}
      {isOpen ? <RoundGroups {...props} /> : null}
    </li>
  )
}

function RoundTools({ round, model, actions, onEdit }: RoundItemProps & { readonly onEdit: () => void }) {
  const { roundId, name, status } = round
  return (
    <span className="round-tools">
      <IconButton label={t('rounds.edit', { name })} icon={<Pencil />} size="small" look="quiet" onPress={onEdit} />
      {status === 'waiting' ? (
        <>
          <IconButton
            label={t('rounds.earlier', { name })}
            icon={<ArrowUp />}
            size="small"
            look="quiet"
            isDisabled={!round.canGoUp}
            onPress={() => actions.reorder(reordered(model, roundId, -1))}
          />
          <IconButton
            label={t('rounds.later', { name })}
            icon={<ArrowDown />}
            size="small"
            look="quiet"
            isDisabled={!round.canGoDown}
            onPress={() => actions.reorder(reordered(model, roundId, 1))}
          />
          <IconButton
            label={t('rounds.remove', { name })}
            icon={<Trash2 />}
            size="small"
            look="quiet"
            onPress={() => actions.remove(roundId)}
          />
        </>
      ) : null}
    </span>
  )
}

/** What has begun is only renamed. */
function EditForm({ round, actions, onDone }: RoundItemProps & { readonly onDone: () => void }) {
  const [name, setName] = useState(round.name)
  const [minutes, setMinutes] = useState(round.minutes ?? 0)
  const isWaiting = round.status === 'waiting'
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const isRenamed = name.trim() !== round.name
    const isTimed = isWaiting && minutes !== (round.minutes ?? 0)
    const change: RoundChange = {
      ...(isRenamed && { name: name.trim() }),
      ...(isTimed && { durationMs: minutes * 60_000 }),
    }
    if (isRenamed || isTimed) actions.change(round.roundId, change)
    onDone()
  }
  return (
    <form className="round-edit" onSubmit={save}>
      <TextField label={t('rounds.name')} value={name} onChange={setName} maxLength={80} autoFocus />
      {isWaiting ? (
        <NumberField label={t('rounds.minutesOrNone')} value={minutes} onChange={setMinutes} min={0} max={480} />
      ) : null}
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('rounds.save')}
      </Button>
    </form>
  )
}

function RoundGroups({ round, rooms, leftOut, actions }: RoundItemProps) {
  const move = (participantId: ParticipantId, roomId: RoomId | undefined) =>
    void actions.assign(round.roundId, [participantId], roomId)
  const onMove = round.status === 'waiting' ? move : undefined
  return (
    <ul className="round-groups">
      {round.groups.map(({ roomId, roomName, people }, place) => (
        <RoundGroup
          key={roomId}
          name={roomName}
          people={people.map(({ participantId, name }) => ({ id: participantId, name }))}
          roomId={roomId}
          rooms={rooms}
          isAtTop={place < groupsAtTop}
          onMove={onMove}
        />
      ))}
      {onMove && leftOut.length > 0 ? (
        <RoundGroup
          name={t('rounds.leftOut')}
          people={leftOut}
          roomId={undefined}
          rooms={rooms}
          isAtTop={round.groups.length < groupsAtTop}
          onMove={onMove}
        />
      ) : null}
    </ul>
  )
}

/** With people in them these fill the dialog. */
const groupsAtTop = 8
/** As in rounds.css, roughly. */
const headHeight = 40
const chipHeight = 12

interface RoundGroupProps extends ChipsProps {
  readonly name: string
  readonly isAtTop: boolean
}

/** A room of the round, or who is left out. Out of sight without its people: there may be hundreds, each with a menu. */
function RoundGroup({ name, isAtTop, ...chips }: RoundGroupProps) {
  const { people, roomId, rooms } = chips
  const { ref, isNear, height } = useNearView<HTMLLIElement>(isAtTop)
  const farHeight = height ?? headHeight + people.length * chipHeight
  return (
    <li ref={ref} className="round-group" style={{ minBlockSize: isNear ? 0 : farHeight }}>
      <p className="round-room">
        {roomId === undefined ? null : <RoomMark index={rooms.find((room) => room.roomId === roomId)?.index} />}
        <b>{name}</b> <span className="muted-text">{people.length}</span>
      </p>
      {isNear ? <Chips {...chips} /> : null}
    </li>
  )
}

interface ChipsProps {
  readonly people: readonly PickablePerson<ParticipantId>[]
  readonly roomId: RoomId | undefined
  readonly rooms: readonly PlanRoom[]
  /** Absent: nobody can be moved any more. */
  readonly onMove: ((participantId: ParticipantId, roomId: RoomId | undefined) => void) | undefined
}

function Chips({ people, roomId, rooms, onMove }: ChipsProps) {
  return (
    <ul className="name-chips">
      {people.map(({ id, name }) => (
        <li key={id} className={onMove ? undefined : 'name-chip'}>
          {onMove ? (
            <Menu
              label={t('rounds.movePerson', { name })}
              placement="bottom start"
              trigger={
                <AriaButton className="name-chip name-chip-button" aria-label={t('rounds.movePerson', { name })}>
                  {name}
                </AriaButton>
              }
              groups={() => [
                {
                  id: 'rooms',
                  title: t('person.moveTo'),
                  entries: [
                    ...rooms.map((room) => ({
                      id: `${room.roomId}`,
                      label: room.name,
                      isChecked: room.roomId === roomId,
                      onAction: () => onMove(id, room.roomId),
                    })),
                    {
                      id: 'none',
                      label: t('running.noRoom'),
                      isChecked: roomId === undefined,
                      onAction: () => onMove(id, undefined),
                    },
                  ],
                },
              ]}
            />
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  )
}
