// SPDX-License-Identifier: Apache-2.0
// The report, loaded when somebody opens it.
import { lazy, Suspense } from 'react'
import { loadTextsOnUse } from '../../i18n/texts.ts'
import type { ReportDialogProps } from './ReportDialog.tsx'

const Loaded = lazy(async () => {
  const [{ ReportDialog }] = await Promise.all([import('./ReportDialog.tsx'), loadTextsOnUse()])
  return { default: ReportDialog }
})

export function LazyReportDialog(props: ReportDialogProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
