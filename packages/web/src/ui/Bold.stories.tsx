// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Bold } from './Bold.tsx'

export const stories: Stories = {
  'Some words': () => (
    <p>
      <Bold text="<b>Maya Lindqvist</b> asks to speak" />
    </p>
  ),
}
