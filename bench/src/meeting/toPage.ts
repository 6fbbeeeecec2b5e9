// SPDX-License-Identifier: Apache-2.0
// The page that is kept of a run: how it was measured, on what, and what came out. Pure.
import { judgeAims, toCostTable, toLawTable, toSizeTable } from './report.ts'
import type { Run } from './run.ts'

export function toPage(run: Run): string {
  const largest = run.now.sizes.at(-1)
  const { moves, openings, idleMeetings } = run.options
  return `# A large meeting

Made by \`npm run bench -- meeting --page bench/results/meeting.md\`${run.before ? ', with `--before` another checkout,' : ''} on ${run.date}.

## ${largest?.people} people in ${largest?.rooms} rooms

${toCostTable(run)}

${judgeAims(run)}

## As the meeting grows

${toSizeTable(run)}

${toLawTable(run)}

${toMachineLine(run)}

## What was measured

- A real server process with SQLite on disk, and people who are connections without media in one other process: what they send and receive is all that a meeting costs besides media.
- **Told** is the time from sending a command until the last person has received what it changes for them, acknowledgement included. The people share the machine with the server: reading
  ${largest?.people} messages is part of it, in both ways alike.
- **Processor time** is that of the server's process, all its threads, for one command: the mean over the last joins before a size is reached, ${moves} moves from room to room, ${openings} openings of all rooms.
- **Bytes** are those of the messages above the WebSocket frame. Compression is off.
- **The bare server** is socket.io alone: asked, it sends everybody as many bytes as Alcove does, in one message, then acknowledges. It stores, decides and knows nothing.
- **Replay** is the time by which coming back to a seat takes longer when the snapshot is taken away. **Memory** is what ${idleMeetings} meetings with one person who has gone, and then the people of the
  large one, add to the heap after a full collection; what sockets hold outside of it shows in the process.
- ${run.before ? '**Before** is another checkout of Alcove in the same run. ' : ''}Times depend on the machine; the ratios and the law are what to compare.
`
}

export function toMachineLine({ machine, load, tookMs }: Run): string {
  const { cores, cpu, memoryGb, system, node } = machine
  return [
    `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}; server and people share them.`,
    `Cores ${(load.busy * 100).toFixed(0)} % busy; load ${load.averageBefore.toFixed(1)} before, ${load.averageAfter.toFixed(1)} after.`,
    `Took ${(tookMs / 1000).toFixed(0)} s.`,
  ].join(' ')
}
