// SPDX-License-Identifier: Apache-2.0
// Before entering: see oneself, hear that the microphone works, choose devices, give a name, join. Shows what it is given; opens nothing itself.
import { maxRoomPasswordLength, type OutsideView } from '@alcove/protocol'
import { Mic, MicOff, Settings, Video, VideoOff, Volume2 } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { DeviceState, LocalMediaSnapshot } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { usePreferences } from '../../state/preferences.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LevelMeter } from '../../ui/LevelMeter.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import { Words } from '../../ui/Words.tsx'
import { LanguageMenu } from '../settings/LanguageMenu.tsx'
import { LazySettings } from '../settings/LazySettings.tsx'
import { useTestSound } from '../settings/useTestSound.ts'
import { CodeField } from './CodeField.tsx'
import { toDeviceNotices } from './deviceTexts.ts'
import { NameField } from './NameField.tsx'
import './entry.css'

export interface EntryPageProps {
  readonly title: string
  /** What the meeting tells of itself before one enters. */
  readonly outside: OutsideView
  readonly initialName: string
  /** Fixed: the name was given and stays. */
  readonly name: 'open' | 'fixed' | 'hidden'
  /** By the names `microphone`, `camera` and `settings`. */
  readonly hiddenButtons: readonly string[]
  readonly local: LocalMediaSnapshot
  /** Why the last try to join failed, in words. */
  readonly problem: string | undefined
  /** Undefined: none is asked for. */
  readonly password: { readonly problem: string | undefined } | undefined
  readonly isJoining: boolean
  readonly actions: {
    readonly join: (displayName: string, password: string | undefined) => void
    /** Takes the code of a prepared seat for the next try. False: it cannot be one. Absent: one is known already. */
    readonly takeCode: ((code: string) => boolean) | undefined
    readonly setOn: (kind: DeviceKind, on: boolean) => void
    readonly choose: (kind: DeviceKind, deviceId: string) => void
  }
}

export function EntryPage(props: EntryPageProps) {
  const { title, outside, initialName, name: nameRule, hiddenButtons, local, problem, isJoining, actions } = props
  const { password: asked } = props
  const [name, setName] = useState(initialName)
  const [nameError, setNameError] = useState<string>()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [codeError, setCodeError] = useState<string>()
  const passwordField = usePasswordFocus(asked !== undefined && !isJoining)
  const [settingsOpen, setSettingsOpen] = useState(false)
  const { microphone, camera } = local
  const { takeCode } = actions
  const join = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') setNameError(t('entry.nameMissing'))
    else if (code?.trim() && takeCode && !takeCode(code)) setCodeError(t('problems.CLAIM_UNKNOWN.short'))
    else actions.join(name.trim(), asked === undefined || password === '' ? undefined : password)
  }
  return (
    <div className="entry">
      <header className="entry-top">
        <Wordmark />
        <span className="entry-tools">
          <LanguageMenu />
          {hiddenButtons.includes('settings') ? null : (
            <IconButton
              label={t('settings.title')}
              icon={<Settings />}
              size="small"
              look="quiet"
              onPress={() => setSettingsOpen(true)}
            />
          )}
        </span>
      </header>
      <main className="entry-main">
        <section className="entry-picture" aria-label={t('entry.devices')}>
          <div className="entry-preview">
            <PreviewContent camera={camera} name={name} />
            <span className="entry-you">{t('words.you')}</span>
          </div>
          <div className="entry-switches">
            {(['microphone', 'camera'] as const).map((kind) =>
              hiddenButtons.includes(kind) ? null : (
                <DeviceSwitch key={kind} kind={kind} state={local[kind]} setOn={actions.setOn} />
              ),
            )}
            <SpeakerTest speakers={local.speakers ?? []} />
          </div>
        </section>
        <form className="entry-form" onSubmit={join} noValidate>
          <h1>{title}</h1>
          <WhoIsHere outside={outside} />
          <DeviceNotices local={local} />
          {nameRule === 'hidden' ? null : (
            <NameField
              name={name}
              onChange={(value) => {
                setName(value)
                setNameError(undefined)
              }}
              isFixed={nameRule === 'fixed'}
              autoFocus={initialName === ''}
              error={nameError}
            />
          )}
          {asked ? (
            <TextField
              label={t('entry.password')}
              value={password}
              onChange={setPassword}
              error={asked.problem}
              maxLength={maxRoomPasswordLength}
              inputRef={passwordField}
            />
          ) : null}
          {takeCode ? (
            <CodeField
              code={code}
              onChange={(value) => {
                setCode(value)
                setCodeError(undefined)
              }}
              error={codeError}
            />
          ) : null}
          <SelectField
            label={t('words.microphone')}
            hideLabel
            icon={microphone.wanted ? <Mic aria-hidden="true" /> : <MicOff aria-hidden="true" />}
            trailing={
              microphone.wanted && microphone.track ? (
                <LevelMeter track={microphone.track} label={t('entry.level')} />
              ) : null
            }
            choices={toChoices(microphone)}
            chosen={microphone.chosenId}
            placeholder={placeholderOf(microphone, 'microphone')}
            onChoose={microphone.track ? (id) => actions.choose('microphone', id) : undefined}
          />
          <SelectField
            label={t('words.camera')}
            hideLabel
            icon={camera.wanted ? <Video aria-hidden="true" /> : <VideoOff aria-hidden="true" />}
            choices={toChoices(camera)}
            chosen={camera.chosenId}
            placeholder={placeholderOf(camera, 'camera')}
            onChoose={camera.track ? (id) => actions.choose('camera', id) : undefined}
          />
          {problem === undefined ? null : (
            <p className="entry-problem" role="alert">
              {problem}
            </p>
          )}
          <Button type="submit" look="primary" size="large" isDisabled={isJoining}>
            {isJoining ? (
              <>
                <Spinner /> {t('entry.joining')}
              </>
            ) : (
              t('entry.join')
            )}
          </Button>
          <p className="entry-note">{t('entry.note')}</p>
        </form>
      </main>
      {settingsOpen ? (
        <LazySettings local={local} onChoose={actions.choose} onClose={() => setSettingsOpen(false)} />
      ) : null}
    </div>
  )
}

