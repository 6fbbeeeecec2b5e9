// SPDX-License-Identifier: Apache-2.0
// A box to tick with words beside it; alone, or one of a CheckboxGroup.
import type { ReactNode } from 'react'
import { Checkbox, type CheckboxProps } from 'react-aria-components'
import './checkField.css'

export interface CheckFieldProps extends Omit<CheckboxProps, 'children' | 'className'> {
  readonly children: ReactNode
  /** What ticking it does, in a line below. */
  readonly hint?: string
}

export function CheckField({ children, hint, ...rest }: CheckFieldProps) {
  return (
    <Checkbox {...rest} className="check-field">
      <span className="check-box" aria-hidden="true" />
      {hint === undefined ? (
        children
      ) : (
        <span>
          <b>{children}</b>
          <span className="check-hint">{hint}</span>
        </span>
      )}
    </Checkbox>
  )
}
