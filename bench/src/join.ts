// SPDX-License-Identifier: Apache-2.0
// `npm run bench -- join`: how long it takes from the click on Join to the first picture of somebody else, in the real web app on one machine,
// and how much of that the server's answer is. Says whether the aim holds; a missed aim is no failure.
import { writeFileSync } from 'node:fs'
import { fakeDevices, launchBrowser, openContext, Server, WebPerson } from '@alcove/e2e'
import type { Page } from 'playwright-core'
import { describeMachine, type Load, watchLoad } from './machine/describeMachine.ts'
import { median, p95 } from './statistics/percentile.ts'

const aimMs = 1000
const joins = 10
const meeting = 'join-bench'
/** As slow as a camera in a dim room; waiting for its next picture is part of what is measured. */
const picturesPerSecond = 15
const camera = `--use-fake-device-for-media-stream=fps=${picturesPerSecond}`

interface JoinSample {
  readonly inMs: number
  readonly pictureMs: number
}

await main()

async function main(): Promise<void> {
  const [flag, page] = process.argv.slice(2)
  const endLoad = watchLoad()
  const server = await Server.start()
  const browser = await launchBrowser([camera], [fakeDevices])
  const samples: JoinSample[] = []
  try {
    const open = async (name: string) =>
      WebPerson.open(await openContext(browser), { serverUrl: server.url, meeting, name }, meeting)
    const host = await open('Host')
    await host.join()
    // The first one compiles and fills caches on both sides.
    for (let index = 0; index <= joins; index += 1) {
      const guest = await open(`Guest ${index}`)
      const sample = await measureJoin(guest.page, guest.name)
      process.stdout.write(`join ${index}: in after ${sample.inMs} ms, first picture after ${sample.pictureMs} ms\n`)
      if (index > 0) samples.push(sample)
      await guest.press('Leave the meeting')
      await guest.page.context().close()
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  const text = toPage(samples, endLoad())
  process.stdout.write(`\n${text}`)
  if (flag === '--page' && page) writeFileSync(page, text)
}

/** Clicks and watches in the page itself, so that nothing but the page is measured. */
async function measureJoin(page: Page, name: string): Promise<JoinSample> {
  await page.getByLabel('Your name').fill(name)
  // The camera is open, as it is when people have looked at themselves.
  await page.locator('.entry-preview video[data-has-frame]').waitFor()
  const join = page.getByRole('button', { name: 'Join', exact: true })
  return join.evaluate(async (button: HTMLElement) => {
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise(requestAnimationFrame)
      return Math.round(performance.now() - clickedAt)
    }
    const clickedAt = performance.now()
    button.click()
    const inMs = await until(() => document.querySelector('[data-room-id]') !== null)
    const pictureMs = await until(() =>
      [...document.querySelectorAll<HTMLVideoElement>('.tile video:not([data-mirrored])')].some(
        (video) => video.readyState >= 2 && video.videoWidth > 0,
      ),
    )
    return { inMs, pictureMs }
  })
}

function toPage(samples: readonly JoinSample[], load: Load): string {
  const row = (what: string, values: readonly number[]) =>
    `| ${what} | ${Math.round(median(values))} | ${Math.round(p95(values))} | ${values.length} |`
  const pictures = samples.map(({ pictureMs }) => pictureMs)
  const middle = Math.round(median(pictures))
  const { cores, cpu, memoryGb, system, node } = describeMachine()
  return `# Joining

Made by \`npm run bench -- join --page bench/results/join.md\` on ${new Date().toISOString().slice(0, 10)}.

| From the click on Join, in milliseconds | Median | p95 | n |
|---|--:|--:|--:|
${row(
  'In the meeting',
  samples.map(({ inMs }) => inMs),
)}
${row('First picture of somebody else', pictures)}

- ${middle < aimMs ? 'held' : 'missed'}: first picture under ${aimMs} ms (median ${middle} ms)

${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}; server and browsers share them. Cores ${Math.round(load.busy * 100)} % busy; load ${load.averageBefore} before, ${load.averageAfter} after.

Measured in the page, with the web app as it is served: one person with a camera of ${picturesPerSecond} pictures per second is in the room, another one, whose camera and microphone are open, joins. The
first join is not counted.
`
}
