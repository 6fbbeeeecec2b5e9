// SPDX-License-Identifier: Apache-2.0
// All that host pages may be told of, at one time; events are what differs between two of them. Pure.
import type { ChatLog, MeetingSnapshot, MeetingView } from '@alcove/client'
import type { Kind } from '@alcove/protocol'
import type { EmbedConfig, EventPayloads, SupportedEvent } from '@alcove/protocol/embed'
import type { LocalMediaSnapshot } from '../devices/LocalMedia.ts'
import type { PageSnapshot } from '../state/PageStore.ts'
import type { MeetingLayout } from '../state/preferences.ts'

export interface Picture {
  readonly state: MeetingSnapshot['state']
  /** Present while one is in the meeting, also while the connection is lost. */
  readonly view: MeetingView | undefined
  readonly chat: ChatLog
  readonly local: LocalMediaSnapshot
  readonly page: PageSnapshot
  readonly mediaState: MeetingSnapshot['mediaState']
  /** The media line stood since it began, or since it failed last. */
  readonly hadLine: boolean
  /**
   * One had to ask since moderation began, or came when it had begun: that it holds for the meeting and that it holds for oneself is told one after the
   * other, and the moment between is no approval.
   */
  readonly hadToAsk: Readonly<Record<Kind, boolean>>
  /** All pictures of people have one size. */
  readonly isTileView: boolean
  /** How the meeting is called on this page. */
  readonly title: string
}

/** An event as this page sends it: its name for host pages and what it carries. */
export type EmbedEvent = {
  [Name in SupportedEvent]: { readonly name: Name; readonly payload: EventPayloads[Name] }
}[SupportedEvent]

export function toPicture(
  { state, view, chat, mediaState }: MeetingSnapshot,
  local: LocalMediaSnapshot,
  page: PageSnapshot,
  layout: MeetingLayout,
  ownTitle: string,
  before?: Picture,
): Picture {
  const isIn = state.status === 'joined' || state.status === 'reconnecting'
  const isDown = mediaState === 'failed' || mediaState === 'closed'
  const isTileView = layout === 'tiles' && page.pinned === undefined
  return {
    state,
    view: isIn ? view : undefined,
    chat,
    local,
    page,
    mediaState,
    hadLine: !isDown && (mediaState === 'connected' || before?.hadLine === true),
    isTileView,
    hadToAsk: { audio: hadToAsk('audio', view, before), video: hadToAsk('video', view, before) },
    title: titleOf(page, view, ownTitle),
  }
}

function hadToAsk(kind: Kind, view: MeetingView | undefined, before: Picture | undefined): boolean {
  if (!view?.meeting.mustAsk[kind]) return false
  return view.self.media.mustAsk[kind] || !before?.view || before.hadToAsk[kind]
}

/** As this page was told to call the meeting, else as its moderators do, else by its name. */
export function titleOf(page: PageSnapshot, view: MeetingView | undefined, ownTitle: string): string {
  return page.title ?? view?.meeting.subject ?? ownTitle
}

/** The name with which Jitsi marks oneself. */
export function toFormattedName(displayName: string, isSelf: boolean, config: EmbedConfig): string {
  if (!isSelf) return displayName || (config.defaultRemoteDisplayName ?? 'Fellow Jitster')
  const suffix = config.defaultLocalDisplayName ?? 'me'
  return displayName === '' || displayName === suffix ? suffix : `${displayName} (${suffix})`
}
