// SPDX-License-Identifier: Apache-2.0
// Making the moderator link, and copying it at once: it cannot be shown again.
import { useState } from 'react'
import { copyText } from '../../ui/copyText.ts'
import type { MeetingDoorActions } from './meetingDoorActions.ts'

export function useModeratorLink(onMake: MeetingDoorActions['makeModeratorLink']) {
  const [link, setLink] = useState<string>()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (text: string) => setIsCopied(await copyText(text))
  return {
    /** Undefined: not made yet. */
    link,
    /** Plain http has no clipboard: then the link is there to be copied by hand. */
    isCopied,
    copy,
    /** Resolves with whether it was made. An older link ends with it. */
    make: async (): Promise<boolean> => {
      const made = await onMake()
      if (made === undefined) return false
      setLink(made)
      await copy(made)
      return true
    },
  }
}
