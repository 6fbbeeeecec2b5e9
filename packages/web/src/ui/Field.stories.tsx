// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { TextField } from './Field.tsx'

export const stories: Stories = {
  Text: function TextStory() {
    const [value, setValue] = useState('Maya')
    return <TextField label="Your name" value={value} onChange={setValue} />
  },
  'With a hint': () => (
    <TextField label="Name" value="" onChange={() => {}} placeholder="Name (optional)" hint="Others see it." />
  ),
  'With an error': () => (
    <TextField label="Meeting name" value="a/b" onChange={() => {}} error="“/” cannot be in a name." />
  ),
}
