// SPDX-License-Identifier: Apache-2.0
// What a token takes from its holder (SPEC TK), whatever their role.
import type { Feature } from '@alcove/protocol'
import type { ActorCommand } from '../permissions/permissions.ts'
import { type Rejected, reject } from '../rejections.ts'
import { usesRooms } from '../rooms-switch/roomsSwitch.ts'
import type { Seat } from '../state.ts'

/** The operator holds no token. */
export function refusedByToken(seat: Seat | undefined, command: ActorCommand): Rejected | undefined {
  const feature = featureOf(command)
  return feature !== undefined && seat?.denied.includes(feature) ? reject('FEATURE_DENIED', { feature }) : undefined
}

function featureOf(command: ActorCommand): Feature | undefined {
  if (usesRooms(command)) return 'breakout-rooms'
  if (command.type === 'SendMessage') return command.to.kind === 'person' ? undefined : 'send-groupchat'
  return command.type === 'StartMedia' && command.source === 'screen' ? 'screen-sharing' : undefined
}
