// SPDX-License-Identifier: Apache-2.0
// How a bug of ours shows itself: it throws, the command fails, nothing is appended.

export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}

export function assertNever(value: never): never {
  throw new InvariantError(`no such case: ${JSON.stringify(value)}`)
}
