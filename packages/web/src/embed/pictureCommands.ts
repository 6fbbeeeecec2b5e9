// SPDX-License-Identifier: Apache-2.0
// Commands of host pages for what is seen and heard on this page: layout, pins, volume, quality, and what becomes of one's own picture and sound.
import type { SupportedCommand } from '@alcove/protocol/embed'
import { layoutOf } from '../state/layoutOf.ts'
import type { Focus } from '../state/PageStore.ts'
import { type Background, changePreferences, preferences } from '../state/preferences.ts'
import { type CommandHandler, type HostedPage, HostRefused, personIn, viewOf } from './HostedPage.ts'
import { optionsOf } from './hostArguments.ts'

const pictureStart = /^data:image\/(png|jpeg|webp|gif);base64,/
const blurs: Readonly<Record<string, Background>> = { 'slight-blur': 'blur', blur: 'blur', none: 'none' }

const commands = {
  hidePiP: () => (document.pictureInPictureElement ? document.exitPictureInPicture() : undefined),
  pinParticipant: (hosted, [person, videoType]) => pin(hosted, person, videoType),
  setAudioOnly,
  setBlurredBackground: ({ page }, [blur]) => {
    const background = typeof blur === 'string' && Object.hasOwn(blurs, blur) ? blurs[blur] : undefined
    if (background === undefined) throw new HostRefused('REQUEST_INVALID', `there is no blur ${String(blur)}`)
    page.setBackdrop(undefined)
    changePreferences({ background })
  },
  setLargeVideoParticipant: (hosted, [person, videoType]) => {
    if (!person) changePreferences({ layout: 'speaker' })
    pin(hosted, person, videoType)
  },
  setLowBandwidthMode: setAudioOnly,
  setNoiseSuppressionEnabled: (_hosted, [options]) =>
    changePreferences({ noiseSuppression: optionsOf(options).enabled === true }),
  setParticipantVolume: (hosted, [person, volume]) => {
    if (typeof volume !== 'number' || !(volume >= 0 && volume <= 1))
      throw new HostRefused('REQUEST_INVALID', `${String(volume)} is no volume from 0 to 1`)
    hosted.page.setVolume(personIn(hosted, person), volume)
  },
  setTileView: ({ page }, [enabled]) => {
    page.pin(undefined)
    changePreferences({ layout: enabled === true ? 'tiles' : 'speaker' })
  },
  setVideoQuality: ({ page }, [height]) => {
    if (typeof height !== 'number' || !(height >= 1))
      throw new HostRefused('REQUEST_INVALID', `${String(height)} is no height of a picture`)
    page.limitHeight(Math.round(height))
  },
  setVirtualBackground: ({ page }, [enabled, picture]) => {
    if (enabled !== true) {
      page.setBackdrop(undefined)
      return changePreferences({ background: 'none' })
    }
    if (typeof picture !== 'string' || !pictureStart.test(picture))
      throw new HostRefused('REQUEST_INVALID', 'the background is no picture as a data address')
    return page.setBackdrop(picture)
  },
  toggleCamera: ({ media }, [facing]) =>
    media.flipCamera(facing === 'user' || facing === 'environment' ? facing : undefined),
  toggleCameraMirror: () => changePreferences({ mirror: !preferences().mirror }),
  toggleTileView: ({ page }) => {
    const { config, pinned } = page.getSnapshot()
    const isOn = layoutOf(config, preferences()) === 'tiles' && pinned === undefined
    page.pin(undefined)
    changePreferences({ layout: isOn ? 'speaker' : 'tiles' })
  },
  toggleVirtualBackgroundDialog: ({ page }) =>
    page.showDialog(page.getSnapshot().dialog === 'settings' ? undefined : 'settings'),
} satisfies Partial<Record<SupportedCommand, CommandHandler>>

export const pictureCommands: Readonly<Record<keyof typeof commands, CommandHandler>> = commands

/** Without a person nothing is pinned any more. */
function pin(hosted: HostedPage, person: unknown, videoType: unknown): void {
  hosted.page.pin(person ? toFocus(hosted, person, videoType) : undefined)
}

function toFocus(hosted: HostedPage, person: unknown, videoType: unknown): Focus {
  const participantId = personIn(hosted, person)
  const { meeting, room } = viewOf(hosted)
  if (meeting.people[participantId]?.roomId !== room.roomId)
    throw new HostRefused('PARTICIPANT_UNKNOWN', `${String(person)} is in another room`)
  return { type: videoType === 'desktop' ? 'screen' : 'person', participantId }
}

/** Saves the line both ways: no picture of others comes, and none of oneself goes. */
function setAudioOnly({ media, page }: HostedPage, [enabled]: readonly unknown[]): unknown {
  page.setAudioOnly(enabled === true)
  return enabled === true ? media.setOn('camera', false) : undefined
}
