// SPDX-License-Identifier: Apache-2.0
// The pages around a meeting: coming back, asking before taking a place over, replaced, failed, left.
import { CircleAlert, Copy, DoorOpen, MonitorSmartphone } from 'lucide-react'
import { goTo } from '../../state/navigation.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { actionLabels, type ProblemAction, type ProblemCode, problemTexts } from '../problems/errorTexts.ts'
import { ProblemPage } from '../problems/ProblemPage.tsx'

export function BusyPage({ title, text }: { readonly title: string; readonly text: string }) {
  return <ProblemPage icon={<Spinner />} title={title} text={text} />
}

export function AskTakeOverPage({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <ProblemPage
      icon={<Copy />}
      title="You are in this meeting in another tab"
      text="Continue here? The other tab then lets go of your camera and microphone."
    >
      <Button look="primary" size="large" onPress={onTakeOver}>
        Continue here
      </Button>
      <Button size="large" onPress={() => goTo('/')}>
        Stay in the other tab
      </Button>
    </ProblemPage>
  )
}

export function ReplacedPage({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <ProblemPage
      icon={<MonitorSmartphone />}
      title="You continued in another tab"
      text="One place, one tab: the newer one has your camera and microphone. You can close this one."
    >
      <Button look="primary" size="large" onPress={onTakeOver}>
        Use it here
      </Button>
    </ProblemPage>
  )
}

export function LeftPage({ title, onReturn }: { readonly title: string; readonly onReturn: () => void }) {
  return (
    <ProblemPage
      icon={<DoorOpen />}
      title="You left the meeting"
      text={`${title} goes on without you. Your camera and microphone are off.`}
    >
      <Button look="primary" size="large" onPress={onReturn}>
        Join again
      </Button>
      <Button size="large" onPress={() => goTo('/')}>
        Go to the start page
      </Button>
    </ProblemPage>
  )
}

export function FailedPage({ code, onTryAgain }: { readonly code: ProblemCode; readonly onTryAgain: () => void }) {
  const { title, full, action } = problemTexts[code]
  const act: Readonly<Record<ProblemAction, () => void>> = {
    'try-again': onTryAgain,
    rejoin: onTryAgain,
    reload: () => location.reload(),
    'choose-name': () => location.reload(),
    'start-page': () => goTo('/'),
  }
  return (
    <ProblemPage icon={<CircleAlert />} title={title} text={full}>
      <Button look="primary" size="large" onPress={act[action]}>
        {actionLabels[action]}
      </Button>
      {action === 'start-page' ? null : (
        <Button size="large" onPress={act['start-page']}>
          {actionLabels['start-page']}
        </Button>
      )}
    </ProblemPage>
  )
}
