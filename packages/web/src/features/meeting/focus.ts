// SPDX-License-Identifier: Apache-2.0
// What stands large: what somebody pinned, else a shared screen, else in the speaker layout who speaks. Pure.
import type { ParticipantId } from '@alcove/protocol'
import type { Focus } from '../../state/PageStore.ts'
import type { MeetingLayout } from '../../state/preferences.ts'
import type { ScreenModel, TileModel } from './tiles.ts'

export type { Focus }

export interface FocusInput {
  readonly tiles: readonly TileModel[]
  readonly screens: readonly ScreenModel[]
  readonly pinned: Focus | undefined
  readonly layout: MeetingLayout
  readonly speaker: ParticipantId | undefined
}

export function chooseFocus({ tiles, screens, pinned, layout, speaker }: FocusInput): Focus | undefined {
  if (pinned && isThere(pinned, tiles, screens)) return pinned
  const [screen] = screens
  if (screen) return { type: 'screen', participantId: screen.participantId }
  return layout === 'speaker' && speaker !== undefined ? { type: 'person', participantId: speaker } : undefined
}

/**
 * Who is shown as speaking: they stay while they speak and until another one does, so that two who speak at once do not take turns on the
 * screen. Before anybody spoke it is the first of the others; oneself never.
 */
export function nextSpeaker(
  before: ParticipantId | undefined,
  speakers: readonly ParticipantId[],
  tiles: readonly TileModel[],
): ParticipantId | undefined {
  const others = tiles.filter((tile) => !tile.isSelf)
  const isHere = (id: ParticipantId | undefined) => others.some((tile) => tile.participantId === id)
  if (before !== undefined && speakers.includes(before) && isHere(before)) return before
  const speaking = speakers.find(isHere)
  if (speaking !== undefined) return speaking
  return isHere(before) ? before : (others.find((tile) => !tile.absent) ?? others[0])?.participantId
}

/**
 * Who stands for the meeting where there is room for one person: who speaks or spoke last. Of somebody who is silent without a picture there is nothing to
 * see, so anybody with one stands there instead.
 */
export function chooseStripPerson(
  tiles: readonly TileModel[],
  speaker: ParticipantId | undefined,
): TileModel | undefined {
  const others = tiles.filter((tile) => !tile.isSelf)
  const latest = others.find((tile) => tile.participantId === speaker)
  if (latest?.speaking || latest?.cameraOn) return latest
  // Not by the track: pictures of those who are not shown do not come.
  return others.find((tile) => tile.cameraOn) ?? latest ?? others[0]
}

/** For the small window: what stands large, else who speaks, else anybody. */
export function choosePicture({
  focus,
  tiles,
  screens,
  speaker,
}: Omit<FocusInput, 'pinned' | 'layout'> & {
  readonly focus: Focus | undefined
}): MediaStreamTrack | undefined {
  if (focus?.type === 'screen') return screens.find((one) => one.participantId === focus.participantId)?.track
  const wanted = focus?.participantId ?? speaker
  const others = tiles.filter((tile) => !tile.isSelf && tile.camera)
  return (others.find((tile) => tile.participantId === wanted) ?? others[0])?.camera
}

export function isSameFocus(first: Focus | undefined, second: Focus | undefined): boolean {
  return first?.type === second?.type && first?.participantId === second?.participantId
}

function isThere(focus: Focus, tiles: readonly TileModel[], screens: readonly ScreenModel[]): boolean {
  const list: readonly { readonly participantId: ParticipantId }[] = focus.type === 'screen' ? screens : tiles
  return list.some(({ participantId }) => participantId === focus.participantId)
}
