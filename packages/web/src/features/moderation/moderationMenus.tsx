// SPDX-License-Identifier: Apache-2.0
// Groups of moderation for the menus of the pane: of a person, of a room, and of the whole meeting. What is known to be so already is not offered.
import type { AskingView, MediaView, ParticipantId, RoomId } from '@alcove/protocol'
import { CircleStop, DoorOpen, Hand, Mic, MicOff, MonitorX, UserX, Video, VideoOff } from 'lucide-react'
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx'
import type { ModerationDialog } from './dialogs.tsx'
import type { ModerationActions } from './moderationActions.ts'

export interface PersonModerationModel {
  readonly participantId: ParticipantId
  readonly name: string
  /** Undefined where one may not know it: in other rooms. */
  readonly media: MediaView | undefined
  readonly asking: AskingView | undefined
}

export interface MustAskModel {
  readonly audio: boolean
  readonly video: boolean
}

export function toPersonGroups(
  { participantId, name, media, asking }: PersonModerationModel,
  mustAsk: MustAskModel,
  actions: ModerationActions,
  onDialog: (dialog: ModerationDialog) => void,
): readonly MenuGroup[] {
  const whom = { participantId }
  const may = (source: keyof MediaView) => media === undefined || media[source] === 'on'
  const mayNot = (source: keyof MediaView) => media === undefined || media[source] !== 'on'
  const entries: readonly (MenuEntry | false)[] = [
    may('microphone') && entry('mute', 'Mute', <MicOff />, () => actions.stop('microphone', whom)),
    may('camera') && entry('stop-camera', 'Stop camera', <VideoOff />, () => actions.stop('camera', whom)),
    may('screen') && entry('stop-sharing', 'Stop sharing', <MonitorX />, () => actions.stop('screen', whom)),
    mayNot('microphone') &&
      entry('ask-unmute', 'Ask to unmute', <Mic />, () => actions.invite(participantId, 'microphone')),
    mayNot('camera') &&
      entry('ask-camera', 'Ask to start the camera', <Video />, () => actions.invite(participantId, 'camera')),
  ]
  const permissions = (['audio', 'video'] as const).flatMap((kind): MenuEntry[] => {
    if (!mustAsk[kind]) return []
    const isAllowed = asking?.allowed.includes(kind) === true
    const what = kind === 'audio' ? 'speak' : 'show camera and screen'
    const label = isAllowed ? `No longer allow to ${what}` : `Allow to ${what}`
    return [entry(`allow-${kind}`, label, <Hand />, () => actions.allow(kind, whom, !isAllowed))]
  })
  return [
    { id: 'media', entries: entries.filter((one) => one !== false) },
    { id: 'permissions', entries: permissions },
    {
      id: 'remove-person',
      entries: [
        {
          ...entry('remove-person', 'Remove from the meeting…', <UserX />, () =>
            onDialog({ type: 'remove-person', participantId, name }),
          ),
          isDestructive: true,
        },
      ],
    },
  ]
}

export function toRoomGroup(roomId: RoomId, actions: ModerationActions): MenuGroup {
  return {
    id: 'media',
    entries: [entry('mute-room', 'Mute all in this room', <MicOff />, () => actions.stop('microphone', { roomId }))],
  }
}

export function toMeetingGroups(
  mustAsk: MustAskModel,
  actions: ModerationActions,
  onDialog: (dialog: ModerationDialog) => void,
): readonly MenuGroup[] {
  const everybody = 'everybody' as const
  const letAll: readonly (MenuEntry | false)[] = [
    mustAsk.audio &&
      entry('let-all-speak', 'Allow everybody here to speak', <Mic />, () => actions.allow('audio', everybody, true)),
    mustAsk.video &&
      entry('let-all-show', 'Allow everybody here to show', <Video />, () => actions.allow('video', everybody, true)),
  ]
  return [
    {
      id: 'all',
      entries: [
        entry('mute-all', 'Mute everyone', <MicOff />, () => actions.stop('microphone', everybody)),
        entry('stop-cameras', 'Stop all cameras', <VideoOff />, () => actions.stop('camera', everybody)),
      ],
    },
    {
      id: 'must-ask',
      title: 'People must ask before they',
      entries: [
        {
          ...entry('ask-audio', 'speak', undefined, () => actions.setMustAsk('audio', !mustAsk.audio)),
          isChecked: mustAsk.audio,
        },
        {
          ...entry('ask-video', 'show camera or screen', undefined, () => actions.setMustAsk('video', !mustAsk.video)),
          isChecked: mustAsk.video,
        },
        ...letAll.filter((one) => one !== false),
      ],
    },
    {
      id: 'door',
      entries: [entry('limit', 'How many may be here…', <DoorOpen />, () => onDialog({ type: 'limit-people' }))],
    },
    {
      id: 'end',
      entries: [
        {
          ...entry('end', 'End the meeting for all…', <CircleStop />, () => onDialog({ type: 'end-meeting' })),
          isDestructive: true,
        },
      ],
    },
  ]
}

function entry(id: string, label: string, icon: MenuEntry['icon'], onAction: () => void): MenuEntry {
  return { id, label, ...(icon === undefined ? {} : { icon }), onAction }
}
