// SPDX-License-Identifier: Apache-2.0
// The way into a meeting and out of it: looks for the seat that this tab may hold, joins, comes back, leaves. Says where one stands; what is shown then is
// the page's.
import type { MeetingClient, MeetingStatus } from '@alcove/client'
import type { MeetingId } from '@alcove/protocol'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { LocalMedia } from '../../devices/LocalMedia.ts'
import { rememberedName, rememberName } from '../../devices/remembered.ts'
import type { HostLink } from '../../embed/HostLink.ts'
import type { Address } from '../../embed/readAddress.ts'
import { startMediaOf, startWithDevices } from '../../embed/startMedia.ts'
import { doWhatWasSet } from '../../embed/useHosting.ts'
import { t } from '../../i18n/texts.ts'
import type { HeldSnapshots } from '../../state/HeldSnapshots.ts'
import type { PageStore } from '../../state/PageStore.ts'
import { toShortText } from '../problems/errorTexts.ts'
import { enter, isAboutPassword, nothingOn, wantedMedia } from './entering.ts'

export type Phase =
  /** Looking for the seat that this tab may hold. */
  | { readonly at: 'checking' }
  /** Another live tab holds the seat. */
  | { readonly at: 'elsewhere' }
  | { readonly at: 'entry'; readonly problem?: EntryProblem }
  | { readonly at: 'joining' }
  /** Coming back to a seat. */
  | { readonly at: 'returning' }
  /** What shows follows the client's state. */
  | { readonly at: 'in' }
  | { readonly at: 'left' }
  /** This tab ended the meeting, and was loaded again since. */
  | { readonly at: 'ended' }

/** Why joining failed. */
interface EntryProblem {
  readonly text: string
  readonly isAboutPassword: boolean
}

export interface EnteringInput {
  readonly client: MeetingClient
  readonly media: LocalMedia
  readonly page: PageStore
  readonly host: HostLink | undefined
  readonly meetingId: MeetingId
  readonly address: Address
  /** What is drawn of the meeting. */
  readonly source: HeldSnapshots
  readonly status: MeetingStatus['status']
  readonly tell: (tone: 'error', text: string) => void
}

export interface Entering {
  readonly phase: Phase
  /** A password was asked for since the page was opened. */
  readonly asksPassword: boolean
  /** Of the address, or remembered, as the page opened. */
  readonly initialName: string
  readonly showEntry: () => void
  readonly join: (displayName: string, password?: string) => Promise<void>
  readonly comeBack: () => Promise<void>
  /** What a host page gives while a password is asked for. False: none is. */
  readonly givePassword: (password: string) => boolean
  readonly leave: () => void
}

