// SPDX-License-Identifier: Apache-2.0
// What each command of a host page does here. The table has exactly the supported ones: its type comes from the table of support. Arguments are
// whatever the other side sent and are looked at before they are used.
import type { MeetingView } from '@alcove/client'
import type { Stoppable } from '@alcove/protocol'
import { commandNames, type SupportedCommand, toEmbedConfig } from '@alcove/protocol/embed'
import type { DeviceKind } from '../devices/openDevice.ts'
import { rememberName } from '../devices/remembered.ts'
import { switchDevice, takeUp } from '../features/moderation/moderationActions.ts'
import { roomCommands } from './breakoutCommands.ts'
import { doorCommands } from './doorCommands.ts'
import { type CommandHandler, type HostedPage, HostRefused, personIn, viewOf } from './HostedPage.ts'
import { emailOf, isPictureAddress, nameOf, optionsOf, textOf, toKind } from './hostArguments.ts'
import { hideNotification, showNotification } from './notifications.ts'
import { pictureCommands } from './pictureCommands.ts'

const stoppables: Readonly<Record<string, Stoppable>> = {
  audio: 'microphone',
  video: 'camera',
  desktop: 'screen',
  screenshare: 'screen',
}

const handlers: Readonly<Record<SupportedCommand, CommandHandler>> = {
  ...roomCommands,
  ...doorCommands,
  ...pictureCommands,
  approveVideo: (hosted, [person]) =>
    hosted.client.allowMedia('video', { participantId: personIn(hosted, person) }, true),
  askToUnmute: (hosted, [person]) => hosted.client.inviteToStart(personIn(hosted, person), 'microphone'),
  avatarUrl: ({ client, page }, [url]) => {
    const text = textOf(url)
    if (text !== undefined && !isPictureAddress(text))
      throw new HostRefused('REQUEST_INVALID', 'the picture has no https address')
    const isIn = client.getSnapshot().view !== undefined
    page.want({ avatar: isIn ? undefined : (text ?? '') })
    return isIn ? client.setAvatar(text) : undefined
  },
  cancelPrivateChat: ({ page }) => page.showThread('room'),
  displayName: ({ client, page, offerName }, [name]) => {
    const displayName = nameOf(name)
    if (displayName === undefined) throw new HostRefused('NAME_INVALID', 'the name is empty')
    const { view } = client.getSnapshot()
    // On the way in already, or still to be chosen on the page before: there it is offered.
    page.want({ displayName: view ? undefined : displayName })
    if (!view) return offerName(displayName)
    // Kept for the next visit, as in Jitsi.
    return client.rename(view.self.participantId, displayName).then(() => rememberName(displayName))
  },
  email: ({ page }, [email]) => {
    const address = emailOf(email)
    if (address === undefined) throw new HostRefused('REQUEST_INVALID', 'the e-mail is no address')
    page.setEmail(address)
  },
  endConference: ({ client }) => client.endMeeting(),
  grantModerator: (hosted, [person]) => hosted.client.setRole(personIn(hosted, person), 'moderator'),
  hangup: ({ leave }) => leave(),
  hideNotification,
  initiatePrivateChat: talkTo,
  intiatePrivateChat: talkTo,
  kickParticipant: (hosted, [person]) => hosted.client.removeParticipant(personIn(hosted, person), false),
  localSubject: ({ page }, [text]) => page.setTitle(textOf(text)),
  muteEveryone: (hosted, [mediaType = 'audio']) =>
    hosted.client.stopMedia(stoppableOf(mediaType), { roomId: viewOf(hosted).room.roomId }),
  muteRemoteParticipant,
  overwriteConfig: ({ page }, [config]) => page.setConfig(toEmbedConfig(config, undefined, page.getSnapshot().config)),
  overwriteNames: (hosted, [names]) => {
    const given = (Array.isArray(names) ? names : []).map(optionsOf)
    const pairs = given.map(({ id, name }) => [hosted.places.findPerson(viewOf(hosted), id), textOf(name)] as const)
    hosted.page.setNames(Object.fromEntries(pairs.filter(([id, name]) => id !== undefined && name !== undefined)))
  },
  rejectParticipant: (hosted, [person, mediaType]) =>
    hosted.client.allowMedia(toKind(mediaType), { participantId: personIn(hosted, person) }, false),
  sendChatMessage: (hosted, [message, to]) => {
    const target = to
      ? ({ kind: 'person', participantId: personIn(hosted, to) } as const)
      : ({ kind: 'room', roomId: viewOf(hosted).room.roomId } as const)
    return hosted.client.sendMessage(target, String(message))
  },
  sendEndpointTextMessage: (hosted, [to, text]) => {
    if (typeof text !== 'string') throw new HostRefused('REQUEST_INVALID', 'the text is none')
    return hosted.client.sendPageText(to ? personIn(hosted, to) : undefined, text)
  },
  showNotification,
  subject: ({ client, page }, [text]) => {
    const subject = textOf(text)
    const mayName = client.getSnapshot().view?.self.can.moderate ?? false
    // Who may not say so yet is heard once they may.
    return mayName ? client.setSubject(subject) : page.want({ subject })
  },
  toggleAudio: (hosted) => toggleDevice(hosted, 'microphone'),
  toggleChat: ({ page }) => page.openChat(!page.getSnapshot().chatOpen),
  toggleModeration: ({ client }, [enable, mediaType]) => client.setMustAsk(toKind(mediaType), enable === true),
  toggleParticipantsPane: ({ page }, [enabled]) => page.openPane(enabled === true),
  toggleRaiseHand: (hosted) => hosted.client.raiseHand(!isHandUp(viewOf(hosted))),
  toggleShareScreen: async ({ client, media }, [options]) => {
    const isSharing = media.getSnapshot().screen !== undefined
    const { enable = !isSharing } = optionsOf(options)
    if (enable === isSharing) return
    if (isSharing) return media.stopSharing()
    await takeUp(client, 'screen')
    await media.shareScreen()
  },
  toggleVideo: (hosted) => toggleDevice(hosted, 'camera'),
}

/** By the name on the wire. */
export const commandHandlers: ReadonlyMap<string, CommandHandler> = new Map(
  Object.entries(handlers).map(([name, handler]) => [wireOf(name), handler]),
)

function wireOf(name: string): string {
  return new Map<string, string>(Object.entries(commandNames)).get(name) ?? name
}

function isHandUp({ self, room }: MeetingView): boolean {
  return room.hands.some(({ participantId }) => participantId === self.participantId)
}

function talkTo(hosted: HostedPage, [person]: readonly unknown[]): void {
  hosted.page.showThread(personIn(hosted, person))
  hosted.page.openChat(true)
}

function muteRemoteParticipant(hosted: HostedPage, [person, mediaType = 'audio']: readonly unknown[]): unknown {
  const participantId = personIn(hosted, person)
  const source = stoppableOf(mediaType)
  const isSelf = participantId === viewOf(hosted).self.participantId
  if (isSelf && source !== 'screen') return toggleDevice(hosted, source)
  return hosted.client.stopMedia(source, { participantId })
}

function toggleDevice({ client, media }: HostedPage, kind: DeviceKind): Promise<void> {
  return switchDevice(client, media, kind, !media.isAsked(kind))
}

function stoppableOf(mediaType: unknown): Stoppable {
  const stoppable = typeof mediaType === 'string' && Object.hasOwn(stoppables, mediaType) && stoppables[mediaType]
  if (!stoppable) throw new HostRefused('REQUEST_INVALID', `there is no medium ${String(mediaType)}`)
  return stoppable
}
