// SPDX-License-Identifier: Apache-2.0
// Lists come in pages: as many items as asked for, and a cursor to go on from. A cursor holds the place of the last item, so that items that come or go meanwhile
// neither repeat others nor hide them.
import { z } from 'zod'
import { Refused } from './problem.ts'

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('How many items at most.'),
  cursor: z.string().max(600).optional().describe('`next` of the page before.'),
})

export type PageQuery = z.output<typeof pageQuery>

export interface Page<Item> {
  items: Item[]
  next?: string
}

export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().optional().describe('The cursor of the next page; absent on the last one.'),
  })
}

/** @param place of an item; the items come in the order of their places, which differ */
export function toPage<Item>(
  items: readonly Item[],
  { limit, cursor }: PageQuery,
  place: (item: Item) => number,
): Page<Item> {
  const after = cursor === undefined ? Number.NEGATIVE_INFINITY : Number(readCursor(cursor))
  if (Number.isNaN(after)) throw cursorRefused()
  const rest = items.filter((item) => place(item) > after)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return rest.length > page.length && last !== undefined
    ? { items: page, next: writeCursor(String(place(last))) }
    : { items: page }
}

export function writeCursor(place: string): string {
  return Buffer.from(place).toString('base64url')
}

/** @throws Refused */
export function readCursor(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString()
  if (place === '' || writeCursor(place) !== cursor) throw cursorRefused()
  return place
}

export function cursorRefused(): Refused {
  return new Refused(
    { code: 'REQUEST_INVALID', details: { path: 'query.cursor' } },
    'A cursor is the `next` of the page before.',
  )
}
