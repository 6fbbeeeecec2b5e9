// SPDX-License-Identifier: Apache-2.0
// How a commit is written as JSON, and what every adapter refuses to write. A commit that breaks these rules is a bug of the caller, not a failing store.
import { type Commit, maxCommitBytes } from '../meetings/ports.ts'

/** Thrown before anything is stored; trying again cannot help. */
class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

export function toCommitText(commit: Commit, expectedVersion: number): string {
  if (commit.version !== expectedVersion + 1) {
    throw new InvariantError(`commit ${commit.version} of ${commit.meetingId} cannot follow version ${expectedVersion}`)
  }
  const text = JSON.stringify(commit)
  const bytes = Buffer.byteLength(text)
  if (bytes > maxCommitBytes) {
    throw new InvariantError(
      `commit ${commit.version} of ${commit.meetingId} has ${bytes} bytes, ${maxCommitBytes} are allowed`,
    )
  }
  return text
}

/** Only for text that `toCommitText` made. */
export function parseCommitText(text: string): Commit {
  return JSON.parse(text) as Commit
}
