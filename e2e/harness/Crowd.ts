// SPDX-License-Identifier: Apache-2.0
// Many people at little cost: one page of clients that send a small picture and a tone and receive nothing, and clients in Node without media.
import type { MeetingClient, MeetingView } from '@alcove/client'
import { openControlBot } from '@alcove/client/testing'
import { marks } from '../pages/lab/marks.ts'
import type { LabPage } from './LabPage.ts'
import type { LabPerson } from './LabPerson.ts'
import { waitFor } from './waitFor.ts'

export interface CrowdOptions {
  readonly serverUrl: string
  readonly meetingId: string
  /** Page for those who send. */
  readonly page: LabPage
  readonly senders: number
  readonly silent: number
}

export class Crowd {
  readonly senders: readonly LabPerson[]
  readonly silent: readonly MeetingClient[]

  private constructor(senders: readonly LabPerson[], silent: readonly MeetingClient[]) {
    this.senders = senders
    this.silent = silent
  }

  /** Comes in one after the other, as a crowd does through a door. */
  static async join({ serverUrl, meetingId, page, senders, silent }: CrowdOptions): Promise<Crowd> {
    const joinedSenders: LabPerson[] = []
    for (let index = 0; index < senders; index += 1) {
      const name = `Sender ${index + 1}`
      const [mark, toneGain] = [index % marks.length, 0.5 ** Math.floor(index / marks.length)]
      joinedSenders.push(await page.join({ name, meetingId, mark, toneGain, receive: false }))
    }
    const joinedSilent: MeetingClient[] = []
    for (let index = 0; index < silent; index += 1) {
      joinedSilent.push(await openControlBot({ serverUrl, meetingId, displayName: `Silent ${index + 1}` }))
    }
    return new Crowd(joinedSenders, joinedSilent)
  }

  /** Waits until everybody is told the same of the meeting as `reference`. */
  async waitUntilAgreed(reference: () => Promise<MeetingView>): Promise<void> {
    await waitFor(
      async () => {
        const wanted = sorted((await reference()).meeting)
        const views = await Promise.all(this.senders.map((sender) => sender.view()))
        for (const client of this.silent) {
          const { view } = client.getSnapshot()
          if (!view) return 'somebody has no view'
          views.push(view)
        }
        const differing = views.filter(({ meeting }) => sorted(meeting) !== wanted)
        return differing.length === 0 ? undefined : `${differing.length} of ${views.length} are told something else`
      },
      { everyMs: 200 },
    )
  }

  close(): void {
    for (const client of this.silent) client.close()
  }
}

/** JSON with the keys of all objects in order: patches and snapshots may order them differently. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
