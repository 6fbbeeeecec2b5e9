// SPDX-License-Identifier: Apache-2.0
// The switch of the microphone or of the camera, with the choice of the device beside it.
import { ChevronUp, Mic, MicOff, Video, VideoOff } from 'lucide-react'
import type { ReactElement } from 'react'
import type { DeviceState } from '../../devices/LocalMedia.ts'
import type { DeviceKind } from '../../devices/openDevice.ts'
import { t } from '../../i18n/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import type { Gate } from '../moderation/ownSending.ts'
import type { BarRules } from './barRules.ts'
import type { ControlBarProps } from './controlBarProps.ts'
import { toDeviceGroup, toGateWords } from './controlEntries.tsx'

const icons: Readonly<Record<DeviceKind, { on: ReactElement; off: ReactElement }>> = {
  microphone: { on: <Mic />, off: <MicOff /> },
  camera: { on: <Video />, off: <VideoOff /> },
}

export interface DeviceControlProps {
  readonly rules: BarRules
  readonly gate: Gate
  readonly kind: DeviceKind
  readonly state: DeviceState
  readonly actions: ControlBarProps['actions']
}

export function DeviceControl({ gate, kind, state, actions, rules }: DeviceControlProps) {
  const on = state.wanted
  const media = kind === 'microphone' ? 'audio' : 'video'
  const words = gate === 'free' ? toSwitchWords(kind, on) : toGateWords(media, gate)
  const choose = kind === 'microphone' ? t('meeting.chooseMicrophone') : t('meeting.chooseCamera')
  return (
    <span className="control-split" data-off={!on || undefined}>
      <IconButton
        label={words}
        icon={state.opening ? <Spinner /> : on ? icons[kind].on : icons[kind].off}
        look={on ? 'plain' : 'off'}
        onPress={rules.press(kind, () =>
          gate === 'free' || on ? actions.setOn(kind, !on) : actions.ask(media, gate === 'ask'),
        )}
        badge={gate === 'asking' ? '?' : state.problem ? '!' : undefined}
      />
      {state.choices.length > 0 ? (
        <Menu
          label={choose}
          placement="top"
          trigger={
            <IconButton label={choose} icon={<ChevronUp />} size="small" look="quiet" className="control-caret" />
          }
          groups={[toDeviceGroup(kind, state, actions)]}
        />
      ) : null}
    </span>
  )
}

function toSwitchWords(kind: DeviceKind, on: boolean): string {
  if (kind === 'microphone') return on ? t('meeting.mute') : t('meeting.unmute')
  return on ? t('meeting.cameraOff') : t('meeting.cameraOn')
}
