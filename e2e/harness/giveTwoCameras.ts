// SPDX-License-Identifier: Apache-2.0
// The cameras of a phone.

/** Runs in each frame before its scripts: a camera that looks at the person, and one that looks away. */
export function giveTwoCameras(): void {
  const facing = new WeakMap<MediaStreamTrack, string>()
  const { mediaDevices } = navigator
  if (!mediaDevices) return
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const { facingMode: wanted, ...others } = typeof video === 'object' ? video : {}
    const exact = typeof wanted === 'object' && 'exact' in wanted ? String(wanted.exact) : 'user'
    const stream = await open({ ...(audio && { audio }), ...(video && { video: others }) })
    for (const track of stream.getVideoTracks()) facing.set(track, exact)
    return stream
  }
  const list = mediaDevices.enumerateDevices.bind(mediaDevices)
  mediaDevices.enumerateDevices = async () => {
    const devices = await list()
    const camera = devices.find(({ kind }) => kind === 'videoinput')
    if (!camera) return devices
    const { kind, groupId } = camera
    const back = { deviceId: 'back', label: 'Back camera', kind, groupId }
    return [...devices, { ...back, toJSON: () => back }]
  }
  const { getSettings } = MediaStreamTrack.prototype
  MediaStreamTrack.prototype.getSettings = function () {
    const facingMode = facing.get(this)
    return { ...getSettings.call(this), ...(facingMode !== undefined && { facingMode }) }
  }
}
