// SPDX-License-Identifier: Apache-2.0
// The people of one card as chips that can be selected and dragged. The handle for dragging by keyboard is the chip's round letters.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { EllipsisVertical, Hand } from 'lucide-react'
import { memo, type SyntheticEvent } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { t, useLanguage } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import type { BoardHandlers } from './boardHandlers.ts'
import type { BoardPerson } from './boardModel.ts'
import { personType } from './useBoardDrop.ts'

export interface PeopleChipsProps {
  readonly label: string
  readonly roomId: RoomId
  readonly people: readonly BoardPerson[]
  /** Ids with a space between: the same text while the same people are selected. */
  readonly selectedHere: string
  readonly canEdit: boolean
  readonly handlers: BoardHandlers
}

export const PeopleChips = memo(function PeopleChips(props: PeopleChipsProps) {
  const language = useLanguage() // It is drawn anew for its own sake only, so it asks.
  const { label, roomId, people, selectedHere, canEdit, handlers } = props
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canEdit,
    getItems: (keys) =>
      handlers
        .withSelected([...keys] as ParticipantId[])
        .map(({ participantId, name }) => ({ [personType]: participantId, 'text/plain': name })),
    renderDragPreview: (items) => (
      <div className="chip chip-flying">
        {items.length === 1 ? (items[0]?.['text/plain'] ?? '') : t('words.people', { count: items.length })}
      </div>
    ),
  })
  return (
    <GridList
      className="chips"
      layout="grid"
      aria-label={label}
      items={people}
      dependencies={[canEdit, language]}
      keyboardNavigationBehavior="tab"
      selectionMode={canEdit ? 'multiple' : 'none'}
      selectedKeys={selectedHere === '' ? nobody : selectedHere.split(' ')}
      onSelectionChange={(keys) =>
        handlers.select(
          roomId,
          people.map(({ participantId }) => participantId).filter((id) => keys === 'all' || keys.has(id)),
        )
      }
      dragAndDropHooks={dragAndDropHooks}
    >
      {(person: BoardPerson) => (
        <Chip id={person.participantId} person={person} canEdit={canEdit} handlers={handlers} />
      )}
    </GridList>
  )
})

const nobody: readonly string[] = []

interface ChipProps extends Pick<PeopleChipsProps, 'canEdit' | 'handlers'> {
  /** By which the list knows it. */
  readonly id: ParticipantId
  readonly person: BoardPerson
}

function Chip({ id, person, canEdit, handlers }: ChipProps) {
  const { name, note } = person
  return (
    <GridListItem
      id={id}
      textValue={name}
      className="chip"
      data-absent={person.absent || undefined}
      data-speaking={person.speaking || undefined}
      data-moved={note !== undefined || undefined}
    >
      {canEdit ? (
        <Button slot="drag" className="chip-handle">
          <Avatar id={id} name={name} size="small" />
        </Button>
      ) : (
        <Avatar id={id} name={name} size="small" />
      )}
      <ChipWords person={person} />
      <ChipMenu name={name} onOpen={(button) => handlers.openPersonMenu(id, button)} />
    </GridListItem>
  )
}

/** A plain button: of hundreds of chips the library's own would be half of what drawing them costs. What is done to it is not done to the chip. */
function ChipMenu({ name, onOpen }: { readonly name: string; readonly onOpen: (button: Element) => void }) {
  return (
    <button
      type="button"
      className="chip-menu"
      aria-label={t('rooms.actionsFor', { name })}
      onPointerDown={keepFromChip}
      onMouseDown={keepFromChip}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') keepFromChip(event)
      }}
      onClick={(event) => {
        keepFromChip(event)
        onOpen(event.currentTarget)
      }}
    >
      <EllipsisVertical aria-hidden="true" />
    </button>
  )
}

function keepFromChip(event: SyntheticEvent): void {
  event.stopPropagation()
}

/** Name and marks, for chips that can be moved and those that cannot. */
export function ChipWords({ person }: { readonly person: BoardPerson }) {
  const { name, isSelf, isModerator, absent, speaking, handUp, note } = person
  const marks = [
    isSelf ? t('person.you') : undefined,
    isModerator && !isSelf ? t('person.moderator') : undefined,
    absent ? t('person.away') : undefined,
    note,
  ].filter((mark) => mark !== undefined)
  return (
    <>
      <span className="chip-name">{name}</span>
      {speaking ? <span className="only-read-aloud">{t('person.speaks')}</span> : null}
      {handUp ? <Hand className="chip-hand" role="img" aria-label={t('hand.up')} /> : null}
      {marks.length === 0 ? null : <span className="chip-mark">{marks.join(' · ')}</span>}
    </>
  )
}
