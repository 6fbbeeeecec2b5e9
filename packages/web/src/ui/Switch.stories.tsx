// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { Switch } from './Switch.tsx'

export const stories: Stories = {
  'On and off': function OnAndOff() {
    const [isOn, setOn] = useState(true)
    return <Switch label="Join muted" hint="Meetings begin with your microphone off." isOn={isOn} onChange={setOn} />
  },
}
