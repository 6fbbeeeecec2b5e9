// SPDX-License-Identifier: Apache-2.0
// The dialog that splits people into rooms.
import type { split as english } from '../en/split.ts'
import type { Translation } from '../keys.ts'

export const split: Translation<typeof english> = {
  'picker.add': 'Jemanden hinzufügen',
  'picker.none': 'So heißt niemand.',
  'picker.more_one': '{{count}} weitere: Namen eingeben',
  'picker.more_other': '{{count}} weitere: Namen eingeben',
  'picker.whoLeft': 'jemand, der gegangen ist',

  'split.by': 'Teilen nach',
  'split.byRooms': 'Anzahl der Räume',
  'split.bySize': 'Größe der Räume',
  'split.howLarge': 'Personen je Raum, höchstens',
  'split.howMany': 'Wie viele Räume',
  'split.who': 'Wer verteilt wird',
  'split.who.main-room': 'Personen im Hauptraum',
  'split.whoHint.main-room_one': '{{count}} Person; die anderen bleiben, wo sie sind',
  'split.whoHint.main-room_other': '{{count}} Personen; die anderen bleiben, wo sie sind',
  'split.who.unassigned': 'Wer keinen Platz hat',
  'split.whoHint.unassigned_one': '{{count}} Person, die noch zu keinem Raum gehört',
  'split.whoHint.unassigned_other': '{{count}} Personen, die noch zu keinem Raum gehören',
  'split.who.everybody': 'Alle neu',
  'split.whoHint.everybody_one': '{{count}} Person, über alle Räume gemischt',
  'split.whoHint.everybody_other': '{{count}} Personen, über alle Räume gemischt',
  'split.now': 'Jetzt hinschicken',
  'split.hold': 'Nur zuweisen',
  'split.holdHint': 'Alle gehen, wenn Sie alle Räume öffnen.',
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
  'split.tooFewPlaces_one': '{{people}} brauchen einen Platz, und in den Räumen ist noch {{count}} frei.',
  'split.tooFewPlaces_other': '{{people}} brauchen einen Platz, und in den Räumen sind noch {{count}} frei.',

  'split.more': 'Mehr',
  'split.furtherChosen_one': '{{count}} Wunsch',
  'split.furtherChosen_other': '{{count}} Wünsche',
  'split.attribute': 'Nach dem, was über Personen bekannt ist',
  'split.noAttribute': 'Macht keinen Unterschied',
  'split.noAttributes':
    'Hat eine Liste von Personen weitere Spalten, etwa Team oder Sprache, lassen sich Personen danach verteilen oder sammeln.',
  'split.attributeChoice': '{{name}} ({{people}}, {{values}} verschiedene)',
  'split.how': 'Personen mit gleichem Wert für {{attribute}}',
  'split.spread': 'Auf Räume verteilen',
  'split.gather': 'In einem Raum sammeln',
  'split.together': 'Zusammen lassen',
  'split.togetherAdd': 'Personen, die zusammenbleiben',
  'split.togetherList': 'Zusammen {{number}}',
  'split.togetherRemove': 'Zusammen {{number}} entfernen',
  'split.apart': 'Getrennt halten',
  'split.apartAdd': 'Personen, die getrennt bleiben',
  'split.apartList': 'Getrennt {{number}}',
  'split.apartRemove': 'Getrennt {{number}} entfernen',
  'split.moderators': 'Auch die Moderation verteilen',
  'split.moderatorsHint': 'In jedem Raum gleich viele',
  'split.expected': 'Mit Personen, die noch nicht da sind',
  'split.expectedHint_one': '{{count}} Person wird erwartet und bekommt einen Platz',
  'split.expectedHint_other': '{{count}} Personen werden erwartet und bekommen einen Platz',

  'split.refused.places_one':
    '{{people}} sind zu verteilen, und die Räume haben {{count}} Platz. Niemand wurde zugewiesen.',
  'split.refused.places_other':
    '{{people}} sind zu verteilen, und die Räume haben {{count}} Plätze. Niemand wurde zugewiesen.',
  'split.refused.contradiction': '{{names}} sollen zusammen und getrennt sein. Niemand wurde zugewiesen.',
  'split.refused.together_one':
    '{{names}} sollen zusammen sein, und kein Raum hat mehr als {{count}} Platz. Niemand wurde zugewiesen.',
  'split.refused.together_other':
    '{{names}} sollen zusammen sein, und kein Raum hat mehr als {{count}} Plätze. Niemand wurde zugewiesen.',
  'split.refused.apart_one':
    '{{names}} sollen alle getrennt sein. Das braucht {{needed}} Räume, und es gibt {{count}}. Niemand wurde zugewiesen.',
  'split.refused.apart_other':
    '{{names}} sollen alle getrennt sein. Das braucht {{needed}} Räume, und es gibt {{count}}. Niemand wurde zugewiesen.',
  'split.refused.combination':
    'Jeder Wunsch zu {{names}} ist für sich erfüllbar, aber für alle zugleich fand sich kein Weg. Niemand wurde zugewiesen.',
  'split.andMore_one': '{{count}} weitere',
  'split.andMore_other': '{{count}} weitere',
}
