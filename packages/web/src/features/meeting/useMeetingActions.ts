// SPDX-License-Identifier: Apache-2.0
// The actions of a meeting's views over the client and the capture: each tells in words when it did not work. Stable while rights are the same.
import { type MeetingClient, type MeetingSnapshot, RequestFailed } from '@alcove/client'
import { useMemo } from 'react'
import type { LocalMedia } from '../../devices/LocalMedia.ts'
import { rememberName } from '../../devices/remembered.ts'
import { t } from '../../i18n/texts.ts'
import { toServerRoomName } from '../../state/withRoomNames.ts'
import { toMeetingDoorActions } from '../door/meetingDoorActions.ts'
import { toDoorActions, toRoomSettingActions } from '../doors/doorActions.ts'
import { toHelpActions } from '../help/helpActions.ts'
import { switchDevice, takeUp, toModerationActions, toOwnSendingActions } from '../moderation/moderationActions.ts'
import { toPeopleActions } from '../people/peopleActions.ts'
import { toShortText } from '../problems/errorTexts.ts'
import type { ModerateActions } from '../rooms/roomsActions.ts'
import { toRoundsActions } from '../rounds/toRoundsActions.ts'
import { toTemplateActions } from '../templates/templateActions.ts'
import type { MeetingActions } from './meetingActions.ts'
import type { PassingNotices } from './usePassingNotices.ts'

export interface ActionsInput {
  readonly client: MeetingClient
  readonly media: LocalMedia
  readonly tell: PassingNotices['tell']
  readonly leave: () => void
  readonly snapshot: MeetingSnapshot
}

export function useMeetingActions({ client, media, tell, leave, snapshot }: ActionsInput): MeetingActions {
  const self = snapshot.view?.self
  const canModerate = self?.can.moderate ?? false
  const ownId = self?.participantId
  return useMemo(() => {
    const tried = (work: Promise<unknown>) => void work.catch((error: unknown) => tell('error', toShortText(error)))
    const told = (work: Promise<unknown>) =>
      work.then(
        () => true,
        (error: unknown) => {
          tell('error', toShortText(error))
          return false
        },
      )
    return {
      setOn: (kind, on) => tried(switchDevice(client, media, kind, on)),
      choose: (kind, deviceId) => tried(media.choose(kind, deviceId)),
      shareScreen: () =>
        void takeUp(client, 'screen')
          .then(() => media.shareScreen())
          .catch((error: unknown) =>
            error instanceof RequestFailed
              ? tell('error', toShortText(error))
              : tell('error', t('meeting.screenRefused')),
          ),
      getStats: () => client.getStats(),
      flipCamera: () => tried(media.flipCamera()),
      stopSharing: () => media.stopSharing(),
      ownSending: toOwnSendingActions(client, tried),
      show: (items) => client.show(items),
      leave,
      renameSelf: async (displayName) => {
        if (ownId === undefined) return undefined
        try {
          await client.rename(ownId, displayName)
          rememberName(displayName)
          return undefined
        } catch (error) {
          return toShortText(error)
        }
      },
      sendMessage: (to, text) => told(client.sendMessage(to, text)),
      writeFromLobby: (text) => told(client.writeFromLobby(text)),
      raiseHand: (raised) => tried(client.raiseHand(raised)),
      react: (reaction) => tried(client.react(reaction)),
      listenToReactions: (listener) => client.onReaction(listener),
      help: toHelpActions(client, tried),
      rooms: {
        join: (roomId) => ownId !== undefined && tried(client.move(ownId, roomId)),
        joinWith: async (roomId, password) => {
          if (ownId === undefined) return undefined
          return client.move(ownId, roomId, { password }).then(
            () => undefined,
            (error: unknown) => toShortText(error),
          )
        },
        doors: toDoorActions(client, tried),
        moderate: canModerate ? toModerateActions(client, tried, told, tell) : undefined,
      },
    } satisfies MeetingActions
  }, [client, media, tell, leave, canModerate, ownId])
}

function toModerateActions(
  client: MeetingClient,
  tried: (work: Promise<unknown>) => void,
  told: (work: Promise<unknown>) => Promise<boolean>,
  tell: PassingNotices['tell'],
): ModerateActions {
  return {
    addRoom: (name) => tried(client.createRoom(name)),
    // What was left as it is shown stays without a name.
    renameRoom: (roomId, name) => tried(client.renameRoom(roomId, toServerRoomName(name))),
    renamePerson: (participantId, name) => tried(client.rename(participantId, name)),
    removeRoom: (roomId) => tried(client.removeRoom(roomId)),
    openRoom: (roomId) => tried(client.openRoom(roomId)),
    closeRoom: (roomId) => tried(client.closeRoom(roomId)),
    closeAllRooms: (inMs) => tried(client.closeAllRooms(inMs)),
    openAllRooms: (inMs) => tried(client.openAllRooms(inMs)),
    cancelCountdown: () => tried(client.cancelCountdown()),
    startTimer: (durationMs, atEnd) => tried(client.startTimer(durationMs, atEnd)),
    extendTimer: (byMs) => tried(client.extendTimer(byMs)),
    stopTimer: () => tried(client.stopTimer()),
    setLateJoin: (lateJoin) => tried(client.setLateJoin(lateJoin)),
    assign: (participantId, roomId) => tried(client.assign(participantId, roomId)),
    move: (participantId, roomId) => tried(client.move(participantId, roomId)),
    seat: (groups) => told(client.seatPeople(groups)),
    setRole: (participantId, role) => tried(client.setRole(participantId, role)),
    setSelfMove: (selfMove) => tried(client.setSelfMove(selfMove)),
    moderation: toModerationActions(client, tried),
    meetingDoor: toMeetingDoorActions(client, tried),
    ...toRoomSettingActions(client, tried),
    announce: async (to, text) => {
      const isSent = await told(client.announce(to, text))
      if (isSent) tell('info', t('announce.sent'))
      return isSent
    },
    lowerHands: (whom) => tried(client.lowerHands(whom)),
    takePodium: (rooms) => tried(client.takePodium(rooms)),
    leavePodium: () => tried(client.leavePodium()),
    look: (roomId, isLooking) => {
      if (isLooking) tried(client.lookInto(roomId))
      // Whatever keeps it from being done has ended the look: the right is gone, the line, the room.
      else client.lookAway(roomId).catch(() => {})
    },
    setMayLookIn: (allowed) => tried(client.setMayLookIn(allowed)),
    getReport: () => client.getAttendance(),
    split: ({ who, hold, wishes }, seed) => client.assignRooms(who, seed, { hold, wishes }),
    previewSplit: ({ who, hold, wishes }) => client.previewAssignment(who, undefined, { hold, wishes }),
    rounds: toRoundsActions(client, tried, told),
    people: toPeopleActions(client),
    templates: toTemplateActions(client),
  }
}
