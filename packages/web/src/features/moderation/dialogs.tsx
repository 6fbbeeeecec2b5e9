// SPDX-License-Identifier: Apache-2.0
// Questions before somebody is removed and before the meeting ends for everybody.
import type { AttendanceReport, ParticipantId } from '@alcove/protocol'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { LimitDialog } from '../door/LimitDialog.tsx'
import { toShortText } from '../problems/errorTexts.ts'
import { type ReportFormat, saveReport } from '../report/saveReport.ts'
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
  /** The meeting outlives its end. */
  readonly isKept: boolean
  readonly actions: ModerationActions
  readonly getReport: () => Promise<AttendanceReport>
  readonly onClose: () => void
}

export function ModerationDialogView(props: ModerationDialogViewProps) {
  const { dialog, maxPeople, peopleCount, isKept, actions, getReport, onClose } = props
  if (dialog.type === 'limit-people')
    return (
      <LimitDialog maxPeople={maxPeople} peopleCount={peopleCount} onLimit={actions.limitPeople} onClose={onClose} />
    )
  if (dialog.type === 'end-meeting')
    return (
      <EndMeetingDialog
        isKept={isKept}
        getReport={getReport}
        onEnd={actions.endMeeting}
        onDelete={actions.deleteMeeting}
        onClose={onClose}
      />
    )
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
        <CheckField hint={t('moderation.barHint')} isSelected={bar} onChange={setBar}>
          {t('moderation.bar')}
        </CheckField>
      </div>
    </ConfirmDialog>
  )
}

type Report = ReportFormat | 'none'

interface EndMeetingDialogProps {
  readonly isKept: boolean
  readonly getReport: () => Promise<AttendanceReport>
  readonly onEnd: () => void
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Ending takes the rooms away: who was where is saved first, by the same click, unless that is not wanted. */
function EndMeetingDialog({ isKept, getReport, onEnd, onDelete, onClose }: EndMeetingDialogProps) {
  const [report, setReport] = useState<Report>('csv')
  const [isDeleted, setIsDeleted] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  // Fetching the report takes its time, and closing the dialog meanwhile, in whatever way, means that the meeting goes on.
  const isCancelled = useRef(false)
  useEffect(() => {
    isCancelled.current = false
    return () => {
      isCancelled.current = true
    }
  }, [])
  const cancel = () => {
    isCancelled.current = true
    onClose()
  }
  const end = async () => {
    setIsBusy(true)
    try {
      const fetched = report === 'none' ? undefined : await getReport()
      if (isCancelled.current) return
      if (fetched && report !== 'none') saveReport(fetched, report)
    } catch (error) {
      // The meeting goes on.
      setProblem(toShortText(error))
      setIsBusy(false)
      return
    }
    if (isDeleted) onDelete()
    else onEnd()
    onClose()
  }
  return (
    <Dialog title={t('moderation.endTitle')} onClose={cancel} role="alertdialog">
      <div className="moderation-form">
        <p className="muted-text">
          {t('moderation.endText')} {isDeleted ? '' : isKept ? t('moderation.endKept') : t('moderation.endDeleted')}
        </p>
        <ChoiceRow
          label={t('moderation.report')}
          choices={[
            { id: 'csv', label: t('moderation.reportCsv') },
            { id: 'json', label: t('moderation.reportJson') },
            { id: 'none', label: t('moderation.reportNone') },
          ]}
          chosen={report}
          onChoose={setReport}
        />
        <CheckField hint={t('moderation.deleteAllHint')} isSelected={isDeleted} onChange={setIsDeleted}>
          {t('moderation.deleteAll')}
        </CheckField>
        {problem === undefined ? null : <p role="alert">{problem}</p>}
      </div>
      <DialogActions>
        <Button onPress={cancel} autoFocus>
          {t('words.cancel')}
        </Button>
        <Button look="danger" isPending={isBusy} onPress={() => void end()}>
          {toEndLabel(isDeleted, report !== 'none')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function toEndLabel(isDeleted: boolean, withReport: boolean): string {
  if (isDeleted) return withReport ? t('moderation.deleteWithReport') : t('moderation.deleteConfirm')
  return withReport ? t('moderation.endWithReport') : t('moderation.endConfirm')
}
