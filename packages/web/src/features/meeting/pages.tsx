// SPDX-License-Identifier: Apache-2.0
// The pages around a meeting: coming back, asking before taking a place over, replaced, failed, left.
import { CircleAlert, ClipboardList, Copy, DoorClosed, DoorOpen, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { goTo } from '../../state/navigation.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import {
  type ProblemAction,
  type ProblemCode,
  problemActions,
  toActionLabel,
  toProblemText,
} from '../problems/errorTexts.ts'
import { ProblemPage } from '../problems/ProblemPage.tsx'
import { LazyReportDialog } from '../report/LazyReportDialog.tsx'
import type { ReportDialogProps } from '../report/ReportDialog.tsx'

export function BusyPage({ title, text }: { readonly title: string; readonly text: string }) {
  return <ProblemPage icon={<Spinner />} title={title} text={text} />
}

export function AskTakeOverPage({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <ProblemPage icon={<Copy />} title={t('meeting.elsewhereTitle')} text={t('meeting.elsewhereText')}>
      <Button look="primary" size="large" onPress={onTakeOver}>
        {t('meeting.continueHere')}
      </Button>
      <Button size="large" onPress={() => goTo('/')}>
        {t('meeting.stayElsewhere')}
      </Button>
    </ProblemPage>
  )
}

export function ReplacedPage({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <ProblemPage icon={<MonitorSmartphone />} title={t('meeting.replacedTitle')} text={t('meeting.replacedText')}>
      <Button look="primary" size="large" onPress={onTakeOver}>
        {t('meeting.useHere')}
      </Button>
    </ProblemPage>
  )
}

export function LeftPage({ title, onReturn }: { readonly title: string; readonly onReturn: () => void }) {
  return (
    <ProblemPage icon={<DoorOpen />} title={t('meeting.leftTitle')} text={t('meeting.leftText', { title })}>
      <Button look="primary" size="large" onPress={onReturn}>
        {toActionLabel('rejoin')}
      </Button>
      <Button size="large" onPress={() => goTo('/')}>
        {toActionLabel('start-page')}
      </Button>
    </ProblemPage>
  )
}

export interface EndedHerePageProps {
  readonly title: string
  readonly getReport: ReportDialogProps['getReport']
  /** To the entry of the next meeting of the name. */
  readonly onBegin: () => void
  readonly onClose: () => void
}

/** For who ended the meeting for everybody, also after a reload of the tab. */
export function EndedHerePage({ title, getReport, onBegin, onClose }: EndedHerePageProps) {
  return (
    <ProblemPage icon={<DoorClosed />} title={t('meeting.endedTitle', { title })} text={t('meeting.endedText')}>
      <ReportButton look="primary" getReport={getReport} />
      <Button size="large" onPress={onBegin}>
        {t('meeting.beginAgain')}
      </Button>
      <Button size="large" onPress={onClose}>
        {toActionLabel('start-page')}
      </Button>
    </ProblemPage>
  )
}

interface ReportButtonProps {
  readonly look?: 'primary'
  readonly getReport: ReportDialogProps['getReport']
}

function ReportButton({ look, getReport }: ReportButtonProps) {
  const [isReading, setIsReading] = useState(false)
  return (
    <>
      <Button size="large" {...(look && { look })} onPress={() => setIsReading(true)}>
        <ClipboardList aria-hidden="true" /> {t('attendance.see')}
      </Button>
      {isReading ? <LazyReportDialog getReport={getReport} onClose={() => setIsReading(false)} /> : null}
    </>
  )
}

export interface FailedPageProps {
  readonly code: ProblemCode
  readonly onTryAgain: () => void
  /** For who ended the meeting. */
  readonly getReport?: ReportDialogProps['getReport'] | undefined
  /** Nothing more is wanted here. */
  readonly onClose: () => void
}

export function FailedPage({ code, onTryAgain, getReport, onClose }: FailedPageProps) {
  const { title, full } = toProblemText(code)
  const action = problemActions[code]
  const act: Readonly<Record<ProblemAction, () => void>> = {
    'try-again': onTryAgain,
    rejoin: onTryAgain,
    reload: () => location.reload(),
    'choose-name': () => location.reload(),
    'start-page': onClose,
  }
  return (
    <ProblemPage icon={<CircleAlert />} title={title} text={full}>
      <Button look="primary" size="large" onPress={act[action]}>
        {toActionLabel(action)}
      </Button>
      {getReport ? <ReportButton getReport={getReport} /> : null}
      {action === 'start-page' ? null : (
        <Button size="large" onPress={act['start-page']}>
          {toActionLabel('start-page')}
        </Button>
      )}
    </ProblemPage>
  )
}
