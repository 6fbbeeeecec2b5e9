// SPDX-License-Identifier: Apache-2.0
// The picture of the first page: a main room and the alcoves around it. Decoration.

interface Alcove {
  readonly x: number
  readonly colour: string
  readonly people: readonly number[]
}

const alcoves: readonly Alcove[] = [
  { x: 10, colour: 'var(--room-0)', people: [36, 76] },
  { x: 154, colour: 'var(--room-1)', people: [30, 82, 56] },
  { x: 298, colour: 'var(--room-2)', people: [38, 76] },
]
const floor = 200
const inMainRoom = [70, 132, 288, 350]

export function DoorsPicture() {
  return (
    <svg className="doors" viewBox="0 0 420 350" aria-hidden="true">
      {alcoves.map(({ x, colour, people }) => (
        <g key={x} transform={`translate(${x} 0)`}>
          <path d={`M0 ${floor}V74a56 56 0 0 1 112 0v${floor - 74}z`} fill={colour} opacity="0.15" />
          {people.map((at) => (
            <Figure key={at} x={at} y={floor} size={1} colour={colour} />
          ))}
          <path
            d={`M0 ${floor}V74a56 56 0 0 1 112 0v${floor - 74}`}
            fill="none"
            stroke={colour}
            strokeWidth="3"
            strokeLinecap="round"
          />
        </g>
      ))}
      <path d={`M0 ${floor}h420`} stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      {inMainRoom.map((x, index) => (
        <Figure key={x} x={x} y={index % 3 === 0 ? 316 : 336} size={1.2} colour="var(--room-main)" />
      ))}
      <Figure x={210} y={300} size={1.3} colour="var(--accent)" />
    </svg>
  )
}

interface FigureProps {
  readonly x: number
  /** Where it stands. */
  readonly y: number
  readonly size: number
  readonly colour: string
}

function Figure({ x, y, size, colour }: FigureProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-19 0v-12a19 20 0 0 1 38 0v12z" fill={`color-mix(in srgb, ${colour} 55%, var(--bg))`} />
      <circle cx="0" cy="-47" r="12.5" fill={colour} />
    </g>
  )
}
