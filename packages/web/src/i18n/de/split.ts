// SPDX-License-Identifier: Apache-2.0
// The dialog that splits people into rooms.
import type { split as english } from '../en/split.ts'
import type { Translation } from '../keys.ts'

export const split: Translation<typeof english> = {
  'split.howMany': 'Wie viele Räume',
  'split.who': 'Wer verteilt wird',
  'split.mainTitle': 'Personen im Hauptraum',
  'split.mainHint_one': '{{count}} Person; die anderen bleiben, wo sie sind',
  'split.mainHint_other': '{{count}} Personen; die anderen bleiben, wo sie sind',
  'split.everybodyTitle': 'Alle neu',
  'split.everybodyHint_one': '{{count}} Person, über alle Räume gemischt',
  'split.everybodyHint_other': '{{count}} Personen, über alle Räume gemischt',
  'split.now': 'Jetzt hinschicken',
  'split.hold': 'Nur zuweisen',
  'split.holdHint': 'Sie gehen, wenn Sie alle Räume öffnen',
  'split.willBeAdded_one': '{{count}} Raum kommt dazu.',
  'split.willBeAdded_other': '{{count}} Räume kommen dazu.',
  'split.moderatorsStay': 'Die Moderation bleibt, wo sie ist.',
  'split.assign': 'Zuweisen',
  'split.splitNow': 'Jetzt aufteilen',
  'split.preview': 'Zeigen, wer wohin kommt',
  'split.mixAgain': 'Neu mischen',
  'split.previewLabel': 'Wer wohin käme',
  'split.newRoom': 'Ein neuer Raum',
  'split.nobody': 'Noch ist niemand zum Verteilen da.',
  'split.each': '{{people}} in {{rooms}}: je {{size}}.',
  'split.beside': '{{people}} kommen zu denen, die schon in Räumen sind; dann je {{size}}.',
  'split.rooms_one': '{{count}} Raum',
  'split.rooms_other': '{{count}} Räumen',
  'split.sizeOr': '{{least}} oder {{most}}',
  'split.sizeTo': '{{least}} bis {{most}}',
}
