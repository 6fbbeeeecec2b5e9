// SPDX-License-Identifier: Apache-2.0
// The pictures of docs/images can be taken at any time: the same story, told in a hurry, in which no page reports an error.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useStage } from '../harness/Stage.ts'
import { takePictures } from '../screenshots/pictures.ts'

const stage = useStage()
const images = new URL('../../docs/images', import.meta.url)

test('every picture of the documentation is taken, and the pages report nothing', async () => {
  stage.explainFailure()
  const folder = mkdtempSync(join(tmpdir(), 'alcove-pictures-'))
  try {
    const { browser, server } = stage
    const taken = await takePictures({ browser, serverUrl: server.url, folder, inHurry: true })
    expect(readdirSync(folder).sort()).toEqual([...taken].sort())
    expect([...taken].sort()).toEqual(readdirSync(images).sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
})
