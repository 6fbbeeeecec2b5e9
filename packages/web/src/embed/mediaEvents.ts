// SPDX-License-Identifier: Apache-2.0
// Events about what people in the room send, who speaks, and what people may send. Pure.
import type { MeetingView } from '@alcove/client'
import type { Kind, MediaView, ParticipantId } from '@alcove/protocol'
import type { MediaType } from '@alcove/protocol/embed'
import { ofPeopleInOrder } from '../state/inOrder.ts'
import type { EmbedEvent, Picture } from './picture.ts'

const media: readonly (readonly [MediaType, keyof MediaView])[] = [
  ['audio', 'microphone'],
  ['video', 'camera'],
  ['desktop', 'screen'],
]
const kinds: readonly Kind[] = ['audio', 'video']

export function toMediaEvents({ view: before }: Picture, { view: after }: Picture): EmbedEvent[] {
  if (!after) return []
  const events: EmbedEvent[] = []
  // Somebody new in one's room is muted until they are heard; what was known of another room does not count.
  const known = before?.room.roomId === after.room.roomId ? before.room.media : {}
  for (const id of idsIn(known, after.room.media)) {
    if (after.meeting.people[id] === undefined) continue
    for (const [mediaType, source] of media) {
      const isMuted = after.room.media[id]?.[source] !== 'on'
      if (isMuted !== (known[id]?.[source] !== 'on'))
        events.push({ name: 'participantMuted', payload: { id, isMuted, mediaType } })
    }
  }
  const sharing = sharingIn(after)
  if (sharing.join() !== (before ? sharingIn(before) : []).join())
    events.push({ name: 'contentSharingParticipantsChanged', payload: { data: [...sharing] } })
  const [speaker] = after.room.speakers
  if (speaker !== undefined && speaker !== before?.room.speakers[0])
    events.push({ name: 'dominantSpeakerChanged', payload: { id: speaker } })
  return events
}

/** Who shares a screen in one's room, as they came. */
export function sharingIn(view: MeetingView): readonly ParticipantId[] {
  return ofPeopleInOrder(view, view.room.media).flatMap(([id, { screen }]) => (screen === 'on' ? [id] : []))
}

/** The media line broke although the meeting goes on; the page mends it by itself. */
export function toLineEvents({ mediaState: before, hadLine }: Picture, { mediaState: after }: Picture): EmbedEvent[] {
  if (after !== 'failed' || before === after) return []
  return [{ name: 'peerConnectionFailure', payload: { isP2P: false, wasConnected: hadLine } }]
}

export function toModerationEvents(earlierPicture: Picture, laterPicture: Picture): EmbedEvent[] {
  const { view: before } = earlierPicture
  const { view: after } = laterPicture
  if (!after) return []
  return kinds.flatMap((mediaType): EmbedEvent[] => {
    const enabled = after.meeting.mustAsk[mediaType]
    const wasEnabled = before?.meeting.mustAsk[mediaType] ?? false
    if (enabled !== wasEnabled) return [{ name: 'moderationStatusChanged', payload: { mediaType, enabled } }]
    if (!enabled || !before) return []
    const known = (view: MeetingView, { hadToAsk }: Picture) =>
      allowedIn(view, mediaType).filter((id) => id !== view.self.participantId || hadToAsk[mediaType])
    const [earlier, later] = [known(before, earlierPicture), known(after, laterPicture)]
    return [
      ...later
        .filter((id) => !earlier.includes(id))
        .map((id): EmbedEvent => ({ name: 'moderationParticipantApproved', payload: { id, mediaType } })),
      ...earlier
        .filter((id) => !later.includes(id) && after.meeting.people[id] !== undefined)
        .map((id): EmbedEvent => ({ name: 'moderationParticipantRejected', payload: { id, mediaType } })),
    ]
  })
}

/** Who may send although people have to ask, as far as one may know. */
export function allowedIn({ moderators, self, meeting }: MeetingView, kind: Kind): readonly ParticipantId[] {
  const others = Object.entries(moderators?.asking ?? {})
    .filter(([, { allowed }]) => allowed.includes(kind))
    .map(([id]) => id as ParticipantId)
  const isOwn = meeting.mustAsk[kind] && !self.media.mustAsk[kind] && !self.can.moderate
  return isOwn && !others.includes(self.participantId) ? [...others, self.participantId] : others
}

function idsIn(...records: readonly Readonly<Record<ParticipantId, unknown>>[]): readonly ParticipantId[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].map((id) => id as ParticipantId)
}
