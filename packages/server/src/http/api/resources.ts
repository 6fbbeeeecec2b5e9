// SPDX-License-Identifier: Apache-2.0
// All that the REST interface offers, in the order of its documentation.
import type { Resource } from './operation.ts'
import { assignments } from './resources/assignments.ts'
import { door } from './resources/door.ts'
import { meetings } from './resources/meetings.ts'
import { moderation } from './resources/moderation.ts'
import { people } from './resources/people.ts'
import { report } from './resources/report.ts'
import { rooms } from './resources/rooms.ts'
import { roster } from './resources/roster.ts'
import { rounds } from './resources/rounds.ts'
import { running } from './resources/running.ts'
import { speaking } from './resources/speaking.ts'

export const resources: readonly Resource[] = [
  meetings,
  door,
  rooms,
  roster,
  people,
  assignments,
  rounds,
  running,
  speaking,
  moderation,
  report,
]
