// SPDX-License-Identifier: Apache-2.0
// What a host page or the address changes in the life of a meeting's page: it is told of everything while the page lives, and what was set is
// done once one is in.
import type { MeetingId } from '@alcove/protocol'
import { useEffect } from 'react'
import type { HostedPage } from './HostedPage.ts'
import type { HostLink } from './HostLink.ts'
import { lateStopsOf } from './startMedia.ts'

export function useHosting(host: HostLink | undefined, hosted: Omit<HostedPage, 'places'>, meetingId: MeetingId): void {
  const { client, media, page, notices, title, leave, givePassword, offerName } = hosted
  useEffect(
    () =>
      host?.attach(
        {
          client,
          media,
          page,
          notices,
          title,
          leave,
          givePassword,
          offerName,
        },
        meetingId,
      ),
    [host, client, media, page, notices, title, leave, givePassword, offerName, meetingId],
  )
}

/** Once one is in for the first time: mutes late comers, and makes the rooms that were named. */
export async function doWhatWasSet({
  client,
  media,
  page,
}: Pick<HostedPage, 'client' | 'media' | 'page'>): Promise<void> {
  const { config } = page.getSnapshot()
  const { view } = client.getSnapshot()
  if (!view) return
  for (const kind of lateStopsOf(Object.keys(view.meeting.people).length, config)) await media.setOn(kind, false)
  const isEmpty = Object.keys(view.meeting.rooms).length === 0
  if (!view.self.can.moderate || !isEmpty || config['breakoutRooms.enabled'] === false) return
  for (const name of config['breakoutRooms.rooms'] ?? []) await client.createRoom(name)
}
