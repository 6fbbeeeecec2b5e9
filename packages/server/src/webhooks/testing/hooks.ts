// SPDX-License-Identifier: Apache-2.0
// A meeting's commits for tests of webhooks: commands are decided by the core, and each becomes a commit as the server stores it.
import { type Command, decide, type MeetingState, newMeeting } from '@alcove/meeting'
import { carryOut } from '@alcove/meeting/testing'
import type { Commit } from '../../meetings/ports.ts'
import { nothingFollowed } from '../follow.ts'
import { translate, type Webhook } from '../translate.ts'

export const naming = { appId: `vpaas-magic-cookie-${'0123456789abcdef'.repeat(2)}`, domain: 'meet.example.org' }

export function commitsFor(...commands: readonly Command[]): readonly Commit[] {
  const commits: Commit[] = []
  commands.reduce<MeetingState>((state, command) => {
    const decision = decide(state, command)
    if (!decision.ok) throw new Error(`${command.type} was rejected with ${decision.error.code}`)
    if (decision.events.length > 0) {
      const { meetingId } = commands.find((one) => one.type === 'JoinMeeting') ?? { meetingId: 'weekly' }
      commits.push({
        meetingId: meetingId as Commit['meetingId'],
        version: commits.length + 1,
        outcomes: [],
        events: decision.events,
        at: command.at,
      })
    }
    return carryOut(state, command, decision)
  }, newMeeting)
  return commits
}

/** What all of it is told as. */
export function webhooksFor(...commands: readonly Command[]): readonly Webhook[] {
  const told: Webhook[] = []
  commitsFor(...commands).reduce((before, commit) => {
    const { after, webhooks } = translate(before, commit, naming)
    told.push(...webhooks)
    return after
  }, nothingFollowed)
  return told
}

/** What the last command alone is told as. */
export function lastWebhooksFor(...commands: readonly Command[]): readonly Webhook[] {
  const before = webhooksFor(...commands.slice(0, -1))
  return webhooksFor(...commands).slice(before.length)
}
