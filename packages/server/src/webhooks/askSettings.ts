// SPDX-License-Identifier: Apache-2.0
// The question that JaaS calls SETTINGS_PROVISIONING: before a meeting begins, whoever runs it is asked how its door is to stand.
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { type AskSettings, type Clock, type Log, Unavailable } from '../meetings/ports.ts'
import { type Naming, namesOf } from './addresses.ts'
import type { Answer } from './post.ts'
import type { Signable } from './sign.ts'

/** The name of the question; an endpoint that lists it among its events is asked. */
export const settingsQuestion = 'SETTINGS_PROVISIONING'

const retryAfterMs = 2_000

/** What is badly formed counts as not said, as in JaaS; so does what is for features that are not there. */
const answerSchema = z.object({
  lobbyEnabled: z.catch(z.optional(z.boolean()), undefined),
  lobbyType: z.catch(z.optional(z.enum(['WAIT_FOR_APPROVAL', 'WAIT_FOR_MODERATOR'])), undefined),
  passcode: z.catch(z.optional(z.string().check(z.regex(/^\d{1,32}$/))), undefined),
  maxOccupants: z.catch(z.optional(z.int().check(z.gte(2), z.lte(10_000))), undefined),
})

export interface QuestionOptions {
  readonly send: (signable: Signable) => Promise<Answer>
  readonly naming: Naming
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
}

/** Nobody begins a meeting whose settings nobody knows: without an answer it is tried again later. */
export function createAskSettings({ send, naming, clock, log }: QuestionOptions): AskSettings {
  return async (meetingId) => {
    const { appId, customerId, fqn } = namesOf(meetingId, naming)
    const key = randomUUID()
    const at = clock.now()
    const envelope = {
      idempotencyKey: key,
      customerId,
      appId,
      eventType: settingsQuestion,
      timestamp: at,
      fqn,
      data: {},
    }
    const answer = await send({ key, body: JSON.stringify(envelope), at }).catch((cause: unknown) => {
      throw unavailable(cause)
    })
    if (answer.status < 200 || answer.status > 299) throw unavailable(new Error(`answered with ${answer.status}`))
    if (answer.text.trim() === '') return undefined
    return toDoor(parse(answer.text))
  }

  function unavailable(cause: unknown): Unavailable {
    log.warn({ cause }, 'the settings of a meeting could not be asked for')
    return new Unavailable('SETTINGS_UNAVAILABLE', retryAfterMs, { cause })
  }

  function parse(text: string): z.infer<typeof answerSchema> {
    try {
      return answerSchema.parse(JSON.parse(text))
    } catch (cause) {
      throw unavailable(cause)
    }
  }
}

function toDoor({ lobbyEnabled, lobbyType, passcode, maxOccupants }: z.infer<typeof answerSchema>) {
  const waitsForModerator = lobbyType === 'WAIT_FOR_MODERATOR'
  return {
    ...(lobbyEnabled && !waitsForModerator && { lobby: true }),
    ...(lobbyEnabled && waitsForModerator && { beforeModerator: 'wait' as const }),
    ...(passcode !== undefined && { password: passcode }),
    ...(maxOccupants !== undefined && { maxPeople: maxOccupants }),
  }
}
