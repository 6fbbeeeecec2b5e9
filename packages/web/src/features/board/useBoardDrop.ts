// SPDX-License-Identifier: Apache-2.0
// People dropped on a room as a whole, by mouse or keyboard. What is dropped may come from anywhere: whoever takes it checks the ids.
import type { RefObject } from 'react'
import { isTextDropItem, useDrop } from 'react-aria-components'

/** What a dragged person is for the browser. */
export const personType = 'application/x-alcove-person'

export type BoardDrop = Pick<ReturnType<typeof useDrop>, 'dropProps' | 'isDropTarget'>

export function useBoardDrop(
  ref: RefObject<HTMLElement | null>,
  canEdit: boolean,
  onPeople: (ids: readonly string[]) => void,
): BoardDrop {
  return useDrop({
    ref,
    isDisabled: !canEdit,
    getDropOperation: (types) => (types.has(personType) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      const people = items.filter((item) => isTextDropItem(item) && item.types.has(personType))
      void Promise.all(people.map((item) => (isTextDropItem(item) ? item.getText(personType) : ''))).then(onPeople)
    },
  })
}
