// SPDX-License-Identifier: Apache-2.0
// What there is to do in one's room: a short task stands in the top bar beside the name of the room where the window is wide, any other in a row of its own.
import { t } from '../../i18n/texts.ts'
import { useMediaQuery } from '../../state/useMediaQuery.ts'
import { isShortTask } from './doorModel.ts'

export interface RoomTaskProps {
  /** Undefined: the room has none. */
  readonly task: string | undefined
  readonly place: 'bar' | 'row'
  /** The bar is there. */
  readonly hasBar: boolean
}

export function RoomTask({ task, place, hasBar }: RoomTaskProps) {
  const isWide = useMediaQuery('(min-width: 1000px)')
  if (task === undefined) return null
  const wanted = hasBar && isWide && isShortTask(task) ? 'bar' : 'row'
  if (place !== wanted) return null
  return (
    <section className={`room-task-${place}`} aria-label={t('doors.task')} dir="auto">
      {task}
    </section>
  )
}
