// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Words } from './Words.tsx'

export const stories: Stories = {
  'With words to type': () => (
    <p>
      <Words text="Start it with `npm start -- --https`." />
    </p>
  ),
}
