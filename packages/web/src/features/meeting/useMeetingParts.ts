// SPDX-License-Identifier: Apache-2.0
// What a page of a meeting is made of: the client, what is captured here, and what shows besides the meeting. All of it ends with the page.
import { createMeetingClient, type MeetingClient } from '@alcove/client'
import type { MeetingId } from '@alcove/protocol'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { toEffect, toPictureEffect } from '../../devices/effects/effect.ts'
import { LocalMedia } from '../../devices/LocalMedia.ts'
import { rememberEmail, rememberedEmail } from '../../devices/remembered.ts'
import type { Address } from '../../embed/readAddress.ts'
import { keptToken } from '../../state/joinToken.ts'
import { PageStore } from '../../state/PageStore.ts'
import { usePreferences } from '../../state/preferences.ts'
import { tabStorage } from '../../state/tabStorage.ts'
import { usePage } from '../../state/usePage.ts'
import { toShortText } from '../problems/errorTexts.ts'

export function useMeetingParts(meetingId: MeetingId, address: Address, tell: (tone: 'error', text: string) => void) {
  const latestTell = useRef(tell)
  latestTell.current = tell
  const parts = useMemo(() => {
    // Without one the seat is kept as long as the page lives.
    const storage = tabStorage()
    const client: MeetingClient = createMeetingClient({
      serverUrl: location.origin,
      meetingId,
      ...(storage && { storage }),
      token: () => keptToken(meetingId),
    })
    const media = new LocalMedia((error) => latestTell.current('error', toShortText(error)))
    // In a host page the meeting begins alone: what else shows is up to that page.
    const paneOpen = address.instance === undefined && innerWidth >= 1000
    const whose = `${meetingId} ${address.displayName ?? ''}`
    const email = address.email ?? rememberedEmail(whose)
    return { client, media, page: new PageStore({ config: address.config, paneOpen, email }), whose }
  }, [meetingId, address])
  useEffect(() => {
    const { client, media, page, whose } = parts
    // For support and tests: the handle to the running client. The only thing of ours on `window`.
    window.alcove = { client }
    const refresh = () => void media.refreshDevices()
    navigator.mediaDevices?.addEventListener('devicechange', refresh)
    const forget = page.subscribe(() => keepEmail(whose, page))
    return () => {
      forget()
      navigator.mediaDevices?.removeEventListener('devicechange', refresh)
      delete window.alcove
      media.stop()
      client.close()
    }
  }, [parts])
  return parts
}

/** A host page gives it once, and not again when its frame is loaded anew. */
function keepEmail(whose: string, page: PageStore): void {
  const { email } = page.getSnapshot()
  if (email !== undefined && email !== rememberedEmail(whose)) rememberEmail(whose, email)
}

/** Background and noise as the person prefers, or as the host page says, from before the devices open. */
export function useEffects(media: LocalMedia, page: PageStore): void {
  const preferred = usePreferences()
  const { backdrop } = usePage(page)
  const picture = backdrop ?? (preferred.background === 'own' ? preferred.ownBackground : undefined)
  const before = useMemo(() => (picture === undefined ? undefined : toPictureEffect(picture)), [picture])
  const camera = before ?? toEffect('camera', preferred)
  const microphone = toEffect('microphone', preferred)
  useLayoutEffect(() => void media.setEffect('camera', camera), [media, camera])
  useLayoutEffect(() => void media.setEffect('microphone', microphone), [media, microphone])
}

declare global {
  interface Window {
    alcove?: { readonly client: MeetingClient }
  }
}
