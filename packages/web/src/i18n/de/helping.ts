// SPDX-License-Identifier: Apache-2.0
// Announcements, hands, and asking for help.
import type { helping as english } from '../en/helping.ts'
import type { Translation } from '../keys.ts'

export const helping: Translation<typeof english> = {
  'announce.button': 'Durchsage',
  'announce.sent': 'Durchgesagt.',
  'announce.from': 'Durchsage von {{name}}, {{time}}',
  'announce.fromOrganisers': 'Durchsage der Veranstalter, {{time}}',
  'announce.readAgain': 'Durchsage noch einmal lesen',

  'hand.raise': 'Hand heben',
  'hand.lower': 'Hand senken',
  'hand.up': 'Hand gehoben',
  'hand.place': 'Hand gehoben, Nummer {{place}}',
  'hand.lowerOne': 'Hand senken',
  'hand.lowerRoom': 'Alle Hände in diesem Raum senken',
  'hand.lowerAll': 'Alle Hände senken',
  'hand.count_one': '{{count}} Hand gehoben',
  'hand.count_other': '{{count}} Hände gehoben',

  'help.ask': 'Um Hilfe bitten',
  'help.askTitle': 'Um Hilfe bitten?',
  'help.askText':
    'Alle, die moderieren, sehen Ihre Bitte, wo immer sie sind. Die anderen im Raum erfahren nichts davon.',
  'help.what': 'Worum geht es? (freiwillig)',
  'help.withdraw': 'Nicht mehr nötig',
  'help.waiting': 'Sie haben um Hilfe gebeten. Die Moderation weiß Bescheid.',
  'help.coming': '{{name}} kommt Ihnen zu Hilfe.',
  'help.comingSomebody': 'Jemand kommt Ihnen zu Hilfe.',
  'help.here': 'Jemand ist hier, um zu helfen.',
  'help.asks': '<b>{{name}}</b> bittet um Hilfe in {{room}}',
  'help.queue': 'Bitten um Hilfe',
  'help.now': 'gerade eben',
  'help.minutes_one': 'seit {{count}} Minute',
  'help.minutes_other': 'seit {{count}} Minuten',
  'help.youTookIt': 'Sie kümmern sich',
  'help.takenBy': '{{name}} kümmert sich',
  'help.go': 'Hingehen',
  'help.goLabel': 'Hingehen: {{room}}, {{name}} helfen',
  'help.take': 'Ich komme',
  'help.takeLabel': 'Ich komme: {{name}}',
  'help.done': 'Erledigt',
  'help.doneLabel': 'Erledigt: Hilfe für {{name}}',
  'help.more_one': '{{count}} weitere Person bittet um Hilfe.',
  'help.more_other': '{{count}} weitere Personen bitten um Hilfe.',
  'help.youHelp': 'Sie sind gekommen, um zu helfen.',
  'help.return': 'Zurück nach {{room}}',
}
