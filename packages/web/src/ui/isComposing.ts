// SPDX-License-Identifier: Apache-2.0
// Whether a key belongs to the writing of a word, as in Chinese and Japanese, and is not meant for whatever listens to keys.

/** Safari sends the key that confirms the word only after the end of the writing: nothing but its old code tells it apart. */
export function isComposing({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === 229
}
