// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { SelectField } from './SelectField.tsx'

const choices = [
  { id: 'built-in', label: 'Built-in camera' },
  { id: 'desk', label: 'Camera on the desk' },
] as const

export const stories: Stories = {
  'One of a list': function OneOfAList() {
    const [chosen, setChosen] = useState<'built-in' | 'desk'>('desk')
    return <SelectField label="Camera" choices={choices} chosen={chosen} placeholder="" onChoose={setChosen} />
  },
  'Nothing to choose': () => <SelectField label="Camera" choices={[]} chosen={undefined} placeholder="Camera is off" />,
}
