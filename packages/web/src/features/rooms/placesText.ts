// SPDX-License-Identifier: Apache-2.0
// How many people are in a room, of how many places.
import { t } from '../../i18n/texts.ts'

export function placesText(people: number, capacity: number | undefined): string {
  return capacity === undefined ? `${people}` : t('doors.places', { people, capacity })
}
