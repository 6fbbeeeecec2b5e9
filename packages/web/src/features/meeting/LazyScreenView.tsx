// SPDX-License-Identifier: Apache-2.0
// A shared screen, loaded when somebody shares one; its place is kept meanwhile.
import { t } from '../../i18n/texts.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { lazyPart } from '../problems/lazyPart.tsx'
import { toStyle } from './Tile.tsx'

export const LazyScreenView = lazyPart(
  async () => (await import('./ScreenView.tsx')).ScreenView,
  ({ rect }, problem) => (
    <figure className="screen" style={toStyle(rect)}>
      {problem ?? (
        <p className="screen-waiting">
          <Spinner /> {t('meeting.screenWaiting')}
        </p>
      )}
    </figure>
  ),
)
