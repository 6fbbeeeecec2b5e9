// SPDX-License-Identifier: Apache-2.0
// A box to tick with words beside it; alone, or one of a CheckboxGroup.
import type { ReactNode } from 'react'
import { Checkbox, type CheckboxProps } from 'react-aria-components'
import './checkField.css'

export interface CheckFieldProps extends Omit<CheckboxProps, 'children' | 'className'> {
  readonly children: ReactNode
}

export function CheckField({ children, ...rest }: CheckFieldProps) {
  return (
    <Checkbox {...rest} className="check-field">
      <span className="check-box" aria-hidden="true" />
      {children}
    </Checkbox>
  )
}
