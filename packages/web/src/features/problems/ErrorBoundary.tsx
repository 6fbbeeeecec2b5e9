// SPDX-License-Identifier: Apache-2.0
// Catches what a view throws, so that a page is never blank.
import { TriangleAlert } from 'lucide-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemPage } from './ProblemPage.tsx'

export interface ErrorBoundaryProps {
  /** What stands there instead; absent: a page of its own. */
  readonly instead?: () => ReactNode
  readonly children: ReactNode
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('A view failed', error, info.componentStack)
  }

  override render() {
    const { instead = BrokenPage, children } = this.props
    return this.state.failed ? instead() : children
  }
}

function BrokenPage() {
  return (
    <ProblemPage icon={<TriangleAlert />} title={t('problems.brokenTitle')} text={t('problems.brokenText')}>
      <Button look="primary" size="large" onPress={() => location.reload()}>
        {t('problems.action.reload')}
      </Button>
    </ProblemPage>
  )
}
