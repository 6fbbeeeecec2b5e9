// SPDX-License-Identifier: Apache-2.0
// What is seen and heard of people: tiles and screens, what stands large, who speaks from elsewhere, and which pictures to ask the server for.
import type { MeetingSnapshot, MeetingView } from '@alcove/client'
import type { ParticipantId } from '@alcove/protocol'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLanguage } from '../../i18n/texts.ts'
import { layoutOf } from '../../state/layoutOf.ts'
import type { PageSnapshot, PageStore } from '../../state/PageStore.ts'
import { usePreferences } from '../../state/preferences.ts'
import { type PodiumModel, toPodium, toPodiumPictures } from '../podium/podiumModel.ts'
import { chooseFocus, choosePicture, type Focus, nextSpeaker } from './focus.ts'
import type { MeetingActions } from './meetingActions.ts'
import type { Quality } from './quality.ts'
import { type ShownPicture, toShownItems } from './shown.ts'
import { recordSpeakers, type ScreenModel, type TileModel, toScreens, toTiles } from './tiles.ts'
import { useHeld } from './useHeld.ts'
import { type PictureInPicture, usePictureInPicture } from './usePictureInPicture.ts'

export interface StageInput {
  readonly view: MeetingView
  readonly snapshot: MeetingSnapshot
  readonly page: PageStore
  readonly shownHere: PageSnapshot
  readonly weak: Quality['weak']
  readonly actions: MeetingActions
}

export interface Stage {
  /** Everybody in the room. */
  readonly tiles: readonly TileModel[]
  /** Those to be seen: without oneself where one does not want to be. */
  readonly shownTiles: readonly TileModel[]
  readonly screens: readonly ScreenModel[]
  readonly focus: Focus | undefined
  /** Who speaks, or did last. */
  readonly speaker: ParticipantId | undefined
  readonly spokeLately: readonly ParticipantId[]
  readonly podium: PodiumModel
  readonly onPodium: ReadonlySet<ParticipantId>
  readonly isPodiumSpeaking: boolean
  readonly pictureInPicture: PictureInPicture | undefined
  readonly pin: (focus: Focus | undefined) => void
  /** Told what really is on screen. */
  readonly show: (pictures: readonly ShownPicture[]) => void
}

/** Voices of the room stay low over pauses of the podium this long. */
const podiumPauseMs = 1_500

export function useStage({ view, snapshot, page, shownHere, weak, actions }: StageInput): Stage {
  const { pinned, maxHeight, audioOnly, config } = shownHere
  const { remoteTracks, localTracks } = snapshot
  const { speakers } = view.room
  const language = useLanguage()
  const preferences = usePreferences()
  const layout = layoutOf(config, preferences)
  const spokeLately = useSpokeLately(speakers)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const tiles = useMemo(
    () => toTiles({ view, remoteTracks, localTracks, weak, audioOnly }),
    [view, remoteTracks, localTracks, weak, audioOnly, language],
  )
  const screens = useMemo(() => toScreens({ view, remoteTracks, localTracks }), [view, remoteTracks, localTracks])
  const speaker = useSpeaker(speakers, tiles)
  const focus = useMemo(
    () => chooseFocus({ tiles, screens, pinned, layout, speaker }),
    [tiles, screens, pinned, layout, speaker],
  )
  const stageId = focus?.participantId ?? (layout === 'speaker' ? speaker : undefined)
  useEffect(() => page.setOnStage(stageId), [page, stageId])
  const showsSelf = preferences.selfView && config.disableSelfView !== true
  const shownTiles = useMemo(
    () => (showsSelf ? tiles : tiles.filter((tile) => !tile.isSelf || tiles.length === 1)),
    [tiles, showsSelf],
  )
  const pictureInPicture = usePictureInPicture(choosePicture({ focus, tiles, screens, speaker }))
  const isSmallWindowOpen = pictureInPicture?.isOn ?? false
  useEffect(() => page.setSmallWindow(isSmallWindowOpen), [page, isSmallWindowOpen])
  const podium = useMemo(() => toPodium(view, remoteTracks), [view, remoteTracks])
  const onPodium = useMemo(() => new Set(podium.speakers.map(({ participantId }) => participantId)), [podium])
  const isPodiumSpeaking = useHeld(podium.isSpeaking, podiumPauseMs)
  const show = useCallback(
    (pictures: readonly ShownPicture[]) =>
      actions.show(toShownItems([...toPodiumPictures(podium), ...pictures], devicePixelRatio, maxHeight)),
    [actions, podium, maxHeight],
  )
  const pin = useCallback((next: Focus | undefined) => page.pin(next), [page])
  const faces = { tiles, shownTiles, screens, focus, speaker, spokeLately, pictureInPicture, pin, show }
  return { ...faces, podium, onPodium, isPodiumSpeaking }
}

function useSpokeLately(speakers: readonly ParticipantId[]): readonly ParticipantId[] {
  const [spoke, setSpoke] = useState<readonly ParticipantId[]>([])
  const next = recordSpeakers(spoke, speakers)
  if (next !== spoke) setSpoke(next)
  return next
}

function useSpeaker(speakers: readonly ParticipantId[], tiles: readonly TileModel[]): ParticipantId | undefined {
  const [shown, setShown] = useState<ParticipantId>()
  const next = nextSpeaker(shown, speakers, tiles)
  if (next !== shown) setShown(next)
  return next
}
