// SPDX-License-Identifier: Apache-2.0
// The rounds of the meeting: plan some, look at them, put one person elsewhere, change their order, begin the next.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { usualCountdownMs, WhenChoice } from '../running/WhenChoice.tsx'
import type { RoundsActions } from './roundsActions.ts'
import { type RoundModel, type RoundsModel, reordered } from './roundsModel.ts'
import './rounds.css'

export interface RoundsDialogProps {
  readonly model: RoundsModel
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string }[]
  readonly actions: RoundsActions
  readonly onClose: () => void
}

export function RoundsDialog({ model, rooms, actions, onClose }: RoundsDialogProps) {
  const [inMs, setInMs] = useState(usualCountdownMs)
  const begin = () => {
    actions.next(inMs)
    onClose()
  }
  return (
    <Dialog title={t('rounds.title')} onClose={onClose}>
      {model.rounds.length === 0 ? <p className="muted-text">{t('rounds.none')}</p> : null}
      <ol className="rounds">
        {model.rounds.map((round) => (
          <RoundItem key={round.roundId} round={round} model={model} rooms={rooms} actions={actions} />
        ))}
      </ol>
      <PlanForm actions={actions} roomCount={rooms.length} hasNext={model.hasNext} />
      {model.hasNext ? <WhenChoice inMs={inMs} onChange={setInMs} /> : null}
      <DialogActions>
        <Button onPress={onClose}>{t('rounds.close')}</Button>
        <Button look="primary" isDisabled={!model.hasNext} onPress={begin}>
          {t('rounds.next')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface RoundItemProps extends Pick<RoundsDialogProps, 'model' | 'rooms' | 'actions'> {
  readonly round: RoundModel
}

function RoundItem({ round, model, rooms, actions }: RoundItemProps) {
  const { roundId, name, status, minutes } = round
  const isWaiting = status === 'waiting'
  return (
    <li className="round" data-status={status}>
      <div className="round-head">
        <b>{name}</b>
        <span className="muted-text">
          {t(`rounds.status.${status}`)}
          {minutes === undefined ? '' : `, ${t('rounds.minutes', { count: minutes })}`}
        </span>
        {isWaiting ? (
          <span className="round-tools">
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
          </span>
        ) : null}
      </div>
      <ul className="round-groups">
        {round.groups.map(({ roomId, roomName, people }) => (
          <li key={roomId}>
            <b>{roomName}</b> {people.map((person) => person.name).join(', ')}
          </li>
        ))}
      </ul>
      {isWaiting ? <MovePerson round={round} rooms={rooms} actions={actions} /> : null}
    </li>
  )
}

/** No id of a room looks like this. */
const nowhere = 'nowhere'

function MovePerson({ round, rooms, actions }: Pick<RoundItemProps, 'round' | 'rooms' | 'actions'>) {
  const [chosen, setChosen] = useState<ParticipantId>()
  const people = round.groups.flatMap((group) => group.people)
  return (
    <div className="round-move">
      <SelectField
        label={t('rounds.movePerson', { name: round.name })}
        hideLabel
        choices={people.map(({ participantId, name }) => ({ id: participantId, label: name }))}
        chosen={chosen}
        placeholder={t('rounds.who')}
        onChoose={setChosen}
      />
      <SelectField
        label={t('rounds.moveTo', { name: round.name })}
        hideLabel
        choices={[
          ...rooms.map(({ roomId, name }) => ({ id: `${roomId}`, label: name })),
          { id: nowhere, label: t('running.noRoom') },
        ]}
        chosen={undefined}
        placeholder={t('rounds.where')}
        onChoose={
          chosen === undefined
            ? undefined
            : (id) => actions.assign(round.roundId, chosen, rooms.find(({ roomId }) => roomId === id)?.roomId)
        }
      />
    </div>
  )
}

interface PlanFormProps extends Pick<RoundsDialogProps, 'actions'> {
  readonly roomCount: number
  readonly hasNext: boolean
}

function PlanForm({ actions, roomCount, hasNext }: PlanFormProps) {
  const [count, setCount] = useState(3)
  const [size, setSize] = useState(4)
  const [minutes, setMinutes] = useState(10)
  const plan = (event: FormEvent) => {
    event.preventDefault()
    actions.plan(count, {
      durationMs: minutes * 60_000,
      wishes: roomCount === 0 ? { into: { size } } : {},
      replace: hasNext,
    })
  }
  return (
    <form className="dialog-form round-plan" onSubmit={plan}>
      <NumberField label={t('rounds.howMany')} value={count} onChange={setCount} min={1} max={20} />
      {roomCount === 0 ? (
        <NumberField label={t('rounds.size')} value={size} onChange={setSize} min={2} max={50} />
      ) : null}
      <NumberField label={t('running.minutes')} value={minutes} onChange={setMinutes} min={1} max={480} />
      <Button type="submit">{hasNext ? t('rounds.planAnew') : t('rounds.plan')}</Button>
    </form>
  )
}
