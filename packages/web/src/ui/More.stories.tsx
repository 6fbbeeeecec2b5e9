// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { More } from './More.tsx'

export const stories: Stories = {
  Folded: () => (
    <More title="More" note="2 chosen">
      <p>What few people need.</p>
    </More>
  ),
  Open: () => (
    <More title="More" isOpenAtFirst>
      <p>What few people need.</p>
    </More>
  ),
}
