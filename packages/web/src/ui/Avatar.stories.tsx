// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Avatar } from './Avatar.tsx'

export const stories: Stories = {
  'In lists': () =>
    ['Maya Lindqvist', 'Tom', '李雷'].map((name) => <Avatar key={name} id={name} name={name} size="small" />),
  'On a tile': () => <Avatar id="maya" name="Maya Lindqvist" size="tile" />,
}
