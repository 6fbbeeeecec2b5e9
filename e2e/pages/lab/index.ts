// SPDX-License-Identifier: Apache-2.0
// Entry for other pages that need people with made-up devices: tones, pictures, and how to recognise them.
export { type Mark, markAt, markOfColour, sampleRate } from './marks.ts'
export { now } from './Participant.ts'
export { audioContext, openPicture, openTones } from './sources.ts'
