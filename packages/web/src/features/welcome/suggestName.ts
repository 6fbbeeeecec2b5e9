// SPDX-License-Identifier: Apache-2.0
// Meeting names that are pleasant to read aloud. Thirty-two to the power of three combinations: enough not to meet strangers by chance on one
// server, not a secret.

const moods =
  'amber azure bright calm clear coral early fair gentle golden green happy honest kind light lively lucky mellow merry misty open quiet rosy silver snowy soft still sunny sweet warm wide young'.split(
    ' ',
  )
const places =
  'bay beach bridge brook canyon cliff coast cove creek dune field forest garden glade grove harbour hill island lagoon lake meadow moor orchard pond ridge river shore spring summit valley waterfall wood'.split(
    ' ',
  )
const guests =
  'badger beaver bee crane deer dolphin dove duck falcon finch fox gecko hare hedgehog heron ibis koala lark lynx magpie marten mole moth otter owl panda puffin robin seal swan turtle wren'.split(
    ' ',
  )

/** `random` gives numbers from 0 up to 1. */
export function suggestMeetingName(random: () => number = Math.random): string {
  return [moods, places, guests].map((words) => words[Math.floor(random() * words.length)] ?? words[0]).join('-')
}

/** How a meeting's name is shown as a title, without its tenant. */
export function toMeetingTitle(meetingId: string): string {
  const words = meetingId.replace(/^.*\//, '').replace(/[-_]+/g, ' ').trim() || meetingId
  return words.charAt(0).toUpperCase() + words.slice(1)
}
