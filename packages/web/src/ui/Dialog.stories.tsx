// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { Button } from './Button.tsx'
import { Dialog, DialogActions } from './Dialog.tsx'

export const stories: Stories = {
  'When pressed': function WhenPressed() {
    const [size, setSize] = useState<'medium' | 'wide'>()
    const close = () => setSize(undefined)
    return (
      <>
        <Button onPress={() => setSize('medium')}>A question</Button>
        <Button onPress={() => setSize('wide')}>Much to choose</Button>
        {size ? (
          <Dialog title="Open all rooms" size={size} onClose={close}>
            <p className="muted-text">8 people go to their room.</p>
            <DialogActions>
              <Button onPress={close}>Not yet</Button>
              <Button look="primary" onPress={close}>
                Open all rooms
              </Button>
            </DialogActions>
          </Dialog>
        ) : null}
      </>
    )
  },
}
