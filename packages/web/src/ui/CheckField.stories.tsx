// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { CheckField } from './CheckField.tsx'

export const stories: Stories = {
  'On and off': () => (
    <>
      <CheckField defaultSelected>Locked</CheckField>
      <CheckField>With a password</CheckField>
    </>
  ),
}
