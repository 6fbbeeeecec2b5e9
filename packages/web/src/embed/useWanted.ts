// SPDX-License-Identifier: Apache-2.0
// What a host page asked for too early is done once one is in the meeting, or may say so; what the person chose meanwhile counts more.
import type { MeetingClient, MeetingSnapshot } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'
import { useEffect } from 'react'
import { rememberName } from '../devices/remembered.ts'
import { toShortText } from '../features/problems/errorTexts.ts'
import type { PageStore, Wanted } from '../state/PageStore.ts'
import { usePage } from '../state/usePage.ts'

export function useWanted(
  client: MeetingClient,
  page: PageStore,
  { state, view }: MeetingSnapshot,
  tell: (tone: 'error', text: string) => void,
): void {
  const { wanted } = usePage(page)
  const self = state.status === 'joined' ? view?.self : undefined
  const ownId = self?.participantId
  const mayName = self?.can.moderate === true
  useEffect(() => {
    if (ownId === undefined) return
    const { due, left } = dueOf(wanted, mayName)
    if (due.length === 0) return
    page.want(left)
    for (const wish of due) carryOut(client, ownId, wish).catch((error: unknown) => tell('error', toShortText(error)))
  }, [ownId, mayName, wanted, client, page, tell])
}

export interface Wish {
  readonly what: keyof Wanted
  readonly to: string
}

/** Of somebody who is in the meeting: what is done now, and what is wanted after it. */
export function dueOf(wanted: Wanted, mayName: boolean): { readonly due: readonly Wish[]; readonly left: Wanted } {
  const due = (['displayName', 'avatar', 'subject'] as const).flatMap((what): readonly Wish[] => {
    const to = wanted[what]
    return to === undefined || (what === 'subject' && !mayName) ? [] : [{ what, to }]
  })
  return { due, left: { ...wanted, ...Object.fromEntries(due.map(({ what }) => [what, undefined])) } }
}

async function carryOut(client: MeetingClient, ownId: ParticipantId, { what, to }: Wish): Promise<void> {
  switch (what) {
    case 'displayName':
      await client.rename(ownId, to)
      return rememberName(to)
    case 'avatar':
      return client.setAvatar(to === '' ? undefined : to)
    case 'subject':
      return client.setSubject(to)
  }
}