function WhoIsHere({ outside: { people, names = [] } }: { readonly outside: OutsideView }) {
  if (people === undefined) return null
  return (
    <p className="entry-people">
      {people === 0 ? t('entry.nobody') : t('entry.people', { count: people })}
      {names.length > 0 ? <span>{t('entry.inMain', { names: formatNames(names) })}</span> : null}
    </p>
  )
}

/** The field that is to be filled next gets the focus, after each try. */
function usePasswordFocus(isWanted: boolean) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isWanted) field.current?.focus()
  }, [isWanted])
  return field
}

function PreviewContent({ camera, name }: { readonly camera: DeviceState; readonly name: string }) {
  const { mirror } = usePreferences()
  if (camera.track && camera.wanted)
    return <VideoView track={camera.track} mirrored={mirror && camera.facing !== 'environment'} fit="cover" />
  if (camera.opening) {
    return (
      <p className="entry-preview-words">
        <Spinner /> {t('entry.cameraStarting')}
      </p>
    )
  }
  return (
    <div className="entry-preview-off">
      {name.trim() === '' ? null : <Avatar id="you" name={name} size="tile" />}
      <p className="entry-preview-words">{t('entry.cameraOff')}</p>
    </div>
  )
}

interface DeviceSwitchProps {
  readonly kind: DeviceKind
  readonly state: DeviceState
  readonly setOn: (kind: DeviceKind, on: boolean) => void
}

function DeviceSwitch({ kind, state, setOn }: DeviceSwitchProps) {
  const on = state.wanted
  const icons = kind === 'microphone' ? { on: <Mic />, off: <MicOff /> } : { on: <Video />, off: <VideoOff /> }
  const turnOn = kind === 'microphone' ? t('entry.turnMicrophoneOn') : t('entry.turnCameraOn')
  const turnOff = kind === 'microphone' ? t('entry.turnMicrophoneOff') : t('entry.turnCameraOff')
  return (
    <IconButton
      label={on ? turnOff : turnOn}
      icon={on ? icons.on : icons.off}
      look={on ? 'on' : 'off'}
      onPress={() => setOn(kind, !on)}
      badge={state.problem ? '!' : undefined}
    />
  )
}

function SpeakerTest({ speakers }: Required<Pick<LocalMediaSnapshot, 'speakers'>>) {
  const test = useTestSound(speakers)
  return (
    <>
      <IconButton
        label={test.state === 'playing' ? t('settings.testingSpeaker') : t('entry.testSpeaker')}
        icon={<Volume2 />}
        look={test.state === 'playing' ? 'on' : 'plain'}
        onPress={test.play}
      />
      <p className="entry-speaker" role="status">
        {test.state === 'failed' ? t('settings.testFailed') : ''}
      </p>
    </>
  )
}

function DeviceNotices({ local }: { readonly local: LocalMediaSnapshot }) {
  const notices = toDeviceNotices({ microphone: local.microphone.problem, camera: local.camera.problem })
  return (
    <div className="entry-notices" aria-live="polite">
      {notices.map((notice) => (
        <div className="entry-notice" key={notice.title}>
          <b>{notice.title}</b>
          <p>
            <Words text={notice.advice} />
          </p>
        </div>
      ))}
    </div>
  )
}

function toChoices(state: DeviceState) {
  return state.choices.map(({ deviceId, label }) => ({ id: deviceId, label }))
}

function placeholderOf(state: DeviceState, kind: DeviceKind): string {
  if (state.opening) return t('entry.waiting')
  return state.track ? t(`entry.${kind}.default`) : t(`entry.${kind}.off`)
}
