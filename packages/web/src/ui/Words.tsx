// SPDX-License-Identifier: Apache-2.0
// A sentence of ours in which `words in backticks` are to be typed as they stand: they keep their shape and do not break. Not for what people write.
import './words.css'

export function Words({ text }: { readonly text: string }) {
  const parts = text.split(/`([^`]+)`/)
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand there twice
      <code className="typed-words" key={index}>
        {part}
      </code>
    ),
  )
}
