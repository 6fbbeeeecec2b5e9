// SPDX-License-Identifier: Apache-2.0
// A plan goes back step by step, and begins anew once it was carried out.
import { expect, it } from 'vitest'
import { idOf, roomOf } from '../../testing/sampleView.ts'
import type { Draft } from './draft.ts'
import { afterApplied, newPlan, withStep } from './plan.ts'

const [red, blue] = [roomOf('red'), roomOf('blue')]
const [ann, bob] = [idOf('ann'), idOf('bob')]
const seat =
  (id: typeof ann, roomId: typeof red) =>
  (draft: Draft): Draft =>
    new Map([...draft, [id, roomId]])

it('goes back step by step', () => {
  const plan = withStep(withStep(newPlan, seat(ann, red)), seat(ann, blue))
  expect([...plan.draft]).toEqual([[ann, blue]])
  expect([...(plan.before?.draft ?? [])]).toEqual([[ann, red]])
  expect(plan.before?.before).toBe(newPlan)
})

it('forgets what was carried out, and keeps what was planned since', () => {
  const applied = withStep(withStep(newPlan, seat(ann, red)), seat(bob, red))
  expect(afterApplied(applied, applied.draft)).toEqual(newPlan)
  const since = withStep(applied, seat(bob, blue))
  expect(afterApplied(since, applied.draft)).toEqual({ draft: new Map([[bob, blue]]), before: undefined })
})
