// SPDX-License-Identifier: Apache-2.0
// A button with words. One look per weight: primary for the next step, plain, quiet in lists, danger for leaving and ending.
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: 'primary' | 'plain' | 'outline' | 'danger' | 'danger-quiet'
  readonly size?: 'small' | 'medium' | 'large'
  readonly className?: string
}

export function Button({ look = 'plain', size = 'medium', className = '', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button button-${look} button-${size} ${className}`} />
}
