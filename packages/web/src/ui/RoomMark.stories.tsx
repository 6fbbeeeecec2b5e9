// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { RoomMark } from './RoomMark.tsx'

export const stories: Stories = {
  'The main room': () => <RoomMark index={undefined} />,
  Rooms: () => [0, 1, 2, 3, 4, 5, 6, 7].map((index) => <RoomMark key={index} index={index} />),
}
