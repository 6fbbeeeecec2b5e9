// SPDX-License-Identifier: Apache-2.0
// What to ask the server for: the pictures that really are on screen, at the height at which they stand there, in device pixels.
import type { ParticipantId, ShownItem } from '@alcove/protocol'

export interface ShownPicture {
  readonly participantId: ParticipantId
  readonly source: 'camera' | 'screen'
  /** In CSS pixels. */
  readonly height: number
}

const maxHeight = 4320

/** @param limit no picture is asked for higher than this, as the page was told */
export function toShownItems(
  pictures: readonly ShownPicture[],
  devicePixelRatio: number,
  limit = maxHeight,
): readonly ShownItem[] {
  return pictures
    .filter((picture) => picture.height > 0)
    .map(({ participantId, source, height }) => ({
      participantId,
      source,
      height: Math.min(limit, maxHeight, Math.max(1, Math.round(height * devicePixelRatio))),
    }))
}
