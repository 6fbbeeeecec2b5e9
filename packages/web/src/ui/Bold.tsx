// SPDX-License-Identifier: Apache-2.0
// A text in which `<b>some words</b>` stand out: the one mark that texts in catalogues may have.

export function Bold({ text }: { readonly text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, index) => (index % 2 === 0 ? part : <b key={part}>{part}</b>))
}
