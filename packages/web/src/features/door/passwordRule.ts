// SPDX-License-Identifier: Apache-2.0
// Which passwords a page sets for its meeting, where its configuration wants digits only.

/** @param digits how many; undefined: any words */
export function isPasswordFit(password: string, digits: number | undefined): boolean {
  return digits === undefined || (password.length === digits && /^[0-9]+$/.test(password))
}
