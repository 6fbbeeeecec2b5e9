// SPDX-License-Identifier: Apache-2.0
// Something that is on or off, with its words and, if need be, what it does.
import { Switch as AriaSwitch } from 'react-aria-components'
import './switch.css'

export interface SwitchProps {
  readonly label: string
  readonly hint?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function Switch({ label, hint, isOn, onChange }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} onChange={onChange}>
      <span className="switch-words">
        <b>{label}</b>
        {hint === undefined ? null : <span className="switch-hint">{hint}</span>}
      </span>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-knob" />
      </span>
    </AriaSwitch>
  )
}
