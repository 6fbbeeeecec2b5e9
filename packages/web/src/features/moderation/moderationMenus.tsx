// SPDX-License-Identifier: Apache-2.0
// Groups of moderation for the menus of the pane: of a person, of a room, and of the whole meeting. What is known to be so already is not offered.
import type { AskingView, Kind, MediaView, ParticipantId, RoomId } from '@alcove/protocol'
import { CircleStop, Hand, Mic, MicOff, MonitorX, UserX, Video, VideoOff, Volume2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { t } from '../../i18n/texts.ts'
import type { Hidden } from '../../state/hiddenControls.ts'
import type { MenuEntry, MenuGroup } from '../../ui/Menu.tsx'
import type { ModerationDialog } from './dialogs.tsx'
import type { ModerationActions } from './moderationActions.ts'

export interface PersonModerationModel {
  readonly participantId: ParticipantId
  readonly name: string
  /** Undefined where one may not know it: in other rooms. */
  readonly media: MediaView | undefined
  readonly asking: AskingView | undefined
  /** They speak to rooms from elsewhere. */
  readonly onPodium: boolean
}

export interface MustAskModel {
  readonly audio: boolean
  readonly video: boolean
}

export function toPersonGroups(
  { participantId, name, media, asking, onPodium }: PersonModerationModel,
  mustAsk: MustAskModel,
  actions: ModerationActions,
  onDialog: (dialog: ModerationDialog) => void,
  hidden: Hidden,
): readonly MenuGroup[] {
  const whom = { participantId }
  const may = (source: keyof MediaView) => media === undefined || media[source] === 'on'
  const mayNot = (source: keyof MediaView) => media === undefined || media[source] !== 'on'
  const entries: readonly (MenuEntry | false)[] = [
    may('microphone') && entry('mute', t('moderation.mute'), <MicOff />, () => actions.stop('microphone', whom)),
    may('camera') && entry('stop-camera', t('moderation.stopCamera'), <VideoOff />, () => actions.stop('camera', whom)),
    may('screen') &&
      entry('stop-sharing', t('moderation.stopSharing'), <MonitorX />, () => actions.stop('screen', whom)),
    mayNot('microphone') &&
      entry('ask-unmute', t('moderation.askUnmute'), <Mic />, () => actions.invite(participantId, 'microphone')),
    mayNot('camera') &&
      entry('ask-camera', t('moderation.askCamera'), <Video />, () => actions.invite(participantId, 'camera')),
    onPodium && entry('end-podium', t('podium.endMenu'), <Volume2 />, () => actions.endPodium(participantId)),
  ]
  const permissions = (['audio', 'video'] as const).flatMap((kind): MenuEntry[] => {
    if (!mustAsk[kind]) return []
    const isAllowed = asking?.allowed.includes(kind) === true
    const label = toAllowLabel(kind, isAllowed)
    return [entry(`allow-${kind}`, label, <Hand />, () => actions.allow(kind, whom, !isAllowed))]
  })
  return [
    { id: 'media', entries: hidden.has('mute-person') ? [] : entries.filter((one) => one !== false) },
    { id: 'permissions', entries: permissions },
    {
      id: 'remove-person',
      entries: hidden.has('remove-person')
        ? []
        : [
            {
              ...entry('remove-person', t('moderation.removePerson'), <UserX />, () =>
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
    entries: [entry('mute-room', t('moderation.muteRoom'), <MicOff />, () => actions.stop('microphone', { roomId }))],
  }
}

export function toMeetingGroups(
  mustAsk: MustAskModel,
  actions: ModerationActions,
  onDialog: (dialog: ModerationDialog) => void,
  hidden: Hidden,
  door: MenuGroup,
): readonly MenuGroup[] {
  const everybody = 'everybody' as const
  const letAll: readonly (MenuEntry | false)[] = [
    mustAsk.audio &&
      entry('let-all-speak', t('moderation.letAllSpeak'), <Mic />, () => actions.allow('audio', everybody, true)),
    mustAsk.video &&
      entry('let-all-show', t('moderation.letAllShow'), <Video />, () => actions.allow('video', everybody, true)),
  ]
  return [
    {
      id: 'all',
      entries: hidden.has('mute-all')
        ? []
        : [
            entry('mute-all', t('moderation.muteAll'), <MicOff />, () => actions.stop('microphone', everybody)),
            entry('stop-cameras', t('moderation.stopCameras'), <VideoOff />, () => actions.stop('camera', everybody)),
          ],
    },
    {
      id: 'must-ask',
      title: t('moderation.mustAsk'),
      entries: [
        {
          ...entry('ask-audio', t('moderation.mustAskAudio'), <Mic />, () =>
            actions.setMustAsk('audio', !mustAsk.audio),
          ),
          isChecked: mustAsk.audio,
        },
        {
          ...entry('ask-video', t('moderation.mustAskVideo'), <Video />, () =>
            actions.setMustAsk('video', !mustAsk.video),
          ),
          isChecked: mustAsk.video,
        },
        ...letAll.filter((one) => one !== false),
      ],
    },
    door,
    {
      id: 'end',
      entries: [
        {
          ...entry('end', t('moderation.end'), <CircleStop />, () => onDialog({ type: 'end-meeting' })),
          isDestructive: true,
        },
      ],
    },
  ]
}

function toAllowLabel(kind: Kind, isAllowed: boolean): string {
  if (kind === 'audio') return isAllowed ? t('moderation.disallowAudio') : t('moderation.allowAudio')
  return isAllowed ? t('moderation.disallowVideo') : t('moderation.allowVideo')
}

function entry(id: string, label: string, icon: ReactElement, onAction: () => void): MenuEntry {
  return { id, label, icon, onAction }
}
