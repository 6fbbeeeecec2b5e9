// SPDX-License-Identifier: Apache-2.0
// What stands behind the person, with their live picture to judge it by.
import { ImageUp, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { type Backdrop, drawBackdrop } from '../../devices/effects/backdrops.ts'
import type { DeviceState } from '../../devices/LocalMedia.ts'
import { t } from '../../i18n/texts.ts'
import {
  type Background,
  backgrounds,
  changePreferences,
  type Preferences,
  usePreferences,
} from '../../state/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { toOwnBackground } from './toOwnBackground.ts'

export interface BackgroundChoiceProps {
  readonly camera: DeviceState
  /** Takes away the picture that a host page put there; absent where none did. What the person chooses comes in its place. */
  readonly dropGiven: (() => void) | undefined
}

export function BackgroundChoice({ camera, dropGiven }: BackgroundChoiceProps) {
  const { background, ownBackground, mirror } = usePreferences()
  const [isUnreadable, setIsUnreadable] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    const picture = await toOwnBackground(file).catch(() => undefined)
    setIsUnreadable(picture === undefined)
    if (picture !== undefined) choose({ ownBackground: picture, background: 'own' })
  }
  const choose = (change: Partial<Preferences>) => {
    dropGiven?.()
    changePreferences(change)
  }
  return (
    <>
      {camera.track && camera.wanted ? (
        <div className="settings-preview">
          <VideoView track={camera.track} mirrored={mirror && camera.facing !== 'environment'} fit="cover" />
        </div>
      ) : null}
      <ChoiceRow
        label={t('settings.background')}
        choices={backgrounds
          .filter((id) => id !== 'own' || ownBackground !== undefined)
          .map((id) => ({ id, label: t(`settings.background.${id}`), picture: toPicture(id, ownBackground) }))}
        chosen={dropGiven ? undefined : background}
        onChoose={(chosen) => choose({ background: chosen })}
      />
      <div className="settings-own-picture">
        <FileTrigger acceptedFileTypes={['image/*']} onSelect={(files) => void take(files?.[0])}>
          <Button size="small" look="outline">
            <ImageUp aria-hidden="true" size={16} /> {t('settings.ownBackground')}
          </Button>
        </FileTrigger>
        {ownBackground === undefined ? null : (
          <Button
            size="small"
            look="plain"
            onPress={() =>
              changePreferences({
                ownBackground: undefined,
                background: background === 'own' ? 'none' : background,
              })
            }
          >
            <Trash2 aria-hidden="true" size={16} /> {t('settings.removeBackground')}
          </Button>
        )}
      </div>
      <p className="settings-problem" role="status">
        {isUnreadable ? t('settings.backgroundUnreadable') : camera.effectFailed ? t('settings.backgroundFailed') : ''}
      </p>
    </>
  )
}

function toPicture(background: Background, own: string | undefined): ReactNode {
  if (background === 'none' || background === 'blur') return undefined
  return background === 'own' ? <img src={own} alt="" /> : <BackdropPicture backdrop={background} />
}

function BackdropPicture({ backdrop }: { readonly backdrop: Backdrop }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) drawBackdrop(context, backdrop)
  }, [backdrop])
  return <canvas ref={canvas} width={160} height={90} />
}
