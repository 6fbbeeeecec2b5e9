// SPDX-License-Identifier: Apache-2.0
// Two notes, to hear whether a speaker works. Made here, so that nothing has to be loaded.

const notes = [523.25, 659.25]
const noteSeconds = 0.28

/** @param speakerId undefined: the one that the system chose. Resolves when the sound is over; rejects where it cannot be played. */
export async function playTestSound(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext()
  const output = context.createMediaStreamDestination()
  const element = new Audio()
  try {
    element.srcObject = output.stream
    if (speakerId !== undefined) await element.setSinkId(speakerId)
    await Promise.all([context.resume(), element.play()])
    const begin = context.currentTime + 0.05
    for (const [index, frequency] of notes.entries()) playNote(context, output, frequency, begin + index * noteSeconds)
    await new Promise((resolve) => setTimeout(resolve, (notes.length * noteSeconds + 0.4) * 1000))
  } finally {
    element.srcObject = null
    void context.close().catch(() => {})
  }
}

function playNote(context: AudioContext, output: AudioNode, frequency: number, at: number): void {
  const tone = context.createOscillator()
  const loudness = context.createGain()
  tone.frequency.value = frequency
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.3, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + noteSeconds)
  tone.connect(loudness).connect(output)
  tone.start(at)
  tone.stop(at + noteSeconds)
}
