// SPDX-License-Identifier: Apache-2.0
// The pages around a meeting: coming back, asking before taking a place over, replaced, failed, left.
import { CircleAlert, Copy, DoorOpen, MonitorSmartphone } from 'lucide-react'
import { useEffect, useState } from 'react'
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

export function BusyPage({ title, text }: { readonly title: string; readonly text: string }) {
  return <ProblemPage icon={<Spinner />} title={title} text={text} />
}

/** How long coming back takes at most where the server is there. */
const patienceMs = 10_000

/** A seat is never given up by itself; whoever has waited long is told why, and may go. */
export function ComingBackPage({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <BusyPage title={t('meeting.comingBack')} text={text} />
  return (
    <ProblemPage icon={<Spinner />} title={t('meeting.comingBack')} text={t('problems.SERVER_UNREACHABLE.short')}>
      <Button size="large" onPress={onClose}>
        {toActionLabel('start-page')}
      </Button>
    </ProblemPage>
  )
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

export interface FailedPageProps {
  readonly code: ProblemCode
  readonly onTryAgain: () => void
  /** Nothing more is wanted here. */
  readonly onClose: () => void
}

export function FailedPage({ code, onTryAgain, onClose }: FailedPageProps) {
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
      {action === 'start-page' ? null : (
        <Button size="large" onPress={act['start-page']}>
          {toActionLabel('start-page')}
        </Button>
      )}
    </ProblemPage>
  )
}
