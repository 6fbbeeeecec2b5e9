// SPDX-License-Identifier: Apache-2.0
// What may need a moderator, and who else looks in, in words.
import { formatNames } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import type { QuietHint } from './seeingModel.ts'

export function toHintText(hint: QuietHint): string {
  switch (hint.kind) {
    case 'nobody-came':
      return t('seeing.nobodyCame')
    case 'alone':
      return t('seeing.alone')
    case 'quiet':
      return t('seeing.quiet', { count: hint.minutes })
  }
}

export function toLookersText(names: readonly string[]): string {
  return t('seeing.alsoLook', { count: names.length, names: formatNames(names) })
}
