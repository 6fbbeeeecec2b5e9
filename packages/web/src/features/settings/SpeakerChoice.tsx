// SPDX-License-Identifier: Apache-2.0
// Where voices are heard, and a sound to try it with. Browsers that let nobody choose only offer the sound.
import type { DeviceChoice } from '../../devices/openDevice.ts'
import { t } from '../../i18n/texts.ts'
import { changePreferences, usePreferences } from '../../state/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { useTestSound } from './useTestSound.ts'

export function SpeakerChoice({ speakers }: { readonly speakers: readonly DeviceChoice[] }) {
  const { speakerId } = usePreferences()
  const test = useTestSound(speakers)
  const isThere = speakers.some(({ deviceId }) => deviceId === speakerId)
  return (
    <div className="settings-with-button">
      <SelectField
        label={t('settings.speaker')}
        choices={speakers.map(({ deviceId, label }) => ({ id: deviceId, label }))}
        chosen={isThere ? speakerId : speakers.find(({ deviceId }) => deviceId === 'default')?.deviceId}
        placeholder={t('settings.speakerDefault')}
        onChoose={speakers.length > 0 ? (id) => changePreferences({ speakerId: id }) : undefined}
      />
      <Button onPress={test.play}>
        {test.state === 'playing' ? t('settings.testingSpeaker') : t('settings.testSpeaker')}
      </Button>
      <p className="speaker-problem" role="status">
        {test.state === 'failed' ? t('settings.testFailed') : ''}
      </p>
    </div>
  )
}
