// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { ChoiceRow } from './ChoiceRow.tsx'

const choices = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const

export const stories: Stories = {
  'One of three': function OneOfThree() {
    const [chosen, setChosen] = useState<'system' | 'light' | 'dark'>('light')
    return <ChoiceRow label="Light or dark" choices={choices} chosen={chosen} onChoose={setChosen} />
  },
}
