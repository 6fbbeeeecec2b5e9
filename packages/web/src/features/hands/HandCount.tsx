// SPDX-License-Identifier: Apache-2.0
// How many hands are up in a room: amber, because somebody waits.
import { Hand } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import './hands.css'

export function HandCount({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span className="hand-mark" role="img" aria-label={t('hand.count', { count })}>
      <Hand aria-hidden="true" />
      {count}
    </span>
  )
}
