// SPDX-License-Identifier: Apache-2.0
// A plan of the board as it came about, step by step: the draft that holds, and what one can go back to. Pure.
import { type Draft, emptyDraft } from './draft.ts'

export interface Plan {
  readonly draft: Draft
  /** As it was before the last step; undefined: there was none. */
  readonly before: Plan | undefined
}

export const newPlan: Plan = { draft: emptyDraft, before: undefined }

export function withStep(plan: Plan, change: (draft: Draft) => Draft): Plan {
  return { draft: change(plan.draft), before: plan }
}

/** Begun anew once the draft of then was carried out, with what was planned since: a carried out step is taken back live. */
export function afterApplied({ draft }: Plan, applied: Draft): Plan {
  return { draft: new Map([...draft].filter(([id, roomId]) => applied.get(id) !== roomId)), before: undefined }
}
