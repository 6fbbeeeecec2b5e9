// SPDX-License-Identifier: Apache-2.0
// What a connection can ask of a meeting once it has a seat, besides commands: media. Permission is the core's and is checked in the mailbox,
// right before the media port is called.
import { isPresent, isSendingDenied, type Moment, maySend } from '@alcove/meeting'
import type { MediaObject, MediaOffer, ParticipantId, RequestOf, Source } from '@alcove/protocol'
import type { LiveMeeting } from './liveMeeting.ts'
import type { Mailbox } from './mailbox.ts'
import { withoutParticipant, withReceiver, withShown, withTrack } from './momentChanges.ts'
import { type MediaPort, MediaRefused } from './ports.ts'

export interface MediaRequests {
  open(participantId: ParticipantId): Promise<MediaOffer>
  receive(participantId: ParticipantId, request: RequestOf<'media.receive'>): Promise<void>
  connect(participantId: ParticipantId, request: RequestOf<'media.connect'>): Promise<void>
  restartIce(participantId: ParticipantId, request: RequestOf<'media.restartIce'>): Promise<MediaObject>
  produce(participantId: ParticipantId, request: RequestOf<'media.produce'>): Promise<string>
  pause(participantId: ParticipantId, request: RequestOf<'media.pause'>): Promise<void>
  closeProducer(participantId: ParticipantId, request: RequestOf<'media.close'>): Promise<void>
  show(participantId: ParticipantId, request: RequestOf<'media.show'>): Promise<void>
  ready(participantId: ParticipantId, request: RequestOf<'media.ready'>): Promise<void>
}

export function createMediaRequests(
  meeting: LiveMeeting,
  mailbox: Pick<Mailbox<never, never>, 'post'>,
  media: MediaPort,
): MediaRequests {
  const keyOf = (participantId: ParticipantId) => ({ meetingId: meeting.meetingId, participantId })

  /** Runs in the mailbox, only while the person is in the meeting and connected: nobody who has gone, or waits in the lobby, has media. */
  function post<Result>(participantId: ParticipantId, task: () => Promise<Result>): Promise<Result> {
    return mailbox.post(() => {
      const state = meeting.state()
      const isIn = state.status === 'running' && isPresent(state.seats.get(participantId))
      if (!isIn || !meeting.connected().has(participantId)) throw new MediaRefused('MEDIA_NOT_OPEN')
      return task()
    })
  }

  /** What a moderator withholds comes to life paused, as after a reload. */
  const isWithheld = (participantId: ParticipantId, source: Source) => !maySend(meeting.state(), participantId, source)

  const changeForRoom = (participantId: ParticipantId, change: (moment: Moment) => Moment) =>
    meeting.changeMoment(change, meeting.roomOf(participantId))
  const changeForSelf = (participantId: ParticipantId, change: (moment: Moment) => Moment) =>
    meeting.changeMoment(change, new Set([participantId]))

  return {
    open: (participantId) =>
      post(participantId, async () => {
        const hadMedia = meeting.moment().producers.has(participantId) || meeting.moment().receivers.has(participantId)
        const offer = await media.open(keyOf(participantId))
        if (hadMedia) await changeForRoom(participantId, (moment) => withoutParticipant(moment, participantId))
        return offer
      }),
    receive: (participantId, { rtpCapabilities }) =>
      post(participantId, async () => {
        media.setCapabilities(keyOf(participantId), rtpCapabilities)
        await changeForSelf(participantId, (moment) => withReceiver(moment, participantId))
      }),
    // Transports carry nothing by themselves, so their set-up need not wait for the mailbox.
    connect: (participantId, { transportId, dtlsParameters }) =>
      media.connect(keyOf(participantId), transportId, dtlsParameters),
    restartIce: (participantId, { transportId }) => media.restartIce(keyOf(participantId), transportId),
    produce: (participantId, { source, rtpParameters, paused: isPausedByClient, height }) =>
      post(participantId, async () => {
        if (isSendingDenied(meeting.state(), participantId, source)) throw new MediaRefused('FEATURE_DENIED')
        const paused = isPausedByClient || isWithheld(participantId, source)
        const producerId = await media.produce(keyOf(participantId), { source, rtpParameters, paused, height })
        await changeForRoom(participantId, (moment) => withTrack(moment, participantId, source, { paused }))
        return producerId
      }),
    pause: (participantId, { source, paused }) =>
      post(participantId, async () => {
        if (!meeting.moment().producers.get(participantId)?.has(source)) throw new MediaRefused('MEDIA_NOT_OPEN')
        if (!paused && isWithheld(participantId, source)) throw new MediaRefused('MEDIA_WITHHELD')
        await media.setPaused(keyOf(participantId), source, paused)
        await changeForRoom(participantId, (moment) => withTrack(moment, participantId, source, { paused }))
      }),
    closeProducer: (participantId, { source }) =>
      post(participantId, async () => {
        media.closeProducer(keyOf(participantId), source)
        await changeForRoom(participantId, (moment) => withTrack(moment, participantId, source, undefined))
      }),
    show: (participantId, { roomId, items }) =>
      post(participantId, () =>
        changeForSelf(participantId, (moment) => withShown(moment, participantId, roomId, items)),
      ),
    ready: (participantId, { consumerIds }) => media.ready(keyOf(participantId), consumerIds),
  }
}
