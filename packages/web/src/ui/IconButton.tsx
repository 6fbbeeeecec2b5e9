// SPDX-License-Identifier: Apache-2.0
// A round button with a picture. Its words are its name for screen readers and its tooltip for everybody else.
import type { ReactElement } from 'react'
import { Button, type PressEvent, Tooltip, TooltipTrigger } from 'react-aria-components'
import './button.css'

export interface IconButtonProps {
  readonly label: string
  readonly icon: ReactElement
  /** on: this is running; off: this is switched off and worth noticing; danger: leaving. */
  readonly look?: 'plain' | 'on' | 'off' | 'danger' | 'quiet'
  readonly size?: 'small' | 'medium'
  /** Absent: the control is disabled. Menus bring their own. */
  readonly onPress?: ((event: PressEvent) => void) | undefined
  readonly isDisabled?: boolean
  /** For switches: announced as pressed or not. */
  readonly isPressed?: boolean
  readonly isExpanded?: boolean
  /** A small sign at the corner, such as a number. Seen only: what it says stands elsewhere, too. */
  readonly badge?: string | undefined
  readonly className?: string
}

export function IconButton(props: IconButtonProps) {
  const { label, icon, look = 'plain', size = 'medium', badge, className = '' } = props
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button
        aria-label={label}
        {...(badge === undefined ? {} : { 'data-badge': badge })}
        className={`icon-button icon-button-${look} icon-button-${size} ${className}`}
        {...(props.onPress ? { onPress: props.onPress } : {})}
        {...(props.isDisabled ? { isDisabled: true } : {})}
        {...(props.isPressed === undefined ? {} : { 'aria-pressed': props.isPressed })}
        {...(props.isExpanded === undefined ? {} : { 'aria-expanded': props.isExpanded })}
      >
        {icon}
      </Button>
      <Tooltip className="tooltip" offset={8}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
