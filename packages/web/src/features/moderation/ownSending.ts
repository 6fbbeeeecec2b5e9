// SPDX-License-Identifier: Apache-2.0
// View model of what one may send oneself: what has to be switched off now and why, who asks one to start, and whether one has to ask. Pure.
import type { MeetingView } from '@alcove/client'
import { type Actor, type Invitable, type Kind, operator, type Stoppable } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'

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
/** What runs here and nobody may receive. */
export function toSwitchOff(view: MeetingView, running: Running): readonly ToSwitchOff[] {
  const { stopped, mustAsk } = view.self.media
  return (['microphone', 'camera', 'screen'] as const).flatMap((source) => {
    if (!running[source]) return []
    const by = stopped[source]
    if (by !== undefined) return [{ source, text: t(`moderation.stopped.${source}`, { name: actorNameOf(view, by) }) }]
    return mustAsk[kindOfStoppable[source]] ? [{ source, text: t(`moderation.heldBack.${source}`) }] : []
  })
}

/** The question to put now; one after the other. */
export function toInvitation(view: MeetingView, running: Running): Invitation | undefined {
  const { microphone, camera } = view.self.media.invited
  if (microphone !== undefined && !running.microphone) return toQuestion('microphone', actorNameOf(view, microphone))
  if (camera !== undefined && !running.camera) return toQuestion('camera', actorNameOf(view, camera))
  return undefined
}

function toQuestion(source: Invitable, name: string): Invitation {
  return { source, title: t(`moderation.invited.${source}`, { name }), accept: t(`moderation.accept.${source}`) }
}

export function toGate(view: MeetingView, kind: Kind): Gate {
  const { mustAsk, asking } = view.self.media
  if (!mustAsk[kind]) return 'free'
  return asking[kind] ? 'asking' : 'ask'
}

/** Whoever did it, in words: by name where they are here, else as a moderator. */
export function actorNameOf(view: MeetingView, by: Actor): string {
  return (by === operator ? undefined : view.meeting.people[by]?.displayName) ?? t('moderation.aModerator')
}