export function useEntering(input: EnteringInput): Entering {
  const { client, media, page, host, meetingId, address, source, status, tell } = input
  const [phase, setPhase] = useState<Phase>({ at: 'checking' })
  const [asksPassword, setAsksPassword] = useState(false)

  // Joining remembers another name, and must not begin the entry anew.
  const [initialName] = useState(() => address.displayName ?? rememberedName())
  const showEntry = useCallback(() => {
    setPhase({ at: 'entry' })
    client.prepare()
    void startWithDevices(media, startMediaOf(wantedMedia(), page.getSnapshot().config), address.devices)
    host?.tellEntry(initialName)
  }, [client, media, page, host, initialName, address.devices])

  // Who has left, or tries anew, is told nothing more of an earlier try.
  const tries = useRef(0)
  const beginTry = useCallback(() => {
    tries.current += 1
    const own = tries.current
    return () => own === tries.current
  }, [])
  const isPasswordDue = useRef(false)
  const showProblem = useCallback(
    (error: unknown) => {
      if (isAboutPassword(error)) {
        setAsksPassword(true)
        isPasswordDue.current = true
        host?.tellPasswordRequired()
      }
      setPhase({ at: 'entry', problem: { text: toShortText(error), isAboutPassword: isAboutPassword(error) } })
    },
    [host],
  )

  // Piece by piece: drawn at one go it would hold up the opening of media, which begins at the same time.
  const showMeeting = useCallback(() => {
    source.hold()
    startTransition(() => setPhase({ at: 'in' }))
  }, [source])
  useEffect(() => {
    if (phase.at === 'in') source.release()
  }, [phase, source])

  const comeBack = useCallback(async () => {
    const isCurrent = beginTry()
    setPhase({ at: 'returning' })
    void media.start(wantedMedia(), client)
    try {
      await enter(client, meetingId, rememberedName() || t('words.guest'))
    } catch (error) {
      if (!isCurrent()) return
      // The seat is gone, and a new one needs what only the person knows.
      if (isAboutPassword(error)) return showProblem(error)
      // The state of the client tells what went wrong, and the page follows it.
    }
    if (isCurrent()) showMeeting()
  }, [client, media, meetingId, beginTry, showProblem, showMeeting])

  const isNew = useRef(false)
  // Frames of other sites may remember nothing.
  const triedName = useRef('')
  const join = useCallback(
    async (displayName: string, password?: string) => {
      const isCurrent = beginTry()
      rememberName(displayName)
      setPhase({ at: 'joining' })
      isPasswordDue.current = false
      isNew.current = true
      triedName.current = displayName
      void media.attach(client)
      try {
        await enter(client, meetingId, displayName, password)
        if (isCurrent()) showMeeting()
      } catch (error) {
        if (isCurrent()) showProblem(error)
      }
    },
    [client, media, meetingId, beginTry, showProblem, showMeeting],
  )

  const givePassword = useCallback(
    (password: string) => {
      if (!isPasswordDue.current) return false
      void join(triedName.current, password)
      return true
    },
    [join],
  )

  /** Without the page before entering, where the configuration leaves it out. */
  const joinAtOnce = useCallback(async () => {
    setPhase({ at: 'joining' })
    // A link alone makes nobody heard or seen: that is for the person to say, or for a page that embeds the meeting.
    const wanted = host ? wantedMedia() : nothingOn
    void startWithDevices(media, startMediaOf(wanted, page.getSnapshot().config), address.devices)
    await join(initialName || t('words.guest'))
  }, [join, media, page, host, initialName, address.devices])

  const leave = useCallback(() => {
    beginTry()
    isPasswordDue.current = false
    setPhase({ at: 'left' })
    // Who is not in the meeting, nor in its lobby, has no end to be told of by the client.
    if (!['joined', 'reconnecting', 'waiting'].includes(client.getSnapshot().state.status)) host?.tellClosed()
    media.stop()
    void client.leave().catch(() => {}) // Left for this person either way; the server notices a silent seat by itself.
  }, [client, media, host, beginTry])

  useEffect(() => {
    let current = true
    const begin = async () => {
      const { config } = page.getSnapshot()
      const isDirect = (config['prejoinConfig.enabled'] ?? config.prejoinPageEnabled) === false
      if (client.storedSeat() === undefined) {
        // A host page that opens the name anew means the next meeting.
        if (client.hasEndedMeeting() && !host) return setPhase({ at: 'ended' })
        return isDirect ? joinAtOnce() : showEntry()
      }
      const held = await client.isSeatHeldElsewhere().catch(() => false)
      if (!current) return
      if (held) setPhase({ at: 'elsewhere' })
      else await comeBack()
    }
    void begin()
    return () => {
      current = false
    }
  }, [client, host, page, comeBack, showEntry, joinAtOnce])

  const isIn = phase.at === 'in'
  useEffect(() => {
    // Camera and microphone belong to whoever is in the meeting, or still tries to join.
    if (isIn && (status === 'replaced' || status === 'failed')) media.stop()
  }, [isIn, status, media])

  useEffect(() => {
    // Also who waited in the lobby is in now.
    if (!isIn || status !== 'joined' || !isNew.current) return
    isNew.current = false
    doWhatWasSet({ client, media, page }).catch((error: unknown) => tell('error', toShortText(error)))
  }, [isIn, status, client, media, page, tell])

  return { phase, asksPassword, initialName, showEntry, join, comeBack, givePassword, leave }
}
