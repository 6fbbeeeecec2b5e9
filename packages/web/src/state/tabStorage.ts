// SPDX-License-Identifier: Apache-2.0
// What is kept as long as the tab. Browsers may keep it from pages in frames of other sites: then there is none, and reading it must not throw.

export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
