// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { NumberField } from './NumberField.tsx'

export const stories: Stories = {
  Number: function NumberStory() {
    const [value, setValue] = useState(4)
    return <NumberField label="How many rooms" value={value} onChange={setValue} min={1} max={50} />
  },
}
