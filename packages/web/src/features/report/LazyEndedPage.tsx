// SPDX-License-Identifier: Apache-2.0
// The page of whoever ended the meeting, loaded when it is over.
import { loadTextsOnUse, t } from '../../i18n/texts.ts'
import { lazyPart } from '../problems/lazyPart.tsx'
import { ProblemPage } from '../problems/ProblemPage.tsx'

export const LazyEndedPage = lazyPart(
  async () => {
    const [{ EndedPage }] = await Promise.all([import('./EndedPage.tsx'), loadTextsOnUse()])
    return EndedPage
  },
  ({ title }, problem) =>
    problem === undefined ? null : (
      <ProblemPage title={title} text={t('problems.MEETING_ENDED.title')}>
        {problem}
      </ProblemPage>
    ),
)
