// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { Button } from './Button.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'

export const stories: Stories = {
  'When pressed': function WhenPressed() {
    const [isOpen, setOpen] = useState(false)
    const close = () => setOpen(false)
    return (
      <>
        <Button onPress={() => setOpen(true)}>Remove…</Button>
        {isOpen ? (
          <ConfirmDialog title="Remove Room 2?" confirm="Remove the room" onConfirm={close} onClose={close}>
            <p className="muted-text">3 people are in it. They all come back to the main room first.</p>
          </ConfirmDialog>
        ) : null}
      </>
    )
  },
}
