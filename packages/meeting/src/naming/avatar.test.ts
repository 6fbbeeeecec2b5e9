// SPDX-License-Identifier: Apache-2.0
import { operator, type ParticipantId } from '@alcove/protocol'
import { describe, expect, it } from 'vitest'
import type { AvatarPolicy } from '../commands.ts'
import { withoutPerson } from '../roster/forget.ts'
import { ann, ask, bob, given, join, settings } from '../testing/index.ts'
import { meetingPart } from '../views/parts.ts'

const own = 'https://pictures.example/bob.png'
const vouched = 'https://school.example/bob.png'
const choose = (by: ParticipantId, avatar: string | undefined) => ask(by, { type: 'ChangeAvatar', avatar })
const meeting = (avatars: AvatarPolicy | undefined, avatar?: string) =>
  given(
    join(ann, { settings: { ...settings, ...(avatars && { avatars }) } }),
    join(bob, avatar === undefined ? {} : { identity: { avatar, attributes: {} } }),
  )
const shown = ({ running }: ReturnType<typeof meeting>) => meetingPart(running).people[bob]?.avatar

describe('the picture of a person', () => {
  it.each<[AvatarPolicy | undefined, string | undefined]>([
    [undefined, vouched],
    ['vouched', vouched],
    ['all', vouched],
    ['off', undefined],
  ])('[AV1] that a token gave is seen, as far as the server goes (%s)', (policy, seen) => {
    expect(shown(meeting(policy, vouched))).toBe(seen)
    expect(shown(meeting(policy, 'http://school.example/bob.png'))).toBeUndefined()
  })

  it('[AV2] is what they chose, unless a token gave one', () => {
    const chosen = meeting('all').and(choose(bob, own))
    expect(shown(chosen)).toBe(own)
    chosen.when(choose(bob, own)).thenNothing()
    expect(meetingPart(chosen.and(choose(bob, undefined)).running).people[bob]).not.toHaveProperty('avatar')
    expect(shown(meeting('all', vouched).and(choose(bob, own)))).toBe(vouched)
  })

  it.each([undefined, 'vouched', 'off'] as const)('[AV3] is not theirs to choose elsewhere (%s)', (policy) => {
    meeting(policy).when(choose(bob, own)).thenRejected('AVATAR_REFUSED')
  })

  it('[PD1] [PD2] is forgotten with them, in the state and in what is stored', () => {
    const forgotten = meeting('all')
      .and(choose(bob, own))
      .and(ask(operator, { type: 'ForgetPerson', participantId: bob }))
    expect(JSON.stringify(forgotten.running.seats.get(bob))).not.toContain('pictures.example')
    const event = { type: 'AvatarChanged', participantId: bob, avatar: own, at: 1 } as const
    expect(withoutPerson(event, bob)).toEqual({ ...event, avatar: '' })
  })
})
