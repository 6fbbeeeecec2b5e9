// SPDX-License-Identifier: Apache-2.0
// The page of whoever ended the meeting for everybody, also after a reload of the tab: its report, and the way on.
import { ClipboardList, DoorClosed } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { toActionLabel, toProblemText } from '../problems/errorTexts.ts'
import { ProblemPage } from '../problems/ProblemPage.tsx'
import { ReportDialog, type ReportDialogProps } from './ReportDialog.tsx'

export interface EndedPageProps {
  readonly title: string
  /** The meeting itself is kept, and its link opens it again. */
  readonly isKept: boolean
  readonly getReport: ReportDialogProps['getReport']
  /** Into the meeting that is kept, or to the entry of the next one of the name. */
  readonly onGoOn: () => void
  readonly onClose: () => void
}

export function EndedPage({ title, isKept, getReport, onGoOn, onClose }: EndedPageProps) {
  const [isReading, setIsReading] = useState(false)
  const words = isKept
    ? { ...toProblemText('MEETING_DISMISSED'), goOn: toActionLabel('rejoin') }
    : { title: t('report.endedTitle', { title }), full: t('report.endedText'), goOn: t('report.beginAgain') }
  return (
    <ProblemPage icon={<DoorClosed />} title={words.title} text={words.full}>
      <Button size="large" look="primary" onPress={() => setIsReading(true)}>
        <ClipboardList aria-hidden="true" /> {t('report.see')}
      </Button>
      <Button size="large" onPress={onGoOn}>
        {words.goOn}
      </Button>
      <Button size="large" onPress={onClose}>
        {toActionLabel('start-page')}
      </Button>
      {isReading ? <ReportDialog getReport={getReport} onClose={() => setIsReading(false)} /> : null}
    </ProblemPage>
  )
}
