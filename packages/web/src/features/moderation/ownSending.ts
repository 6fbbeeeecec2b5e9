// SPDX-License-Identifier: Apache-2.0
// View model of what one may send oneself: what has to be switched off now and why, who asks one to start, and whether one has to ask. Pure.
import type { MeetingView } from '@alcove/client'
import { type Actor, type Invitable, type Kind, operator, type Stoppable } from '@alcove/protocol'

export interface Running {
  readonly microphone: boolean
  readonly camera: boolean
  readonly screen: boolean
}

export interface ToSwitchOff {
  readonly source: Stoppable
  readonly text: string
}

export interface Invitation {
  readonly source: Invitable
  readonly title: string
  readonly accept: string
}

/** `asking`: one has asked and waits. */
export type Gate = 'free' | 'ask' | 'asking'

const kindOfStoppable: Readonly<Record<Stoppable, Kind>> = { microphone: 'audio', camera: 'video', screen: 'video' }
const stoppedWords: Readonly<Record<Stoppable, string>> = {
  microphone: 'muted you',
  camera: 'stopped your camera',
  screen: 'stopped sharing your screen',
}
const askWords: Readonly<Record<Stoppable, string>> = {
  microphone: 'You are muted: people ask before they speak here.',
  camera: 'Your camera is off: people ask before they show themselves here.',
  screen: 'Your screen is not shared any more: people ask before they show something here.',
}

/** What runs here and nobody may receive. */
export function toSwitchOff(view: MeetingView, running: Running): readonly ToSwitchOff[] {
  const { stopped, mustAsk } = view.self.media
  return (['microphone', 'camera', 'screen'] as const).flatMap((source) => {
    if (!running[source]) return []
    const by = stopped[source]
    if (by !== undefined) return [{ source, text: `${nameOf(view, by)} ${stoppedWords[source]}` }]
    return mustAsk[kindOfStoppable[source]] ? [{ source, text: askWords[source] }] : []
  })
}

/** The question to put now; one after the other. */
export function toInvitation(view: MeetingView, running: Running): Invitation | undefined {
  const { microphone, camera } = view.self.media.invited
  if (microphone !== undefined && !running.microphone)
    return { source: 'microphone', title: `${nameOf(view, microphone)} asks you to unmute`, accept: 'Unmute' }
  if (camera !== undefined && !running.camera)
    return { source: 'camera', title: `${nameOf(view, camera)} asks you to start your camera`, accept: 'Start camera' }
  return undefined
}

export function toGate(view: MeetingView, kind: Kind): Gate {
  const { mustAsk, asking } = view.self.media
  if (!mustAsk[kind]) return 'free'
  return asking[kind] ? 'asking' : 'ask'
}

function nameOf(view: MeetingView, by: Actor): string {
  return (by === operator ? undefined : view.meeting.people[by]?.displayName) ?? 'A moderator'
}
