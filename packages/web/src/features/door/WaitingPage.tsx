// SPDX-License-Identifier: Apache-2.0
// The lobby, for who waits in it: nothing of the meeting but its title. It goes by itself when one is let in.
import type { LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { ProblemPage } from '../problems/ProblemPage.tsx'
import './lobby.css'

export interface WaitingPageProps {
  readonly title: string
  readonly camera: LocalMediaSnapshot['camera']
  readonly onLeave: () => void
}

export function WaitingPage({ title, camera, onLeave }: WaitingPageProps) {
  return (
    <ProblemPage icon={<Spinner />} title={title} text={`${t('lobby.youWait')} ${t('lobby.unseen')}`}>
      {camera.track && camera.wanted ? (
        <div className="waiting-preview">
          <VideoView track={camera.track} mirrored={camera.facing !== 'environment'} fit="cover" />
        </div>
      ) : null}
      <Button size="large" onPress={onLeave}>
        {t('lobby.leave')}
      </Button>
    </ProblemPage>
  )
}
