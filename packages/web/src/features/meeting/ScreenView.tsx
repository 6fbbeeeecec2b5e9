// SPDX-License-Identifier: Apache-2.0
// A shared screen. On the stage it can be enlarged and moved, by wheel, pinch, drag and keyboard; in the strip it is pressed to come to the stage.
import { Maximize2, MonitorUp, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import type { Rect } from '../../layout/tileGrid.ts'
import { moveBy, noZoom, type Point, toPinch, type Zoom, zoomAt } from '../../layout/zoom.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { VideoView } from '../../ui/VideoView.tsx'
import { toStyle } from './Tile.tsx'
import type { ScreenModel } from './tiles.ts'

export interface ScreenViewProps {
  readonly screen: ScreenModel
  readonly rect: Rect
  /** Present in the strip: brings it to the stage. */
  readonly onPress?: (() => void) | undefined
}

const step = 1.5
const keyStep = 60

export function ScreenView({ screen, rect, onPress }: ScreenViewProps) {
  const [zoom, setZoom] = useState<Zoom>(noZoom)
  const frame = useRef<HTMLDivElement>(null)
  const isStage = onPress === undefined
  const change = (factor: number, point: Point = { x: 0, y: 0 }) =>
    setZoom((before) => zoomAt(before, factor, point, rect))
  useWheelZoom(frame, isStage, change)
  const move = (by: Point) => setZoom((before) => moveBy(before, by, rect))
  const pointers = usePointers(move, change)
  const shown = isStage ? zoom : noZoom
  return (
    <figure className="screen" style={toStyle(rect)} data-screen-of={screen.participantId}>
      {screen.track ? (
        // biome-ignore lint/a11y/useSemanticElements: a picture that can be moved is no form field
        <div
          className="screen-picture"
          role="group"
          aria-label={t('meeting.screenOf', { name: screen.name })}
          ref={frame}
          data-zoomed={shown.scale > 1 || undefined}
          {...(isStage ? { tabIndex: 0, onKeyDown: toKeyHandler(change, move), ...pointers } : {})}
        >
          <div
            className="screen-zoom"
            style={{ transform: `translate(${shown.x}px, ${shown.y}px) scale(${shown.scale})` }}
          >
            <VideoView track={screen.track} fit="contain" />
          </div>
        </div>
      ) : (
        <p className="screen-waiting">
          <Spinner /> {t('meeting.screenWaiting')}
        </p>
      )}
      <figcaption className="tile-name">
        <MonitorUp aria-hidden="true" />
        <span className="tile-name-words">{t('meeting.screenOf', { name: screen.name })}</span>
      </figcaption>
      {isStage && screen.track ? (
        <div className="screen-tools">
          <IconButton label={t('meeting.zoomIn')} icon={<ZoomIn />} size="small" onPress={() => change(step)} />
          <IconButton label={t('meeting.zoomOut')} icon={<ZoomOut />} size="small" onPress={() => change(1 / step)} />
          <IconButton label={t('meeting.zoomAll')} icon={<Maximize2 />} size="small" onPress={() => setZoom(noZoom)} />
        </div>
      ) : null}
      {onPress ? (
        <button
          type="button"
          className="screen-choose"
          onClick={onPress}
          aria-label={t('meeting.showScreenLarge', { name: screen.name })}
        />
      ) : null}
    </figure>
  )
}

function toKeyHandler(change: (factor: number) => void, move: (by: Point) => void) {
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => change(step),
    '=': () => change(step),
    '-': () => change(1 / step),
    ArrowLeft: () => move({ x: keyStep, y: 0 }),
    ArrowRight: () => move({ x: -keyStep, y: 0 }),
    ArrowUp: () => move({ x: 0, y: keyStep }),
    ArrowDown: () => move({ x: 0, y: -keyStep }),
  }
  return (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
}

/** A pinch on a touchpad arrives as a wheel with the control key. React listens passively, so the page itself would zoom. */
function useWheelZoom(
  frame: { readonly current: HTMLElement | null },
  isOn: boolean,
  change: (factor: number, point: Point) => void,
): void {
  const latest = useRef(change)
  latest.current = change
  useEffect(() => {
    const element = frame.current
    if (!element || !isOn) return undefined
    const handle = (event: WheelEvent) => {
      event.preventDefault()
      const point = fromMiddle(element, { x: event.clientX, y: event.clientY })
      latest.current(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), point)
    }
    element.addEventListener('wheel', handle, { passive: false })
    return () => element.removeEventListener('wheel', handle)
  })
}

/** The mouse or one finger moves it, two fingers enlarge it around the middle between them. */
function usePointers(move: (by: Point) => void, change: (factor: number, point: Point) => void) {
  const down = useRef(new Map<number, Point>())
  const end = ({ pointerId }: PointerEvent) => void down.current.delete(pointerId)
  return {
    onPointerDown: (event: PointerEvent) => {
      down.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent) => {
      const before = down.current.get(event.pointerId)
      if (!before) return
      const now = { x: event.clientX, y: event.clientY }
      down.current.set(event.pointerId, now)
      const [other] = [...down.current].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]))
      if (!other) return move({ x: now.x - before.x, y: now.y - before.y })
      const { by, factor, middle } = toPinch(before, now, other)
      move(by)
      change(factor, fromMiddle(event.currentTarget, middle))
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}

function fromMiddle(element: Element, { x, y }: Point): Point {
  const box = element.getBoundingClientRect()
  return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 }
}
