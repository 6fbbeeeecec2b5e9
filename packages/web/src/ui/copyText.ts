// SPDX-License-Identifier: Apache-2.0
/** Resolves with whether it was copied: plain http has no clipboard, and people may refuse it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
