// SPDX-License-Identifier: Apache-2.0
// The mark in a room into which somebody looks: who it is, and what they get. Stands there for as long as they look, read aloud as it comes.
import type { MeetingView } from '@alcove/client'
import { Eye } from 'lucide-react'
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import './seeing.css'

export function LookersStrip({ view }: { readonly view: MeetingView }) {
  const { lookers } = view.room
  const names = formatNames(lookers.map((id) => view.meeting.people[id]?.displayName ?? ''))
  return (
    <div role="status">
      {lookers.length === 0 ? null : (
        <div className="lookers" data-lookers={lookers.length}>
          <Eye aria-hidden="true" />
          <p>
            <b>{t('seeing.lookersHere', { count: lookers.length, names })}</b>{' '}
            <span className="muted-text">{t('seeing.looksInText')}</span>
          </p>
        </div>
      )}
    </div>
  )
}
