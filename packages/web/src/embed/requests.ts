// SPDX-License-Identifier: Apache-2.0
// What this page answers to each question of a host page. The tables have exactly the supported ones: their types come from the tables of support.
import { type BreakoutState, type DeviceRequestName, requestNames, type SupportedRequest } from '@alcove/protocol/embed'
import type { LocalMedia } from '../devices/LocalMedia.ts'
import { changePreferences, preferences } from '../state/preferences.ts'
import { toConnectionStats } from './connectionStats.ts'
import { isAvailable, toDevices } from './deviceEvents.ts'
import { type HostedPage, personIn, viewOf } from './HostedPage.ts'
import { optionsOf, textOf, toKind } from './hostArguments.ts'
import { allowedIn, sharingIn } from './mediaEvents.ts'
import { titleOf } from './picture.ts'
import { toListedRooms, toRoomsInfo } from './roomLists.ts'
import { toAssignment } from './roundCommands.ts'
import { toAssignments, toAttendance, toPodiumSpeakers, toPreview, toRounds } from './roundLists.ts'

/** For how long rates are counted. */
const sampledMs = 1_000

type Data = Readonly<Record<string, unknown>>
type RequestHandler = (hosted: HostedPage, data: Data) => unknown

const handlers: Readonly<Record<SupportedRequest, RequestHandler>> = {
  getAttendance: async ({ client, places }) => toAttendance(await client.getAttendance(), places),
  getBreakoutRounds: (hosted) => toRounds(viewOf(hosted), hosted.places),
  previewBreakoutAssignment: async (hosted, { options }) => {
    const { who, seed, how } = toAssignment(hosted, optionsOf(options))
    return toPreview(await hosted.client.previewAssignment(who, seed, how), hosted.places)
  },
  getBreakoutState: (hosted): BreakoutState => {
    const view = viewOf(hosted)
    const { meeting, moderators } = view
    const { selfMove, lateJoin, roomsOff, countdown, timer } = meeting
    return {
      selfMove,
      lateJoin,
      ...(roomsOff && { roomsOff }),
      ...(countdown && { countdown: { action: countdown.action, dueAt: countdown.dueAt } }),
      ...(timer && { timer: { endsAt: timer.endsAt, atEnd: timer.atEnd } }),
      podium: toPodiumSpeakers(view, hosted.places),
      ...(moderators && { assignments: toAssignments(view, hosted.places) }),
    }
  },
  getConnectionStats: async (hosted) => {
    const { client } = hosted
    viewOf(hosted)
    const sample = async () => ({ reports: await client.getStats(), at: performance.now() })
    const before = await sample()
    await new Promise((resolve) => setTimeout(resolve, sampledMs))
    const after = await sample()
    const { remoteTracks } = client.getSnapshot()
    return toConnectionStats(before, after, (id) => remoteTracks.find(({ track }) => track.id === id)?.participantId)
  },
  getContentSharingParticipants: (hosted) => ({ sharingParticipantIds: sharingIn(viewOf(hosted)) }),
  getDeploymentInfo: () => ({}),
  getRoomsInfo: (hosted) => toRoomsInfo(viewOf(hosted), hosted.places, titleIn(hosted), namesOf(hosted)),
  getSessionId: ({ client }) => {
    const { view } = client.getSnapshot()
    return view ? `${view.meeting.meetingId}/${view.room.roomId}` : ''
  },
  isAudioAvailable: ({ media }) => isAvailable(media.getSnapshot().microphone),
  isAudioDisabled: ({ client }) => client.getSnapshot().view?.self.media.mustAsk.audio ?? false,
  isAudioMuted: ({ media }) => !media.getSnapshot().microphone.wanted,
  isModerationOn: (hosted, { mediaType }) => viewOf(hosted).meeting.mustAsk[toKind(mediaType)],
  isP2pActive: () => false,
  isParticipantForceMuted: (hosted, { participantId, mediaType }) => {
    const view = viewOf(hosted)
    const id = personIn(hosted, participantId)
    const kind = toKind(mediaType)
    const isModerator = view.meeting.people[id]?.role === 'moderator'
    return view.meeting.mustAsk[kind] && !isModerator && !allowedIn(view, kind).includes(id)
  },
  isParticipantsPaneOpen: ({ page }) => page.getSnapshot().paneOpen,
  isSharingScreen: ({ media }) => media.getSnapshot().screen !== undefined,
  isStartSilent: ({ page }) => page.getSnapshot().config.startSilent ?? false,
  isVideoAvailable: ({ media }) => isAvailable(media.getSnapshot().camera),
  isVideoMuted: ({ media }) => !media.getSnapshot().camera.wanted,
  listBreakoutRooms: (hosted) => toListedRooms(viewOf(hosted), hosted.places, titleIn(hosted), namesOf(hosted)),
}

/** By the name on the wire. */
export const requestHandlers: ReadonlyMap<string, RequestHandler> = new Map(
  Object.entries(handlers).map(([name, handler]) => [
    new Map<string, string>(Object.entries(requestNames)).get(name) ?? name,
    handler,
  ]),
)

const deviceHandlers: Readonly<Record<DeviceRequestName, RequestHandler>> = {
  getAvailableDevices: ({ media }) => toDevices(media.getSnapshot()),
  getCurrentDevices: ({ media }) => {
    const snapshot = media.getSnapshot()
    const { audioInput, audioOutput, videoInput } = toDevices(snapshot)
    const speakerId = preferences().speakerId ?? 'default'
    return {
      audioInput: audioInput.find(({ deviceId }) => deviceId === snapshot.microphone.chosenId),
      audioOutput: audioOutput.find(({ deviceId }) => deviceId === speakerId),
      videoInput: videoInput.find(({ deviceId }) => deviceId === snapshot.camera.chosenId),
    }
  },
  isDeviceChangeAvailable: (_hosted, { deviceType }) => deviceType !== 'output' || canChooseSpeaker(),
  isDeviceListAvailable: () => true,
  isMultipleAudioInputSupported: () => true,
  setDevice: ({ media }, { device }) => chooseDevice(media, optionsOf(device)),
}

export const deviceRequestHandlers: ReadonlyMap<string, RequestHandler> = new Map(Object.entries(deviceHandlers))

/** Devices are meant by id or, where only that is known, by label. */
async function chooseDevice(media: LocalMedia, { kind, id, label }: Data): Promise<boolean> {
  if (kind === 'audiooutput') return chooseSpeaker(media, id, label)
  const source = kind === 'audioinput' ? 'microphone' : kind === 'videoinput' ? 'camera' : undefined
  if (source === undefined) return false
  const { choices } = media.getSnapshot()[source]
  const wanted = choices.find(({ deviceId }) => deviceId === textOf(id)) ?? choices.find((one) => one.label === label)
  if (!wanted) return false
  await media.choose(source, wanted.deviceId)
  return true
}

function chooseSpeaker(media: LocalMedia, id: unknown, label: unknown): boolean {
  const { speakers = [] } = media.getSnapshot()
  const wanted = speakers.find(({ deviceId }) => deviceId === textOf(id)) ?? speakers.find((one) => one.label === label)
  if (!wanted || !canChooseSpeaker()) return false
  changePreferences({ speakerId: wanted.deviceId })
  return true
}

/** Some browsers play voices where the system says, and nowhere else. */
function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype
}

function titleIn({ page, client, title }: HostedPage): string {
  return titleOf(page.getSnapshot(), client.getSnapshot().view, title)
}

function namesOf({ page }: HostedPage): Readonly<Record<string, string>> {
  return page.getSnapshot().names
}
