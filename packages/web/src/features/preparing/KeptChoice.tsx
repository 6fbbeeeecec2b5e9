// SPDX-License-Identifier: Apache-2.0
// How long the meeting is kept once everybody has left: moderators may have it kept for less time than whoever runs the server says, and read what that means.
import type { MeetingView } from '@alcove/client'
import { t } from '../../i18n/texts.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { formatDuration } from '../told/formatDuration.ts'

const hourMs = 3_600_000
const offered = [hourMs, 24 * hourMs, 7 * 24 * hourMs, 30 * 24 * hourMs, 90 * 24 * hourMs]

export interface KeptChoiceProps {
  readonly meeting: Pick<MeetingView['meeting'], 'retentionMs' | 'longestRetentionMs'>
  readonly onShorten: (retentionMs: number | undefined) => void
}

export function KeptChoice({ meeting, onShorten }: KeptChoiceProps) {
  const { retentionMs } = meeting
  const longest = meeting.longestRetentionMs ?? retentionMs
  if (longest === 0) return <p className="muted-text">{t('prepare.keptNot')}</p>
  const shorter = [...new Set([...offered, retentionMs])].filter((ms) => ms < longest).sort((a, b) => a - b)
  return (
    <>
      <SelectField
        label={t('prepare.keptLabel')}
        choices={[
          ...shorter.map((ms) => ({ id: `${ms}`, label: formatDuration(ms) })),
          { id: 'longest', label: t('prepare.keptLongest', { time: formatDuration(longest) }) },
        ]}
        chosen={retentionMs < longest ? `${retentionMs}` : 'longest'}
        placeholder=""
        onChoose={(id) => onShorten(id === 'longest' ? undefined : Number(id))}
      />
      <p className="muted-text">{t('prepare.keptText')}</p>
    </>
  )
}
