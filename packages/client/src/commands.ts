// SPDX-License-Identifier: Apache-2.0
// The methods of the public API that are one command each.
import { maxExpectedAtOnce, type ParticipantId, type RoomGroup } from '@alcove/protocol'
import type { MeetingClient } from './api.ts'
import { newClaimCode, newCommandId, newResumeToken } from './seat/randomIds.ts'
import type { PendingCommands } from './signaling/PendingCommands.ts'

type CommandMethods = Pick<
  MeetingClient,
  | 'createRoom'
  | 'renameRoom'
  | 'removeRoom'
  | 'openRoom'
  | 'closeRoom'
  | 'closeAllRooms'
  | 'openAllRooms'
  | 'cancelCountdown'
  | 'startTimer'
  | 'extendTimer'
  | 'stopTimer'
  | 'setLateJoin'
  | 'allowRooms'
  | 'assign'
  | 'assignRooms'
  | 'seatPeople'
  | 'undoAssignment'
  | 'planRounds'
  | 'addRound'
  | 'changeRound'
  | 'assignInRound'
  | 'removeRound'
  | 'reorderRounds'
  | 'startNextRound'
  | 'move'
  | 'setRole'
  | 'rename'
  | 'setAvatar'
  | 'setSubject'
  | 'setSelfMove'
  | 'sendMessage'
  | 'stopMedia'
  | 'startMedia'
  | 'inviteToStart'
  | 'declineInvitation'
  | 'setMustAsk'
  | 'askToSend'
  | 'allowMedia'
  | 'removeParticipant'
  | 'limitPeople'
  | 'shortenRetention'
  | 'changeRoom'
  | 'placeRoom'
  | 'setHost'
  | 'knock'
  | 'admitToRoom'
  | 'announce'
  | 'raiseHand'
  | 'lowerHands'
  | 'askForHelp'
  | 'withdrawHelp'
  | 'takeHelp'
  | 'answerHelp'
  | 'returnFromHelp'
  | 'deleteMeeting'
  | 'setLobby'
  | 'admit'
  | 'writeFromLobby'
  | 'answerInLobby'
  | 'setPassword'
  | 'makeModeratorKey'
  | 'setBeforeModerator'
  | 'setToldOutside'
  | 'expectPeople'
  | 'renewClaim'
  | 'forgetPerson'
  | 'takePodium'
  | 'leavePodium'
  | 'endPodium'
  | 'lookInto'
  | 'lookAway'
  | 'setMayLookIn'
>

