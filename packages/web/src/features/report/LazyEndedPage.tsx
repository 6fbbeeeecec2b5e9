// SPDX-License-Identifier: Apache-2.0
// The page of whoever ended the meeting, loaded when it is over.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'
import type { EndedPageProps } from './EndedPage.tsx'

const Loaded = lazy(async () => {
  const [{ EndedPage }] = await Promise.all([import('./EndedPage.tsx'), loadTextsOnUse()])
  return { default: EndedPage }
})

export function LazyEndedPage(props: EndedPageProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
