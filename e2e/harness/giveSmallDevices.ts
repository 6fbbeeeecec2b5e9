// SPDX-License-Identifier: Apache-2.0
// Devices that cost little: several people on one machine encode and decode in software.

/** Runs in a page and its frames before their scripts: a small camera, and a microphone as it is, as to take an echo out of tones costs more than the rest of them. */
export function giveSmallDevices(): void {
  const mediaDevices: MediaDevices | undefined = navigator.mediaDevices
  // Pages that are not secure have none.
  if (!mediaDevices) return
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  const asRecord = (wanted: boolean | MediaTrackConstraints) => (wanted === true ? {} : wanted)
  mediaDevices.getUserMedia = ({ audio, video, ...more } = {}) =>
    open({
      ...more,
      ...(video && { video: { ...asRecord(video), width: 320, height: 180 } }),
      ...(audio && {
        audio: { ...asRecord(audio), echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      }),
    })
}
