// SPDX-License-Identifier: Apache-2.0
// Where voices are heard, and a sound to try it with. Browsers that let nobody choose only offer the sound.
import { useState } from 'react'
import type { DeviceChoice } from '../../devices/openDevice.ts'
import { playTestSound } from '../../devices/playTestSound.ts'
import { t } from '../../i18n/texts.ts'
import { changePreferences, usePreferences } from '../../state/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

export function SpeakerChoice({ speakers }: { readonly speakers: readonly DeviceChoice[] }) {
  const { speakerId } = usePreferences()
  const [test, setTest] = useState<'idle' | 'playing' | 'failed'>('idle')
  const isThere = speakers.some(({ deviceId }) => deviceId === speakerId)
  const play = () => {
    setTest('playing')
    playTestSound(isThere ? speakerId : undefined).then(
      () => setTest('idle'),
      () => setTest('failed'),
    )
  }
  return (
    <div className="settings-with-button">
      <SelectField
        label={t('settings.speaker')}
        choices={speakers.map(({ deviceId, label }) => ({ id: deviceId, label }))}
        chosen={isThere ? speakerId : speakers.find(({ deviceId }) => deviceId === 'default')?.deviceId}
        placeholder={t('settings.speakerDefault')}
        onChoose={speakers.length > 0 ? (id) => changePreferences({ speakerId: id }) : undefined}
      />
      <Button onPress={play} isDisabled={test === 'playing'}>
        {test === 'playing' ? t('settings.testingSpeaker') : t('settings.testSpeaker')}
      </Button>
      <p className="speaker-problem" role="status">
        {test === 'failed' ? t('settings.testFailed') : ''}
      </p>
    </div>
  )
}
