// SPDX-License-Identifier: Apache-2.0
// The strip above the tiles for whoever speaks to the room from elsewhere: tiles of their own, marked, never over the faces of the room.
import type { ParticipantId } from '@alcove/protocol'
import { MicOff, Volume2 } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import type { PodiumSpeaker } from './podiumModel.ts'
import './podium.css'

export interface PodiumStripProps {
  readonly speakers: readonly PodiumSpeaker[]
  /** Undefined for those who may not end it for others. */
  readonly onEnd: ((participantId: ParticipantId) => void) | undefined
}

export function PodiumStrip({ speakers, onEnd }: PodiumStripProps) {
  if (speakers.length === 0) return null
  return (
    <ul className="podium-strip">
      {speakers.map((speaker) => (
        <PodiumTile key={speaker.participantId} speaker={speaker} onEnd={onEnd} />
      ))}
    </ul>
  )
}

function PodiumTile({ speaker, onEnd }: Pick<PodiumStripProps, 'onEnd'> & { readonly speaker: PodiumSpeaker }) {
  const { participantId, name, speaking, muted, camera } = speaker
  return (
    <li className="podium-tile" data-podium-of={participantId} data-speaking={speaking || undefined}>
      <div className="podium-picture">
        <Avatar id={participantId} name={name} size="small" />
        {camera ? <VideoView track={camera} fit="cover" /> : null}
      </div>
      <p className="podium-words">
        <Volume2 aria-hidden="true" />
        <span>{t('podium.speaks', { name })}</span>
        {muted ? <MicOff role="img" aria-label={t('meeting.tileMuted')} /> : null}
      </p>
      {onEnd ? (
        <Button
          size="small"
          look="outline"
          aria-label={t('podium.endOf', { name })}
          onPress={() => onEnd(participantId)}
        >
          {t('podium.stop')}
        </Button>
      ) : null}
    </li>
  )
}
