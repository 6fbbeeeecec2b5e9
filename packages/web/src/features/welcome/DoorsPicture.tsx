// SPDX-License-Identifier: Apache-2.0
// The picture of the first page: a main room and the alcoves around it. Decoration.

interface Alcove {
  readonly x: number
  readonly colour: string
  readonly heads: readonly number[]
}

const alcoves: readonly Alcove[] = [
  { x: 20, colour: 'var(--room-0)', heads: [48, 82] },
  { x: 160, colour: 'var(--room-1)', heads: [44, 66, 88] },
  { x: 300, colour: 'var(--room-2)', heads: [52, 80] },
]
const mainHeads = [96, 132, 168, 228, 264, 300, 336]

export function DoorsPicture() {
  return (
    <svg className="doors" viewBox="0 0 420 360" aria-hidden="true">
      {alcoves.map(({ x, colour, heads }) => (
        <g key={x} transform={`translate(${x} 24)`}>
          <path d="M0 170V62a50 50 0 0 1 100 0v108z" fill={colour} opacity="0.16" />
          <path
            d="M0 170V62a50 50 0 0 1 100 0v108"
            fill="none"
            stroke={colour}
            strokeWidth="2.5"
            strokeLinecap="round"
          />
          {heads.map((head) => (
            <g key={head} transform={`translate(${head - 16} 0)`} fill={colour}>
              <circle cx="0" cy="116" r="10" />
              <path d="M-15 158a15 22 0 0 1 30 0z" opacity="0.75" />
            </g>
          ))}
        </g>
      ))}
      <path d="M0 196h420" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      {mainHeads.map((head, index) => (
        <g key={head} transform={`translate(${head - 6} ${index % 2 === 0 ? 150 : 160})`} fill="var(--room-main)">
          <circle cx="0" cy="102" r="12" />
          <path d="M-18 150a18 26 0 0 1 36 0z" opacity="0.6" />
        </g>
      ))}
      <g transform="translate(196 140)" fill="var(--accent)">
        <circle cx="0" cy="102" r="13" />
        <path d="M-20 156a20 29 0 0 1 40 0z" opacity="0.8" />
      </g>
    </svg>
  )
}
