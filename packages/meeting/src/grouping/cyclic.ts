// SPDX-License-Identifier: Apache-2.0
// Rounds out of one: people stand in circles, and from round to round everybody takes the place of the next one in their circle. Then only the first
// round has to be found, in which no two pairs become each other by turning; that is far quicker than finding all rounds, and finds plans that
// searching all rounds does not. For people without any constraint.
import { Arrangement } from './Arrangement.ts'
import { Meetings } from './Meetings.ts'
import { place } from './place.ts'
import type { Random } from './random.ts'
import { improveMeetings } from './search.ts'
import { Traits } from './Traits.ts'
import type { GroupingTask } from './task.ts'
import type { Unit } from './units.ts'

/** The group of each unit in each round; undefined where turning makes no sense. */
export function turnedRounds(
  task: GroupingTask,
  units: readonly Unit[],
  random: Random,
  looks: number,
): readonly (readonly number[])[] | undefined {
  const { rounds } = task
  if (rounds < 2 || rounds > units.length || !isUnconstrained(task, units)) return undefined
  const first = place(units, capacitiesOf(task), random)
  if (!first) return undefined
  const arrangement = new Arrangement({ units, capacities: capacitiesOf(task) }, [first])
  const traits = new Traits(task, units, arrangement)
  const { groups } = improveMeetings({ arrangement, traits, random, looks }, circleMeetings(units.length, rounds))
  const found = arrangement.placementIn(groups, 0)
  return Array.from({ length: rounds }, (_, round) => {
    const placement = found.map(() => 0)
    for (const [unit, group] of found.entries()) placement[turned(unit, round, units.length, rounds)] = group
    return placement
  })
}

export function capacitiesOf({ groups, people }: GroupingTask): readonly number[] {
  return groups.map(({ capacity }) => capacity ?? people.length)
}

function isUnconstrained({ criteria, metBefore }: GroupingTask, units: readonly Unit[]): boolean {
  return (
    criteria.length === 0 &&
    metBefore.length === 0 &&
    units.every(({ people, apart, staysIn }) => people.length === 1 && apart.size === 0 && staysIn === undefined)
  )
}

/** Whose place a unit has after so many turns of a circle of `length`; those left over when circles are full stay. */
function turned(unit: number, turns: number, unitCount: number, length: number): number {
  if (unit >= unitCount - (unitCount % length)) return unit
  const start = unit - (unit % length)
  return start + ((unit - start + turns) % length)
}

/** All pairs that become each other by turning share one count. */
function circleMeetings(unitCount: number, length: number): Meetings {
  const classOf = new Int32Array(unitCount * unitCount).fill(-1)
  let classes = 0
  for (let a = 0; a < unitCount; a += 1)
    for (let b = a + 1; b < unitCount; b += 1) {
      if (classOf[a * unitCount + b] !== -1) continue
      for (let turns = 0; turns < length; turns += 1) {
        const [x, y] = [turned(a, turns, unitCount, length), turned(b, turns, unitCount, length)]
        classOf[x * unitCount + y] = classes
        classOf[y * unitCount + x] = classes
      }
      classes += 1
    }
  return new Meetings(unitCount, classOf, new Int32Array(classes), new Int32Array(classes).fill(1))
}
