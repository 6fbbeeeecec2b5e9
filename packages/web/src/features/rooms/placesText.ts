// SPDX-License-Identifier: Apache-2.0
// How many people are in a room, or how many of its places they take: moderators take none.
import { t } from '../../i18n/texts.ts'

export interface Counted {
  readonly people: readonly { readonly isModerator: boolean }[]
  readonly capacity: number | undefined
}

export function placesTakenBy(people: Counted['people']): number {
  return people.filter(({ isModerator }) => !isModerator).length
}

export function placesText({ people, capacity }: Counted): string {
  return capacity === undefined ? `${people.length}` : t('doors.places', { people: placesTakenBy(people), capacity })
}
