// SPDX-License-Identifier: Apache-2.0
// The cards in rows. Mounted are those in the window or just outside of it, the row that has the focus (whoever is dragged from it is there until the end)
// and its neighbours, so that the focus finds the next one there.
import { type FocusEvent, type ReactNode, type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { useSize } from '../meeting/useSize.ts'
import type { BoardHandlers } from './boardHandlers.ts'
import type { BoardCard } from './boardModel.ts'
import { mostInCard, RoomCard } from './RoomCard.tsx'
import { columnsFor, guessHeight, heightOf, placeRows, rowsBetween, type Shown } from './windowing.ts'

export interface CardGridProps {
  readonly cards: readonly BoardCard[]
  /** What scrolls around the grid. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly selectedIn: (card: BoardCard) => string
  readonly canEdit: boolean
  readonly serverOffsetMs: number
  readonly handlers: BoardHandlers
  /** After the last card. */
  readonly last: ReactNode
}

const gap = 14
const minCard = 300
/** What scrolling brings in next is there already, in pixels. */
const justOutside = 120

export function CardGrid({ cards, scroller, selectedIn, canEdit, serverOffsetMs, handlers, last }: CardGridProps) {
  const [grid, { width }] = useSize<HTMLDivElement>()
  const columns = columnsFor({ width, minCard, gap })
  const cells = cards.length + (last ? 1 : 0)
  const [heights, watchRow] = useRowHeights(columns)
  const rows = useMemo(() => {
    const cardWidth = (width + gap) / columns - gap
    const guess = ({ people, leaving, task }: BoardCard) =>
      guessHeight({
        people: Math.min(people.length, mostInCard) + leaving.length,
        hasTask: task !== undefined,
        cardWidth,
      })
    const count = Math.ceil(cells / columns)
    const toHeight = (row: number) =>
      heights.get(row) ?? Math.max(160, ...cards.slice(row * columns, (row + 1) * columns).map(guess))
    return placeRows(
      Array.from({ length: count }, (_, row) => toHeight(row)),
      gap,
    )
  }, [cards, cells, columns, heights, width])
  const { first, end } = useShownRows(scroller, grid, rows)
  const [focused, setFocused] = useState<number>()
  const shown = rows.map((_, row) => row).filter((row) => (row >= first && row < end) || isNear(row, focused))
  const handleFocus = ({ target }: FocusEvent) => {
    const row = target.closest<HTMLElement>('[data-row]')?.dataset.row
    setFocused(row === undefined ? undefined : Number(row))
  }
  return (
    <div className="board-grid" ref={grid} style={{ blockSize: heightOf(rows) }} onFocusCapture={handleFocus}>
      {width === 0
        ? null
        : shown.map((row) => (
            <div
              key={row}
              className="board-row"
              data-row={row}
              ref={watchRow}
              style={{ top: rows[row]?.top ?? 0, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
            >
              {cards.slice(row * columns, (row + 1) * columns).map((card) => (
                <RoomCard
                  key={card.roomId}
                  card={card}
                  selectedHere={selectedIn(card)}
                  canEdit={canEdit}
                  serverOffsetMs={serverOffsetMs}
                  handlers={handlers}
                />
              ))}
              {row === rows.length - 1 ? last : null}
            </div>
          ))}
    </div>
  )
}

function isNear(row: number, focused: number | undefined): boolean {
  return focused !== undefined && Math.abs(row - focused) <= 1
}

/** Heights of rows as they were drawn; forgotten when there is another number of columns. */
function useRowHeights(columns: number) {
  const [measured, setMeasured] = useState<{ columns: number; heights: ReadonlyMap<number, number> }>({
    columns,
    heights: new Map(),
  })
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) =>
        setMeasured((before) => {
          const heights = new Map(before.columns === columns ? before.heights : [])
          for (const { target, borderBoxSize } of entries) {
            const height = borderBoxSize[0]?.blockSize ?? 0
            if (target instanceof HTMLElement && height > 0) heights.set(Number(target.dataset.row), height)
          }
          return { columns, heights }
        }),
      ),
    [columns],
  )
  useLayoutEffect(() => () => observer.disconnect(), [observer])
  const watchRow = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer],
  )
  return [measured.columns === columns ? measured.heights : noHeights, watchRow] as const
}

const noHeights: ReadonlyMap<number, number> = new Map()

/** Which rows stand in the window now. */
function useShownRows(
  scroller: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  rows: Parameters<typeof rowsBetween>[0],
): Shown {
  const [shown, setShown] = useState<Shown>({ first: 0, end: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const from = element.scrollTop - (grid.current?.offsetTop ?? 0)
      const next = rowsBetween(rows, from - justOutside, from + element.clientHeight + justOutside)
      setShown((before) => (before.first === next.first && before.end === next.end ? before : next))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    // On phones the tray stands above the grid: a shorter one moves the rows up, and nothing scrolls.
    for (const child of element.children) sizes.observe(child)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [scroller, grid, rows])
  return shown
}