export function createCommandMethods(pending: PendingCommands): CommandMethods {
  const newId = () => ({ id: newCommandId() })
  return {
    async createRoom(name, properties) {
      const what = { ...(name !== undefined && { name }), ...properties }
      return (await pending.submit({ type: 'room.create', ...newId(), ...what })).roomId
    },
    async renameRoom(roomId, name) {
      await pending.submit({ type: 'room.change', ...newId(), roomId, name })
    },
    async removeRoom(roomId) {
      await pending.submit({ type: 'room.remove', ...newId(), roomId })
    },
    async openRoom(roomId) {
      await pending.submit({ type: 'room.open', ...newId(), roomId })
    },
    async closeRoom(roomId) {
      await pending.submit({ type: 'room.close', ...newId(), roomId })
    },
    async closeAllRooms(inMs) {
      await pending.submit({ type: 'rooms.close', ...newId(), ...(inMs !== undefined && { inMs }) })
    },
    async openAllRooms(inMs) {
      await pending.submit({ type: 'rooms.open', ...newId(), ...(inMs !== undefined && { inMs }) })
    },
    async cancelCountdown() {
      await pending.submit({ type: 'countdown.cancel', ...newId() })
    },
    async startTimer(durationMs, atEnd) {
      await pending.submit({ type: 'timer.start', ...newId(), durationMs, atEnd })
    },
    async extendTimer(byMs) {
      await pending.submit({ type: 'timer.extend', ...newId(), byMs })
    },
    async stopTimer() {
      await pending.submit({ type: 'timer.stop', ...newId() })
    },
    async setLateJoin(lateJoin) {
      await pending.submit({ type: 'meeting.lateJoin', ...newId(), lateJoin })
    },
    async allowRooms(allowed) {
      await pending.submit({ type: 'rooms.allow', ...newId(), allowed })
    },
    async assign(participantId, roomId) {
      await pending.submit({
        type: 'participant.assign',
        ...newId(),
        participantId,
        ...(roomId !== undefined && { roomId }),
      })
    },
    async assignRooms(who, seed, options = {}) {
      const how = { ...(seed !== undefined && { seed }), ...options }
      return (await pending.submit({ type: 'rooms.assign', ...newId(), who, ...how })).seed
    },
    async seatPeople(groups, { hold = false } = {}) {
      await pending.submit({ type: 'rooms.seat', ...newId(), groups: groups.map(toGroup), ...(hold && { hold }) })
    },
    async undoAssignment() {
      await pending.submit({ type: 'rooms.undo', ...newId() })
    },
    async planRounds(count, options = {}) {
      return pending.submit({ type: 'rounds.plan', ...newId(), count, ...options })
    },
    async addRound({ groups, ...round }) {
      const added = { type: 'round.add' as const, ...newId(), ...round, groups: groups.map(toGroup) }
      return (await pending.submit(added)).roundId
    },
    async changeRound(roundId, { groups, ...change }) {
      await pending.submit({
        type: 'round.change',
        ...newId(),
        roundId,
        ...change,
        ...(groups !== undefined && { groups: groups.map(toGroup) }),
      })
    },
    async assignInRound(roundId, participantIds, roomId) {
      await pending.submit({
        type: 'round.assign',
        ...newId(),
        roundId,
        participantIds: [...participantIds],
        ...(roomId !== undefined && { roomId }),
      })
    },
    async removeRound(roundId) {
      await pending.submit({ type: 'round.remove', ...newId(), roundId })
    },
    async reorderRounds(roundIds) {
      await pending.submit({ type: 'rounds.reorder', ...newId(), roundIds: [...roundIds] })
    },
    async startNextRound(inMs) {
      await pending.submit({ type: 'rounds.next', ...newId(), ...(inMs !== undefined && { inMs }) })
    },
    async move(participantId, roomId, options) {
      await pending.submit({ type: 'participant.move', ...newId(), participantId, roomId, ...options })
    },
    async setRole(participantId, role) {
      await pending.submit({ type: 'participant.role', ...newId(), participantId, role })
    },
    async rename(participantId, displayName) {
      await pending.submit({ type: 'participant.rename', ...newId(), participantId, displayName })
    },
    async setAvatar(avatar) {
      await pending.submit({ type: 'participant.avatar', ...newId(), ...(avatar !== undefined && { avatar }) })
    },
    async setSubject(subject) {
      await pending.submit({ type: 'meeting.subject', ...newId(), ...(subject !== undefined && { subject }) })
    },
    async setSelfMove(selfMove) {
      await pending.submit({ type: 'meeting.policy', ...newId(), selfMove })
    },
    async sendMessage(to, text) {
      await pending.submit({ type: 'chat.send', ...newId(), to, text })
    },
    async stopMedia(source, whom) {
      await pending.submit({ type: 'moderation.stop', ...newId(), source, whom })
    },
    async startMedia(source) {
      await pending.submit({ type: 'moderation.start', ...newId(), source })
    },
    async inviteToStart(participantId, source) {
      await pending.submit({ type: 'moderation.invite', ...newId(), participantId, source })
    },
    async declineInvitation(source) {
      await pending.submit({ type: 'moderation.decline', ...newId(), source })
    },
    async setMustAsk(kind, mustAsk) {
      await pending.submit({ type: 'moderation.mustAsk', ...newId(), kind, mustAsk })
    },
    async askToSend(kind, asking) {
      await pending.submit({ type: 'moderation.ask', ...newId(), kind, asking })
    },
    async allowMedia(kind, whom, allowed) {
      await pending.submit({ type: 'moderation.allow', ...newId(), kind, whom, allowed })
    },
    async removeParticipant(participantId, bar) {
      await pending.submit({ type: 'participant.remove', ...newId(), participantId, bar })
    },
    async shortenRetention(retentionMs) {
      await pending.submit({ type: 'meeting.keep', ...newId(), ...(retentionMs !== undefined && { retentionMs }) })
    },
    async limitPeople(maxPeople) {
      await pending.submit({ type: 'meeting.limit', ...newId(), ...(maxPeople !== undefined && { maxPeople }) })
    },
    async takePodium(rooms) {
      await pending.submit({ type: 'podium.take', ...newId(), rooms: rooms === 'all' ? rooms : [...rooms] })
    },
    async leavePodium() {
      await pending.submit({ type: 'podium.leave', ...newId() })
    },
    async endPodium(participantId) {
      await pending.submit({ type: 'podium.end', ...newId(), participantId })
    },
    async lookInto(roomId) {
      await pending.submit({ type: 'glance.start', ...newId(), roomId })
    },
    async lookAway(roomId) {
      await pending.submit({ type: 'glance.stop', ...newId(), roomId })
    },
    async setMayLookIn(allowed) {
      await pending.submit({ type: 'meeting.glance', ...newId(), allowed })
    },
    async changeRoom(roomId, change) {
      await pending.submit({ type: 'room.change', ...newId(), roomId, ...change })
    },
    async placeRoom(roomId, before) {
      await pending.submit({ type: 'room.place', ...newId(), roomId, ...(before !== undefined && { before }) })
    },
    async setHost(roomId, participantId, isHost) {
      await pending.submit({ type: 'room.host', ...newId(), roomId, participantId, isHost })
    },
    async knock(roomId, knocking) {
      await pending.submit({ type: 'room.knock', ...newId(), roomId, knocking })
    },
    async admitToRoom(roomId, participantId, admitted) {
      await pending.submit({ type: 'room.admit', ...newId(), roomId, participantId, admitted })
    },
    async announce(to, text) {
      await pending.submit({ type: 'announcement.send', ...newId(), to, text })
    },
    async raiseHand(raised) {
      await pending.submit({ type: 'hand.raise', ...newId(), raised })
    },
    async lowerHands(whom) {
      await pending.submit({ type: 'hands.lower', ...newId(), whom })
    },
    async askForHelp(text) {
      await pending.submit({ type: 'help.ask', ...newId(), ...(text !== undefined && { text }) })
    },
    async withdrawHelp() {
      await pending.submit({ type: 'help.withdraw', ...newId() })
    },
    async takeHelp(requestId, { enter = false } = {}) {
      await pending.submit({ type: 'help.take', ...newId(), requestId, enter })
    },
    async answerHelp(requestId) {
      await pending.submit({ type: 'help.answer', ...newId(), requestId })
    },
    async returnFromHelp() {
      await pending.submit({ type: 'help.return', ...newId() })
    },
    async deleteMeeting() {
      await pending.submit({ type: 'meeting.delete', ...newId() })
    },
    async setLobby(lobby) {
      await pending.submit({ type: 'meeting.lobby', ...newId(), lobby })
    },
    async writeFromLobby(text) {
      await pending.submit({ type: 'lobby.write', ...newId(), text })
    },
    async answerInLobby(participantId, text) {
      await pending.submit({ type: 'lobby.answer', ...newId(), participantId, text })
    },
    async admit(participantIds) {
      const whom = participantIds === 'everybody' ? participantIds : [...participantIds]
      await pending.submit({ type: 'lobby.admit', ...newId(), participantIds: whom })
    },
    async setPassword(password) {
      await pending.submit({ type: 'meeting.password', ...newId(), ...(password !== undefined && { password }) })
    },
    async makeModeratorKey() {
      const moderatorKey = newResumeToken()
      await pending.submit({ type: 'meeting.key', ...newId(), moderatorKey })
      return moderatorKey
    },
    async setToldOutside(toldOutside) {
      await pending.submit({ type: 'meeting.toldOutside', ...newId(), toldOutside })
    },
    async setBeforeModerator(beforeModerator) {
      await pending.submit({ type: 'meeting.beforeModerator', ...newId(), beforeModerator })
    },
    async expectPeople(people) {
      const participantIds: ParticipantId[] = []
      for (let start = 0; start < people.length; start += maxExpectedAtOnce) {
        const some = people.slice(start, start + maxExpectedAtOnce)
        const made = await pending.submit({ type: 'people.expect', ...newId(), people: some })
        participantIds.push(...made.participantIds)
      }
      return participantIds
    },
    async renewClaim(participantId) {
      const claimCode = newClaimCode()
      await pending.submit({ type: 'people.claim', ...newId(), participantId, claimCode })
      return claimCode
    },
    async forgetPerson(participantId) {
      await pending.submit({ type: 'people.forget', ...newId(), participantId })
    },
  }
}

function toGroup({ roomId, participantIds }: RoomGroup) {
  return { roomId, participantIds: [...participantIds] }
}
