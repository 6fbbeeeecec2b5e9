// SPDX-License-Identifier: Apache-2.0
// What can be done about help: by whoever asks, and by moderators.
import type { MeetingClient } from '@alcove/client'

export interface HelpActions {
  readonly ask: (text: string | undefined) => void
  readonly withdraw: () => void
  /** Says that one will come, and goes there with `enter`. */
  readonly take: (requestId: number, enter: boolean) => void
  readonly answer: (requestId: number) => void
  readonly goBack: () => void
}

export function toHelpActions(client: MeetingClient, tried: (work: Promise<unknown>) => void): HelpActions {
  return {
    ask: (text) => tried(client.askForHelp(text)),
    withdraw: () => tried(client.withdrawHelp()),
    take: (requestId, enter) => tried(client.takeHelp(requestId, { enter })),
    answer: (requestId) => tried(client.answerHelp(requestId)),
    goBack: () => tried(client.returnFromHelp()),
  }
}
