// SPDX-License-Identifier: Apache-2.0
// From a commit to webhooks, with the envelope of JaaS. Pure: the same commit gives the same webhooks with the same keys.
import type { Commit } from '../meetings/ports.ts'
import { guidOf, type Naming, namesOf } from './addresses.ts'
import { breakoutEvents } from './breakoutEvents.ts'
import type { ChatLinks } from './chatLinks.ts'
import { type Followed, follow, type Step } from './follow.ts'
import type { Context, Told } from './payloads.ts'
import { peopleEvents } from './peopleEvents.ts'

export interface Webhook {
  readonly idempotencyKey: string
  readonly customerId: string
  readonly appId: string
  readonly eventType: string
  readonly sessionId: string
  /** Milliseconds since 1970. */
  readonly timestamp: number
  readonly fqn: string
  readonly data: Told['data']
}

export function translate(
  before: Followed,
  commit: Commit,
  naming: Naming,
  linkToChat?: ChatLinks['linkTo'],
): { readonly after: Followed; readonly webhooks: readonly Webhook[] } {
  const { meetingId, version } = commit
  const names = namesOf(meetingId, naming)
  const context: Context = { naming, names }
  const webhooks: Webhook[] = []
  let followed = before
  for (const event of commit.events) {
    const step = { before: followed, event, after: follow(followed, event) }
    // What a room's last moments are told in belongs to its session, not to the next one.
    const { sessionSince } = step.after
    for (const { eventType, data } of [
      ...breakoutEvents(step, context),
      ...peopleEvents(step, context),
      ...chatEvents(step, commit, context, linkToChat),
    ]) {
      webhooks.push({
        idempotencyKey: guidOf(meetingId, sessionSince, version, webhooks.length),
        customerId: names.customerId,
        appId: names.appId,
        eventType,
        sessionId: guidOf(meetingId, sessionSince),
        timestamp: event.at,
        fqn: names.fqn,
        data,
      })
    }
    followed = step.after
  }
  return { after: { ...followed, version }, webhooks }
}

/** Where the chat of a session can be fetched once nobody is there any more; nothing where nobody wrote. */
function chatEvents(
  { before, event, after }: Step,
  { meetingId, version }: Commit,
  { names }: Context,
  linkToChat: ChatLinks['linkTo'] | undefined,
): readonly Told[] {
  if (!linkToChat || !before.isLive || after.isLive || !before.hasChat) return []
  const preAuthenticatedLink = linkToChat({ meetingId, since: before.sessionSince, version, endedAt: event.at })
  return [{ eventType: 'CHAT_UPLOADED', data: { conference: names.conference, preAuthenticatedLink } }]
}
