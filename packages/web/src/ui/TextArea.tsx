// SPDX-License-Identifier: Apache-2.0
// A field for text of several lines, with a label.
import { TextArea as AriaTextArea, TextField as AriaTextField, Label } from 'react-aria-components'
import './field.css'

export interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly autoFocus?: boolean
  readonly rows?: number
}

export function TextArea({ label, value, onChange, maxLength, autoFocus = false, rows = 3 }: TextAreaProps) {
  return (
    <AriaTextField className="field" value={value} onChange={onChange} maxLength={maxLength} autoFocus={autoFocus}>
      <Label className="field-label">{label}</Label>
      <AriaTextArea className="field-input field-area" rows={rows} dir="auto" />
    </AriaTextField>
  )
}
