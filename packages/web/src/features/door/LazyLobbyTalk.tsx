// SPDX-License-Identifier: Apache-2.0
// Writing between lobby and moderators, loaded where somebody waits or answers.
import { lazy, Suspense } from 'react'
import type { AnswerDialogProps } from './AnswerDialog.tsx'
import type { LobbyTalkProps } from './LobbyTalk.tsx'

const Talk = lazy(async () => ({ default: (await import('./LobbyTalk.tsx')).LobbyTalk }))
const Answer = lazy(async () => ({ default: (await import('./AnswerDialog.tsx')).AnswerDialog }))

export function LazyLobbyTalk(props: LobbyTalkProps) {
  return (
    <Suspense fallback={null}>
      <Talk {...props} />
    </Suspense>
  )
}

export function LazyAnswerDialog(props: AnswerDialogProps) {
  return (
    <Suspense fallback={null}>
      <Answer {...props} />
    </Suspense>
  )
}
