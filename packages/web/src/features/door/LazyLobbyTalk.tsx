// SPDX-License-Identifier: Apache-2.0
// Writing between lobby and moderators, loaded where somebody waits or answers.
import { lazyPart } from '../problems/lazyPart.tsx'
import { inDialog } from '../problems/PartProblem.tsx'

export const LazyLobbyTalk = lazyPart(
  async () => (await import('./LobbyTalk.tsx')).LobbyTalk,
  (_, problem) => problem,
)
export const LazyAnswerDialog = lazyPart(async () => (await import('./AnswerDialog.tsx')).AnswerDialog, inDialog)
