// SPDX-License-Identifier: Apache-2.0
// Planning on the board: a draft that nobody else sees, gone back step by step, carried out at once. The plan outlives the board.
import { type Dispatch, type SetStateAction, useCallback, useMemo } from 'react'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import { type Draft, emptyDraft, type Places, settled, toGroups } from './draft.ts'
import { afterApplied, newPlan, type Plan, withStep } from './plan.ts'

export interface PlanningInput {
  /** Undefined: nothing is planned. */
  readonly plan: Plan | undefined
  readonly setPlan: Dispatch<SetStateAction<Plan | undefined>>
  readonly places: Places
  readonly sections: RoomsPaneModel['sections']
  readonly seat: ModerateActions['seat']
}

export interface Planning {
  /** As it can still come true. */
  readonly draft: Draft | undefined
  readonly begin: (isOn: boolean) => void
  readonly change: (change: (draft: Draft) => Draft) => void
  readonly discard: () => void
  /** Undefined: there is no step to take back. */
  readonly goBack: (() => void) | undefined
  /** Resolves with how many people it sends to their rooms; undefined: it was not done, and that is told. */
  readonly apply: () => Promise<number | undefined>
}

export function usePlanning({ plan, setPlan, places, sections, seat }: PlanningInput): Planning {
  const draft = useMemo(
    () => plan && settled(plan.draft, places, new Set(sections.map(({ roomId }) => roomId))),
    [plan, places, sections],
  )
  const change = useCallback(
    (step: (draft: Draft) => Draft) => setPlan((before) => before && withStep(before, step)),
    [setPlan],
  )
  return {
    draft,
    change,
    begin: (isOn) => setPlan(isOn ? newPlan : undefined),
    discard: () => change(() => emptyDraft),
    goBack: plan?.before && (() => setPlan((before) => before?.before ?? before)),
    apply: async () => {
      if (!plan || !draft || !(await seat(toGroups(draft)))) return undefined
      setPlan((before) => before && afterApplied(before, plan.draft))
      return draft.size
    },
  }
}
