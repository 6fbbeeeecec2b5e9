// SPDX-License-Identifier: Apache-2.0
// What few people need, folded away behind a word; what is folded is not there, and asks for nothing.
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import './more.css'

export interface MoreProps {
  readonly title: string
  /** Says while it is folded that something in it is chosen. */
  readonly note?: string | undefined
  readonly isOpenAtFirst?: boolean
  readonly children: ReactNode
}

export function More({ title, note, isOpenAtFirst = false, children }: MoreProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  return (
    <Disclosure className="more" isExpanded={isOpen} onExpandedChange={setIsOpen}>
      <Heading level={3} className="more-heading">
        <Button slot="trigger" className="more-button">
          <ChevronRight aria-hidden="true" size={17} />
          {title}
          {note === undefined ? null : <span className="more-note">{note}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="more-panel">
        <div className="more-content">{isOpen ? children : null}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}
