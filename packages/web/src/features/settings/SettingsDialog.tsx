// SPDX-License-Identifier: Apache-2.0
// What a person prefers, before entering and in the meeting: devices, picture, language, look, keys. Everything holds at once and is kept.
// Loaded on use.
import { type ReactNode, useId } from 'react'
import type { DeviceState, LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { isLanguage, languageNames, languages } from '../../i18n/languages.ts'
import { t } from '../../i18n/texts.ts'
import { changePreferences, themes, usePreferences } from '../../state/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { LevelMeter } from '../../ui/LevelMeter.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { BackgroundChoice } from './BackgroundChoice.tsx'
import { OwnName, type OwnNameProps } from './OwnName.tsx'
import { SpeakerChoice } from './SpeakerChoice.tsx'
import './settings.css'

export interface SettingsDialogProps {
  readonly local: LocalMediaSnapshot
  /** Absent where it is not changed here: before entering, and for whom others named. */
  readonly ownName?: OwnNameProps | undefined
  /** As in {@link BackgroundChoiceProps}. */
  readonly dropGivenBackground?: (() => void) | undefined
  readonly onChoose: (kind: DeviceKind, deviceId: string) => void
  /** Absent where no list can be shown. */
  readonly onShowShortcuts?: (() => void) | undefined
  readonly onClose: () => void
}

export function SettingsDialog(props: SettingsDialogProps) {
  const { local, ownName, dropGivenBackground, onChoose, onShowShortcuts, onClose } = props
  const preferences = usePreferences()
  const { microphone, camera, speakers = [] } = local
  return (
    <Dialog title={t('settings.title')} size="wide" onClose={onClose}>
      <div className="settings">
        <div className="settings-column">
          <Section title={t('settings.devices')}>
            <SelectField
              label={t('words.microphone')}
              {...toField('microphone', microphone, onChoose)}
              trailing={<LevelMeter track={microphone.track} label={t('entry.level')} />}
            />
            <Switch
              label={t('settings.noise')}
              hint={microphone.effectFailed ? t('settings.noiseFailed') : t('settings.noiseHint')}
              isOn={preferences.noiseSuppression}
              onChange={(noiseSuppression) => changePreferences({ noiseSuppression })}
            />
            <SpeakerChoice speakers={speakers} />
            <SelectField label={t('words.camera')} {...toField('camera', camera, onChoose)} />
          </Section>
          <Section title={t('settings.meetings')}>
            {ownName ? <OwnName {...ownName} /> : null}
            <Switch
              label={t('settings.joinMuted')}
              hint={t('settings.joinMutedHint')}
              isOn={preferences.joinMuted}
              onChange={(joinMuted) => changePreferences({ joinMuted })}
            />
            <Switch
              label={t('settings.shortcuts')}
              hint={t('settings.shortcutsHint')}
              isOn={preferences.shortcuts}
              onChange={(shortcuts) => changePreferences({ shortcuts })}
            />
            {onShowShortcuts ? (
              <Button className="settings-inline" onPress={onShowShortcuts}>
                {t('settings.showShortcuts')}
              </Button>
            ) : null}
          </Section>
        </div>
        <div className="settings-column">
          <Section title={t('settings.picture')}>
            <BackgroundChoice camera={camera} dropGiven={dropGivenBackground} />
            <Switch
              label={t('settings.selfView')}
              hint={t('settings.selfViewHint')}
              isOn={preferences.selfView}
              onChange={(selfView) => changePreferences({ selfView })}
            />
            <Switch
              label={t('settings.mirror')}
              hint={t('settings.mirrorHint')}
              isOn={preferences.mirror}
              onChange={(mirror) => changePreferences({ mirror })}
            />
          </Section>
          <Section title={t('settings.look')}>
            <ChoiceRow
              label={t('settings.theme')}
              choices={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
              chosen={preferences.theme}
              onChoose={(theme) => changePreferences({ theme })}
            />
            <SelectField
              label={t('settings.language')}
              choices={[
                { id: 'auto', label: t('settings.languageAuto') },
                ...languages.map((id) => ({ id, label: languageNames[id] })),
              ]}
              chosen={preferences.language ?? 'auto'}
              placeholder=""
              onChoose={(id) => changePreferences({ language: isLanguage(id) ? id : undefined })}
            />
          </Section>
        </div>
      </div>
      <DialogActions>
        <Button look="primary" onPress={onClose}>
          {t('settings.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function toField(kind: DeviceKind, state: DeviceState, onChoose: SettingsDialogProps['onChoose']) {
  return {
    choices: state.choices.map(({ deviceId, label }) => ({ id: deviceId, label })),
    chosen: state.chosenId,
    placeholder: state.track ? t(`entry.${kind}.default`) : t(`entry.${kind}.off`),
    onChoose: state.choices.length > 0 ? (id: string) => onChoose(kind, id) : undefined,
  }
}
