// SPDX-License-Identifier: Apache-2.0
// The part of a list of chips that lets them be dragged: once for the list, not once for each chip, because React Aria draws whatever drags anew each time
// the mouse follows the keys.
import { type ComponentProps, type DragEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { mergeProps } from 'react-aria/mergeProps'
import type { AriaButtonProps } from 'react-aria/useButton'
import { useDrag } from 'react-aria/useDrag'
import type { DraggableCollectionState } from 'react-stately/useDraggableCollectionState'

export interface Dragging {
  /** For what has the focus or is activated by a screen reader; a press of the mouse or of a finger begins nothing here. */
  startByPress(key: string, press: Parameters<NonNullable<AriaButtonProps['onPress']>>[0]): void
}

export interface DragAreaProps extends ComponentProps<'div'> {
  readonly dragState: DraggableCollectionState
  readonly dragging: Ref<Dragging>
}

/** Its children that have `draggable` and, as rows of a list do, `data-key` can be dragged. */
export function DragArea({ dragState, dragging, children, ...props }: DragAreaProps) {
  const { collection, isDisabled = false, preview } = dragState
  const grabbed = useRef('')
  const end = (event: { readonly x: number; readonly y: number }) =>
    dragState.endDrag({
      ...event,
      type: 'dragend',
      dropOperation: 'cancel',
      keys: dragState.draggingKeys,
      isInternal: false,
    })
  const { dragProps, dragButtonProps } = useDrag({
    hasDragButton: true,
    isDisabled,
    ...(preview ? { preview } : {}),
    getItems: () => dragState.getItems(grabbed.current),
    onDragStart: (event) => dragState.startDrag(grabbed.current, event),
    onDragEnd: end,
  })
  useImperativeHandle(dragging, () => ({
    startByPress: (key, press) => {
      grabbed.current = key
      dragButtonProps.onPress?.(press)
    },
  }))
  // Browsers tell nobody of the end when what was grabbed is gone by then.
  useEffect(() => {
    const { draggedKey } = dragState
    if (draggedKey !== null && !collection.getItem(draggedKey)) end({ x: 0, y: 0 })
  })
  const { draggable: _, ...handlers } = dragProps
  const findGrabbed = ({ target }: DragEvent) => {
    grabbed.current = (target instanceof Element && target.closest<HTMLElement>('[data-key]')?.dataset.key) || ''
  }
  return <div {...mergeProps(props, { onDragStart: findGrabbed }, handlers)}>{children}</div>
}
