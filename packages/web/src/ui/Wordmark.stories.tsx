// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { Wordmark } from './Wordmark.tsx'

export const stories: Stories = { 'Name and sign': () => <Wordmark /> }
