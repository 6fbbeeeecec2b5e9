// SPDX-License-Identifier: Apache-2.0
// Who came and who went is said once, by name while there are few.
import { expect, it } from 'vitest'
import { idOf } from '../../testing/sampleView.ts'
import { toCaption } from './captions.ts'

const of = (...names: string[]) => new Map(names.map((name) => [idOf(name), name]))

it('names a few, counts many, and is silent when nothing changed', () => {
  expect(toCaption(of('Ann'), of('Ann'))).toBeUndefined()
  expect(toCaption(of(), of('Ann', 'Bo'))).toBe('Ann and Bo came.')
  expect(toCaption(of('Ann', 'Bo'), of('Cy'))).toBe('Cy came. Ann and Bo left.')
  expect(toCaption(of(), of('a', 'b', 'c', 'd'))).toBe('4 people came.')
})
