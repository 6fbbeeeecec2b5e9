// SPDX-License-Identifier: Apache-2.0
// The shape of a story: one plain part, in each look that it has.
import type { ReactNode } from 'react'

/** What a file `ui/Name.stories.tsx` exports as `stories`: the name of each look, and the part in it. */
export type Stories = Readonly<Record<string, () => ReactNode>>
