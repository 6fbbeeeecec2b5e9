// SPDX-License-Identifier: Apache-2.0
// The mark in a room into which somebody looks: who it is, and what they get. Stands there for as long as they look.
import type { MeetingView } from '@alcove/client'
import { Eye } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import './seeing.css'

export function LookersStrip({ view }: { readonly view: MeetingView }) {
  const { lookers } = view.room
  if (lookers.length === 0) return null
  const names = lookers.map((id) => view.meeting.people[id]?.displayName ?? '').join(', ')
  return (
    <div className="lookers" role="status" data-lookers={lookers.length}>
      <Eye aria-hidden="true" />
      <p>
        <b>{t(lookers.length === 1 ? 'seeing.isLookingIn' : 'seeing.areLookingIn', { names })}</b>{' '}
        <span className="muted-text">{t('seeing.looksInText')}</span>
      </p>
    </div>
  )
}
