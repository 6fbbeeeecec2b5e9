// SPDX-License-Identifier: Apache-2.0

import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { Button } from './Button.tsx'
import { MenuAt } from './MenuAt.tsx'

function OneMenuForTwo() {
  const [anchor, setAnchor] = useState<Element>()
  return (
    <>
      <Button onPress={({ target }) => setAnchor(target)}>Maya</Button>{' '}
      <Button onPress={({ target }) => setAnchor(target)}>Tom</Button>
      {anchor ? (
        <MenuAt
          label="Actions"
          anchor={anchor}
          groups={[{ id: 'move', title: 'Move to', entries: [{ id: '1', label: 'Room 1', onAction: () => {} }] }]}
          onClose={() => setAnchor(undefined)}
        />
      ) : null}
    </>
  )
}

export const stories: Stories = {
  'One menu for two buttons': () => <OneMenuForTwo />,
}
