// SPDX-License-Identifier: Apache-2.0
// The lobby, for who waits in it: nothing of the meeting but its title. It goes by itself when one is let in.
import type { LobbyTalk } from '@alcove/client'
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { t } from '../../i18n/texts.ts'
import { usePreferences } from '../../state/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { ProblemPage } from '../problems/ProblemPage.tsx'
import { LazyLobbyTalk } from './LazyLobbyTalk.tsx'
import './lobby.css'

export interface WaitingPageProps {
  readonly title: string
  readonly camera: LocalMediaSnapshot['camera']
  readonly talk: LobbyTalk
  /** Absent where this page leaves it out. */
  readonly onWrite: ((text: string) => Promise<boolean>) | undefined
  /** Why the last message was not sent. */
  readonly problem: string | undefined
  readonly onLeave: (() => void) | undefined
}

export function WaitingPage({ title, camera, talk, onWrite, problem, onLeave }: WaitingPageProps) {
  const { mirror } = usePreferences()
  return (
    <ProblemPage icon={<Spinner />} title={title} text={`${t('lobby.youWait')} ${t('lobby.unseen')}`}>
      {camera.track && camera.wanted ? (
        <div className="waiting-preview">
          <VideoView track={camera.track} mirrored={mirror && camera.facing !== 'environment'} fit="cover" />
        </div>
      ) : null}
      {onWrite ? <LazyLobbyTalk talk={talk} name={undefined} label={t('lobby.write')} onWrite={onWrite} /> : null}
      <p className="lobby-problem" role="alert">
        {problem}
      </p>
      {onLeave ? (
        <Button size="large" onPress={onLeave}>
          {t('lobby.leave')}
        </Button>
      ) : null}
    </ProblemPage>
  )
}
