// SPDX-License-Identifier: Apache-2.0
import type { Stories } from '../stories/story.ts'
import { LevelMeter } from './LevelMeter.tsx'

export const stories: Stories = { 'Without a microphone': () => <LevelMeter track={undefined} label="Level" /> }
