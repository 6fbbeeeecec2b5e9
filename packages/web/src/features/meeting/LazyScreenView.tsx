// SPDX-License-Identifier: Apache-2.0
// A shared screen, loaded when somebody shares one; its place is kept meanwhile.
import { lazy, Suspense } from 'react'
import { t } from '../../i18n/texts.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import type { ScreenViewProps } from './ScreenView.tsx'
import { toStyle } from './Tile.tsx'

const Loaded = lazy(async () => ({ default: (await import('./ScreenView.tsx')).ScreenView }))

export function LazyScreenView(props: Omit<ScreenViewProps, 'style'>) {
  const style = toStyle(props.rect)
  const frame = (
    <figure className="screen" style={style}>
      <p className="screen-waiting">
        <Spinner /> {t('meeting.screenWaiting')}
      </p>
    </figure>
  )
  return (
    <Suspense fallback={frame}>
      <Loaded {...props} style={style} />
    </Suspense>
  )
}
