// SPDX-License-Identifier: Apache-2.0
// The people of one card as chips that can be selected and dragged. The handle for dragging by keyboard is the chip's round letters.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { EllipsisVertical, Hand } from 'lucide-react'
import { memo, type RefObject, type SyntheticEvent, useId, useMemo, useRef } from 'react'
import { useLocale } from 'react-aria/I18nProvider'
import { ListKeyboardDelegate } from 'react-aria/ListKeyboardDelegate'
import { useButton } from 'react-aria/useButton'
import { DragPreview } from 'react-aria/useDraggableCollection'
import { useGridList, useGridListItem } from 'react-aria/useGridList'
import { Item } from 'react-stately/Item'
import { type DraggableCollectionState, useDraggableCollectionState } from 'react-stately/useDraggableCollectionState'
import { type ListState, useListState } from 'react-stately/useListState'
import { t, useLanguage } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import type { BoardHandlers } from './boardHandlers.ts'
import type { BoardPerson } from './boardModel.ts'
import { DragArea, type Dragging } from './DragArea.tsx'
import { personType } from './DropArea.tsx'

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
  useLanguage() // It is drawn anew for its own sake only, so it asks.
  const { label, roomId, people, selectedHere, canEdit, handlers } = props
  const element = useRef<HTMLDivElement>(null)
  const { direction } = useLocale()
  const selected = selectedHere === '' ? nobody : selectedHere.split(' ')
  const state = useListState<BoardPerson>({
    items: people,
    children: toItem,
    selectionMode: canEdit ? 'multiple' : 'none',
    selectedKeys: selected,
    // Those whom a search hides stay selected.
    onSelectionChange: (keys) =>
      handlers.select(
        roomId,
        (keys === 'all' ? [...selected, ...people.map((one) => one.participantId)] : [...keys]) as ParticipantId[],
      ),
  })
  const { collection, selectionManager, disabledKeys } = state
  const keyboardDelegate = useMemo(
    () => new ListKeyboardDelegate({ collection, disabledKeys, ref: element, layout: 'grid', direction }),
    [collection, disabledKeys, direction],
  )
  const { gridProps } = useGridList(
    { 'aria-label': label, keyboardDelegate, keyboardNavigationBehavior: 'tab' },
    state,
    element,
  )
  const preview = useRef(null)
  const dragState = useDraggableCollectionState({
    collection,
    selectionManager,
    preview,
    isDisabled: !canEdit,
    getItems: (keys) =>
      handlers
        .withSelected([...keys] as ParticipantId[])
        .map(({ participantId, name }) => ({ [personType]: participantId, 'text/plain': name })),
  })
  const dragging = useRef<Dragging>(null)
  const howToDrag = useId()
  return (
    <DragArea {...gridProps} ref={element} className="chips" dragState={dragState} dragging={dragging}>
      {[...collection].map(({ key, value }) =>
        value ? (
          <Chip
            key={key}
            person={value}
            state={state}
            dragState={dragState}
            dragging={dragging}
            howToDrag={howToDrag}
            canEdit={canEdit}
            handlers={handlers}
          />
        ) : null,
      )}
      <span id={howToDrag} hidden>
        {t('board.howToDrag')}
      </span>
      <DragPreview ref={preview}>
        {(items) => (
          <div className="chip chip-flying">
            {items.length === 1 ? (items[0]?.['text/plain'] ?? '') : t('words.people', { count: items.length })}
          </div>
        )}
      </DragPreview>
    </DragArea>
  )
})

const nobody: readonly string[] = []

/** As the list knows a person; how they are drawn is no matter of its own. */
function toItem({ participantId, name }: BoardPerson) {
  return (
    <Item key={participantId} textValue={name}>
      {name}
    </Item>
  )
}

interface ChipProps extends Pick<PeopleChipsProps, 'canEdit' | 'handlers'> {
  readonly person: BoardPerson
  readonly state: ListState<BoardPerson>
  readonly dragState: DraggableCollectionState
  readonly dragging: RefObject<Dragging | null>
  readonly howToDrag: string
}

function Chip({ person, state, dragState, dragging, howToDrag, canEdit, handlers }: ChipProps) {
  const { participantId: id, name, note } = person
  const element = useRef<HTMLDivElement>(null)
  const node = state.collection.getItem(id)
  if (!node) throw new Error(`${id} is not in the list that draws them`)
  const { rowProps, gridCellProps, isSelected } = useGridListItem({ node, shouldSelectOnPressUp: true }, state, element)
  return (
    <div
      {...rowProps}
      ref={element}
      className="chip"
      draggable={canEdit}
      data-selected={isSelected || undefined}
      data-dragging={dragState.isDragging(id) || undefined}
      data-draggable={canEdit || undefined}
      data-absent={person.absent || undefined}
      data-speaking={person.speaking || undefined}
      data-moved={note !== undefined || undefined}
    >
      <div {...gridCellProps} className="chip-cell">
        {canEdit ? (
          <ChipHandle id={id} name={name} isSelected={isSelected} dragging={dragging} howToDrag={howToDrag} />
        ) : (
          <Avatar id={id} name={name} size="small" />
        )}
        <ChipWords person={person} />
        <ChipMenu id={id} name={name} onOpen={handlers.openPersonMenu} />
      </div>
    </div>
  )
}

interface ChipHandleProps extends Pick<ChipProps, 'dragging' | 'howToDrag'> {
  readonly id: ParticipantId
  readonly name: string
  readonly isSelected: boolean
}

/** What is dragged by keyboard and by screen readers begins here. */
const ChipHandle = memo(function ChipHandle({ id, name, isSelected, dragging, howToDrag }: ChipHandleProps) {
  useLanguage() // As above.
  const element = useRef<HTMLButtonElement>(null)
  const { buttonProps } = useButton(
    {
      'aria-label': isSelected ? t('board.dragSelected', { name }) : t('board.drag', { name }),
      'aria-describedby': howToDrag,
      onPress: (event) => dragging.current?.startByPress(id, event),
    },
    element,
  )
  return (
    <button {...buttonProps} ref={element} className="chip-handle">
      <Avatar id={id} name={name} size="small" />
    </button>
  )
})

interface ChipMenuProps {
  readonly id: ParticipantId
  readonly name: string
  readonly onOpen: BoardHandlers['openPersonMenu']
}

/** A plain button: of hundreds of chips the library's own would be half of what drawing them costs. What is done to it is not done to the chip. */
const ChipMenu = memo(function ChipMenu({ id, name, onOpen }: ChipMenuProps) {
  useLanguage() // It is drawn anew for its own sake only, so it asks.
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
        onOpen(id, event.currentTarget)
      }}
    >
      <EllipsisVertical aria-hidden="true" />
    </button>
  )
})

function keepFromChip(event: SyntheticEvent): void {
  event.stopPropagation()
}

/** Name and marks, for chips that can be moved and those that cannot. */
export const ChipWords = memo(function ChipWords({ person }: { readonly person: BoardPerson }) {
  useLanguage() // As above.
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
})
