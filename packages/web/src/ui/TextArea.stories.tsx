// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { TextArea } from './TextArea.tsx'

export const stories: Stories = {
  'Some lines': function SomeLines() {
    const [value, setValue] = useState('Collect three ideas.\nChoose one.')
    return <TextArea label="Task" value={value} onChange={setValue} maxLength={500} />
  },
}
