// SPDX-License-Identifier: Apache-2.0
// The wall: all rooms at a glance, each with who speaks there, how long it has been silent, and what waits. Looks into rooms while it is open, which they
// are shown. Who waits for something stands above it.
import type { RoomId } from '@alcove/protocol'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { useServerNow } from '../../state/useServerNow.ts'
import { Switch } from '../../ui/Switch.tsx'
import type { BoardCard } from '../board/boardModel.ts'
import { useSize } from '../meeting/useSize.ts'
import type { RoomsPaneModel } from '../rooms/roomsPane.ts'
import { useLooks } from './useLooks.ts'
import { WallCard, type WallCardActions } from './WallCard.tsx'
import { layOutWall } from './wallLayout.ts'
import { toWallLooks } from './wallLooks.ts'
import './wall.css'

export interface WallProps {
  readonly pane: RoomsPaneModel
  readonly cards: readonly BoardCard[]
  readonly serverOffsetMs: number
  readonly actions: WallCardActions
  readonly look: (roomId: RoomId, isLooking: boolean) => void
  /** Who waits for help, to be let in, to speak. */
  readonly waiting: ReactNode
}

const nothingOnScreen: ReadonlySet<RoomId> = new Set()
const lookEveryMs = 5_000

export function Wall({ pane, cards, serverOffsetMs, actions, look, waiting }: WallProps) {
  const [isLooking, setIsLooking] = useState(true)
  const [area, size] = useSize<HTMLDivElement>()
  const [onScreen, watchCard] = useOnScreen()
  const now = useServerNow(serverOffsetMs, lookEveryMs)
  const { view, mayLookIn } = pane
  const wanted = useMemo(() => (isLooking ? toWallLooks(cards, onScreen) : []), [isLooking, cards, onScreen])
  useLooks({ wanted, current: view.moderators?.lookingInto[view.self.participantId] ?? [], look })
  const { columns, pictureHeight } = layOutWall(size, cards.length)
  return (
    <div className="wall">
      <div className="wall-head">
        {mayLookIn ? (
          <Switch label={t('seeing.lookIn')} hint={t('wall.looks')} isOn={isLooking} onChange={setIsLooking} />
        ) : (
          <p className="muted-text">{t('seeing.policy.off')}</p>
        )}
        {waiting}
      </div>
      <div className="wall-scroll" ref={area}>
        {cards.length === 0 ? <p className="wall-empty">{t('wall.noRooms')}</p> : null}
        <div
          className="wall-cards"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 520px))`,
            ['--wall-picture' as string]: `${pictureHeight}px`,
          }}
        >
          {cards.map((card) => (
            <WallCard
              key={card.roomId}
              card={card}
              now={now}
              serverOffsetMs={serverOffsetMs}
              actions={actions}
              watch={watchCard}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Which cards are seen now, and how a card is watched. */
function useOnScreen() {
  const [onScreen, setOnScreen] = useState(nothingOnScreen)
  const observer = useRef<IntersectionObserver>(undefined)
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    observer.current ??= new IntersectionObserver((entries) =>
      setOnScreen((before) => {
        const next = new Set(before)
        for (const { target, isIntersecting } of entries) {
          const roomId = (target as HTMLElement).dataset.wallCard as RoomId
          if (isIntersecting) next.add(roomId)
          else next.delete(roomId)
        }
        return next
      }),
    )
    const watching = observer.current
    watching.observe(element)
    return () => watching.unobserve(element)
  }, [])
  return [onScreen, watch] as const
}
