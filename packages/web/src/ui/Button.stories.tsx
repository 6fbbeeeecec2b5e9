// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Button } from './Button.tsx'

const looks = ['primary', 'plain', 'outline', 'danger', 'danger-quiet'] as const
const sizes = ['small', 'medium', 'large'] as const

export const stories: Stories = {
  Looks: () =>
    looks.map((look) => (
      <Button key={look} look={look}>
        Join
      </Button>
    )),
  Sizes: () =>
    sizes.map((size) => (
      <Button key={size} size={size}>
        Join
      </Button>
    )),
  'Not now': () => (
    <Button look="primary" isDisabled>
      Join
    </Button>
  ),
}
