// SPDX-License-Identifier: Apache-2.0
// Questions before somebody is removed and before the meeting ends for everybody.
import type { ParticipantId } from '@alcove/protocol'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
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
      title={`Remove ${name} from the meeting?`}
      confirm="Remove"
      onConfirm={() => onRemove(bar)}
      onClose={onClose}
    >
      <div className="moderation-form">
        <p className="muted-text">They are out at once, from whatever room they are in.</p>
        <Checkbox className="moderation-check" isSelected={bar} onChange={setBar}>
          <span className="moderation-check-box">{bar ? <Check aria-hidden="true" /> : null}</span>
          <span>
            <b>Do not let them back in</b>
            <span className="moderation-check-hint">
              Their place in this meeting is closed. Somebody who comes anew, in another browser or under another name,
              is not recognised.
            </span>
          </span>
        </Checkbox>
      </div>
    </ConfirmDialog>
  )
}

function EndMeetingDialog({ onEnd, onClose }: { readonly onEnd: () => void; readonly onClose: () => void }) {
  return (
    <ConfirmDialog
      title="End the meeting for everybody?"
      confirm="End for everybody"
      onConfirm={onEnd}
      onClose={onClose}
    >
      <p className="muted-text">
        Everybody is out at once, in all rooms. The meeting and its rooms are deleted; a new one can begin under the
        same name. To go by yourself, leave instead.
      </p>
    </ConfirmDialog>
  )
}
