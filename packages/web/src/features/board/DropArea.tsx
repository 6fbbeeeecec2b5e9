// SPDX-License-Identifier: Apache-2.0
// Where people can be dropped on a room as a whole, by mouse or keyboard. What is dropped may come from anywhere: whoever takes it checks the ids.
// Apart from what it holds, which is not drawn anew when somebody is carried over it.
import { type ComponentProps, useRef } from 'react'
import { isTextDropItem, useDrop } from 'react-aria-components'

/** What a dragged person is for the browser. */
export const personType = 'application/x-alcove-person'

export interface DropAreaProps extends ComponentProps<'section'> {
  readonly canEdit: boolean
  readonly onPeople: (ids: readonly string[]) => void
}

export function DropArea({ canEdit, onPeople, children, ...props }: DropAreaProps) {
  const ref = useRef<HTMLElement>(null)
  const { dropProps, isDropTarget } = useDrop({
    ref,
    isDisabled: !canEdit,
    getDropOperation: (types) => (types.has(personType) ? 'move' : 'cancel'),
    onDrop: ({ items }) => {
      const people = items.filter((item) => isTextDropItem(item) && item.types.has(personType))
      void Promise.all(people.map((item) => (isTextDropItem(item) ? item.getText(personType) : ''))).then(onPeople)
    },
  })
  return (
    <section {...props} {...dropProps} ref={ref} tabIndex={-1} data-drop={isDropTarget || undefined}>
      {children}
    </section>
  )
}
