// SPDX-License-Identifier: Apache-2.0
// Questions before somebody is removed and before the meeting ends for everybody.
import type { ParticipantId } from '@alcove/protocol'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { LimitDialog } from '../door/LimitDialog.tsx'
import type { ModerationActions } from './moderationActions.ts'
import './moderation.css'

export type ModerationDialog =
  | { readonly type: 'remove-person'; readonly participantId: ParticipantId; readonly name: string }
  | { readonly type: 'end-meeting' }
  | { readonly type: 'limit-people' }

export interface ModerationDialogViewProps {
  readonly dialog: ModerationDialog
  readonly maxPeople: number | undefined
  readonly peopleCount: number
  readonly actions: ModerationActions
  readonly onClose: () => void
}

export function ModerationDialogView({ dialog, maxPeople, peopleCount, actions, onClose }: ModerationDialogViewProps) {
  if (dialog.type === 'limit-people')
    return (
      <LimitDialog maxPeople={maxPeople} peopleCount={peopleCount} onLimit={actions.limitPeople} onClose={onClose} />
    )
  if (dialog.type === 'end-meeting') return <EndMeetingDialog onEnd={actions.endMeeting} onClose={onClose} />
  const { participantId, name } = dialog
  return <RemovePersonDialog name={name} onRemove={(bar) => actions.remove(participantId, bar)} onClose={onClose} />
}

interface RemovePersonDialogProps {
  readonly name: string
  readonly onRemove: (bar: boolean) => void
  readonly onClose: () => void
}

function RemovePersonDialog({ name, onRemove, onClose }: RemovePersonDialogProps) {
  const [bar, setBar] = useState(false)
  return (
    <ConfirmDialog
      title={t('moderation.removeTitle', { name })}
      confirm={t('moderation.remove')}
      onConfirm={() => onRemove(bar)}
      onClose={onClose}
    >
      <div className="moderation-form">
        <p className="muted-text">{t('moderation.removeText')}</p>
        <Checkbox className="moderation-check" isSelected={bar} onChange={setBar}>
          <span className="moderation-check-box">{bar ? <Check aria-hidden="true" /> : null}</span>
          <span>
            <b>{t('moderation.bar')}</b>
            <span className="moderation-check-hint">{t('moderation.barHint')}</span>
          </span>
        </Checkbox>
      </div>
    </ConfirmDialog>
  )
}

function EndMeetingDialog({ onEnd, onClose }: { readonly onEnd: () => void; readonly onClose: () => void }) {
  return (
    <ConfirmDialog
      title={t('moderation.endTitle')}
      confirm={t('moderation.endConfirm')}
      onConfirm={onEnd}
      onClose={onClose}
    >
      <p className="muted-text">{t('moderation.endText')}</p>
    </ConfirmDialog>
  )
}
