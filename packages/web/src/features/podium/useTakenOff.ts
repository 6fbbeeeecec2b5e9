// SPDX-License-Identifier: Apache-2.0
// Tells a moderator who ended their speaking to rooms, when somebody else did.
import type { MeetingView } from '@alcove/client'
import { useEffect, useRef } from 'react'
import { t } from '../../i18n/texts.ts'
import type { PassingNotices } from '../meeting/usePassingNotices.ts'
import { actorNameOf } from '../moderation/ownSending.ts'

export function useTakenOff(view: MeetingView, tell: PassingNotices['tell']): void {
  const { takenOffPodium } = view.self
  const at = takenOffPodium?.at
  const name = takenOffPodium && actorNameOf(view, takenOffPodium.by)
  // What was so when the page came was told before.
  const told = useRef(at)
  useEffect(() => {
    if (at === told.current) return
    told.current = at
    if (name !== undefined) tell('warn', t('podium.takenOff', { name }))
  }, [at, name, tell])
}
