// SPDX-License-Identifier: Apache-2.0
// A text in which `<b>some words</b>` stand out: the one mark that texts in catalogues may have.

export function Bold({ text }: { readonly text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand there twice
  return text.split(/<b>(.*?)<\/b>/).map((part, index) => (index % 2 === 0 ? part : <b key={index}>{part}</b>))
}

/** The same text where nothing can stand out. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/<\/?b>/g, '')
}
