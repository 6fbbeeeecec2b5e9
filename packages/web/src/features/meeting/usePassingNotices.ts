// SPDX-License-Identifier: Apache-2.0
// Notices that go by themselves after a while.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Notice, NoticeTone } from './notices.ts'

const lifetimeMs: Readonly<Record<NoticeTone, number>> = { info: 5000, busy: 5000, warn: 15_000, error: 8000 }

export interface PassingNotices {
  readonly notices: readonly Notice[]
  readonly tell: (tone: NoticeTone, text: string, more?: string) => void
  readonly dismiss: (id: string) => void
}

export function usePassingNotices(): PassingNotices {
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  const count = useRef(0)
  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running) clearTimeout(timer)
    }
  }, [])
  const dismiss = useCallback((id: string) => setNotices((before) => before.filter((notice) => notice.id !== id)), [])
  const tell = useCallback(
    (tone: NoticeTone, text: string, more?: string) => {
      count.current += 1
      const id = `passing-${count.current}`
      // The newest two are enough, and the same words need not stand there twice.
      setNotices((before) => [
        ...before.filter((notice) => notice.text !== text).slice(-1),
        { id, tone, text, ...(more === undefined ? {} : { more }) },
      ])
      const timer = setTimeout(() => {
        timers.current.delete(timer)
        dismiss(id)
      }, lifetimeMs[tone])
      timers.current.add(timer)
    },
    [dismiss],
  )
  return { notices, tell, dismiss }
}
