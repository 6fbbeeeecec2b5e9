// SPDX-License-Identifier: Apache-2.0
// People who stay together from test to test of a file: to come in is what costs most of a scenario's time.
import { onTestFailed } from 'vitest'
import type { Stage } from './Stage.ts'

/**
 * @param name of their meeting; after a test that failed, other people meet in another one
 * @param gather lets everybody come in
 * @returns what gives a test its people: as the test before left them, or new ones, so that tests begin with a state that both can have
 */
export function useCompany<People>(
  stage: Stage,
  name: string,
  gather: (meeting: string) => Promise<People>,
): () => Promise<People> {
  let company: People | undefined
  let count = 0
  return async () => {
    onTestFailed(() => {
      company = undefined
    })
    if (company) return company
    await stage.clear()
    count += 1
    company = await gather(count === 1 ? name : `${name}-${count}`)
    return company
  }
}
