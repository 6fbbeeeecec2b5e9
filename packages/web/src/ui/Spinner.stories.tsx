// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Spinner } from './Spinner.tsx'

export const stories: Stories = { Turning: () => <Spinner /> }
