// SPDX-License-Identifier: Apache-2.0
// Which passwords a page sets for its meeting, where its configuration wants digits only.
import { maxRoomPasswordLength } from '@alcove/protocol'

/** @returns undefined, which is any words, for a number of digits that no password can have */
export function toPasswordDigits(wanted: number | undefined): number | undefined {
  return Number.isInteger(wanted) && Number(wanted) >= 1 && Number(wanted) <= maxRoomPasswordLength ? wanted : undefined
}

/** @param digits how many; undefined: any words */
export function isPasswordFit(password: string, digits: number | undefined): boolean {
  return digits === undefined || (password.length === digits && /^[0-9]+$/.test(password))
}
