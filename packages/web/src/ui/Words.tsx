// SPDX-License-Identifier: Apache-2.0
// A sentence in which `words in backticks` are to be typed as they stand: they keep their shape and do not break.
import './words.css'

export function Words({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code className="typed-words" key={part}>
        {part}
      </code>
    ),
  )
}
