// SPDX-License-Identifier: Apache-2.0
// Every plain part has its stories.
import { expect, it } from 'vitest'

it('every part of ui/ has a story page', () => {
  const paths = Object.keys(import.meta.glob('../ui/*.tsx'))
  const parts = paths.filter((path) => !path.endsWith('.stories.tsx'))
  expect(parts.filter((path) => !paths.includes(path.replace(/\.tsx$/, '.stories.tsx')))).toEqual([])
})
