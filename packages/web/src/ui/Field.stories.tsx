// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { NumberField, TextField } from './Field.tsx'

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
  Number: function NumberStory() {
    const [value, setValue] = useState(4)
    return <NumberField label="How many rooms" value={value} onChange={setValue} min={1} max={50} />
  },
}
