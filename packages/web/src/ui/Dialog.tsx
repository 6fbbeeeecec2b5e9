// SPDX-License-Identifier: Apache-2.0
// A modal question: title, content, and a row of actions that the caller gives. Escape and a press outside close it.
import { createContext, type ReactNode, useContext } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

/** What is told above every dialog, which keeps the rest of the page from being seen, read and pressed. */
export const AboveDialogContext = createContext<ReactNode>(null)

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
  readonly size?: 'medium' | 'wide'
}

export function Dialog({ title, onClose, children, role = 'dialog', size = 'medium' }: DialogProps) {
  return (
    <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      {/* So marked it can be pressed and is read, though it is outside. */}
      <div className="dialog-told" data-react-aria-top-layer>
        {useContext(AboveDialogContext)}
      </div>
      <Modal className={`dialog-modal dialog-modal-${size}`}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>
}
