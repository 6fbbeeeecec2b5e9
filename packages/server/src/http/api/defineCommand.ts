// SPDX-License-Identifier: Apache-2.0
// An operation that is one command of the operator and has nothing to answer but that it is done: most of them.
import type { Command } from '@alcove/meeting'
import type { MeetingId } from '@alcove/protocol'
import type { z } from 'zod'
import { carryOut, type From } from './carryOut.ts'
import { type Description, defineOperation, type Operation } from './operation.ts'

export function defineCommand<
  Params extends z.ZodType<{ readonly meeting: MeetingId }>,
  Body extends z.ZodType = z.ZodUndefined,
>(
  {
    done,
    ...description
  }: Omit<Description<Params, z.ZodUndefined, Body, z.ZodUndefined>, 'answer' | 'params'> & {
    readonly params: Params
    /** What is true when it was done. */
    readonly done: string
  },
  toCommand: (given: { readonly params: z.output<Params>; readonly body: z.output<Body> }, from: From) => Command,
): Operation {
  return defineOperation(
    { ...description, answer: { status: 204, meaning: done } },
    async ({ params, body, call, world }) => {
      await carryOut({ call, world }, params.meeting, (from) => toCommand({ params, body }, from))
      return {}
    },
  )
}
