// SPDX-License-Identifier: Apache-2.0
// A worker that beats: told how many milliseconds, it posts a message each time they have passed.
addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => postMessage(undefined), data)
})
