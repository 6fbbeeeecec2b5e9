// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Pane } from './Pane.tsx'

export const stories: Stories = {
  'Beside the meeting': () => (
    <Pane title="Rooms" label="Rooms and people" className="" tools={null} isSheet={false} onClose={() => {}}>
      <p className="muted-text">What the pane shows</p>
    </Pane>
  ),
}
