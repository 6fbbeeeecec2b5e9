// SPDX-License-Identifier: Apache-2.0
// Under a room's name, for moderators: how lively it is, what may need somebody, and the look inside.
import type { RoomId } from '@alcove/protocol'
import { Eye } from 'lucide-react'
import { t } from '../../i18n/texts.ts'
import { useServerNow } from '../../state/useServerNow.ts'
import { Button } from '../../ui/Button.tsx'
import { LastMinutes } from './LastMinutes.tsx'
import { LevelBar } from './LevelBar.tsx'
import { LookInView } from './LookInView.tsx'
import { minutesSinceSpoken, type RoomSeeing, toQuietHint } from './seeingModel.ts'
import { toHintText, toLookersText } from './seeingTexts.ts'
import './seeing.css'

export interface RoomActivityProps {
  readonly roomId: RoomId
  readonly room: string
  readonly seeing: RoomSeeing
  readonly serverOffsetMs: number
  readonly onLook: (isLooking: boolean) => void
}

const lookEveryMs = 5_000

export function RoomActivity({ roomId, room, seeing, serverOffsetMs, onLook }: RoomActivityProps) {
  const now = useServerNow(serverOffsetMs, lookEveryMs)
  const hint = toQuietHint(seeing, now)
  const facts = toFacts(seeing, now)
  const { lookIn, otherLookers } = seeing
  if (!hint && facts.length === 0 && lookIn.status === 'unavailable') return null
  return (
    <div className="room-activity">
      {seeing.peopleCount > 0 ? <LastMinutes roomId={roomId} /> : null}
      {seeing.isSpeaking ? <LevelBar level={seeing.level} /> : null}
      <p className="room-facts">
        {hint ? <span className="room-hint">{toHintText(hint)}</span> : null}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {otherLookers.length > 0 ? <span className="room-looked">{toLookersText(otherLookers)}</span> : null}
      </p>
      {lookIn.status === 'off' ? (
        <Button size="small" look="plain" onPress={() => onLook(true)} aria-label={t('seeing.lookInto', { room })}>
          <Eye aria-hidden="true" /> {t('seeing.lookIn')}
        </Button>
      ) : null}
      {lookIn.status === 'on' ? (
        <LookInView room={room} picture={lookIn.picture} level={seeing.level} onEnd={() => onLook(false)} />
      ) : null}
    </div>
  )
}

function toFacts(seeing: RoomSeeing, now: number): readonly string[] {
  const { microphonesOn, isSpeaking, peopleCount } = seeing
  const minutes = minutesSinceSpoken(seeing, now)
  const facts: string[] = []
  if (isSpeaking) facts.push(t('seeing.spokeNow'))
  else if (minutes !== undefined && peopleCount > 0)
    facts.push(minutes === 0 ? t('seeing.spokeJustNow') : t('seeing.spokeAgo', { count: minutes }))
  if (microphonesOn > 0) facts.push(t('seeing.microphonesOn', { count: microphonesOn }))
  return facts
}
