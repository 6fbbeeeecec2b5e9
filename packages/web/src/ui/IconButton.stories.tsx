// SPDX-License-Identifier: Apache-2.0

import { Hand, LogOut, Mic, MicOff } from 'lucide-react'
import type { Stories } from '../stories/story.ts'
import { IconButton } from './IconButton.tsx'

const nothing = () => {}

export const stories: Stories = {
  Looks: () => (
    <>
      <IconButton label="Mute" icon={<Mic />} onPress={nothing} />
      <IconButton label="Unmute" icon={<MicOff />} look="off" onPress={nothing} />
      <IconButton label="Hand" icon={<Hand />} look="on" isPressed onPress={nothing} />
      <IconButton label="Leave" icon={<LogOut />} look="danger" onPress={nothing} />
      <IconButton label="Quiet" icon={<Hand />} look="quiet" onPress={nothing} />
    </>
  ),
  'Small, with a badge, not now': () => (
    <>
      <IconButton label="Mute" icon={<Mic />} size="small" onPress={nothing} />
      <IconButton label="Hands" icon={<Hand />} badge="3" onPress={nothing} />
      <IconButton label="Mute" icon={<Mic />} isDisabled />
    </>
  ),
}
