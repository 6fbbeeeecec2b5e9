// SPDX-License-Identifier: Apache-2.0
// What stands behind the person, with their live picture to judge it by.
import { useEffect, useRef } from 'react'
import { type Backdrop, drawBackdrop } from '../../devices/effects/backdrops.ts'
import type { DeviceState } from '../../devices/LocalMedia.ts'
import { t } from '../../i18n/texts.ts'
import { backgrounds, changePreferences, usePreferences } from '../../state/preferences.ts'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { VideoView } from '../../ui/VideoView.tsx'

export function BackgroundChoice({ camera }: { readonly camera: DeviceState }) {
  const { background, mirror } = usePreferences()
  return (
    <>
      {camera.track && camera.wanted ? (
        <div className="settings-preview">
          <VideoView track={camera.track} mirrored={mirror && camera.facing !== 'environment'} fit="cover" />
        </div>
      ) : null}
      <ChoiceRow
        label={t('settings.background')}
        choices={backgrounds.map((id) => ({
          id,
          label: t(`settings.background.${id}`),
          picture: id === 'none' || id === 'blur' ? undefined : <BackdropPicture backdrop={id} />,
        }))}
        chosen={background}
        onChoose={(chosen) => changePreferences({ background: chosen })}
      />
      <p className="settings-problem" role="status">
        {camera.effectFailed ? t('settings.backgroundFailed') : ''}
      </p>
    </>
  )
}

function BackdropPicture({ backdrop }: { readonly backdrop: Backdrop }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) drawBackdrop(context, backdrop)
  }, [backdrop])
  return <canvas ref={canvas} width={160} height={90} />
}
