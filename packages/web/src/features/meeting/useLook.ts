// SPDX-License-Identifier: Apache-2.0
// How the meeting is looked at, and how that is changed: by buttons, menus and shortcuts alike.
import { showsButton } from '../../state/hiddenControls.ts'
import { layoutOf } from '../../state/layoutOf.ts'
import type { PageSnapshot, PageStore } from '../../state/PageStore.ts'
import { changePreferences, usePreferences } from '../../state/preferences.ts'
import { useFullscreen } from '../../state/useFullscreen.ts'
import type { ControlBarProps } from './controlBarProps.ts'
import type { PictureInPicture } from './usePictureInPicture.ts'

export function useLook(
  page: PageStore,
  { config }: PageSnapshot,
  pictureInPicture: PictureInPicture | undefined,
): ControlBarProps['view'] {
  const layout = layoutOf(config, usePreferences())
  return {
    layout,
    toggleLayout: () =>
      showsButton(config, 'tileview') && changePreferences({ layout: layout === 'tiles' ? 'speaker' : 'tiles' }),
    fullscreen: useFullscreen(),
    pictureInPicture: config['pip.disabled'] ? undefined : pictureInPicture,
    showSettings: () => page.showDialog('settings'),
    showShortcuts: () => page.showDialog('shortcuts'),
  }
}
