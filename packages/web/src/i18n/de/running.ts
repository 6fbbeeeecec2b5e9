// SPDX-License-Identifier: Apache-2.0
// Running the rooms: open all, countdown, timer, choosing a room.
import type { running as english } from '../en/running.ts'
import type { Translation } from '../keys.ts'

export const running: Translation<typeof english> = {
  'running.openAll': 'Alle öffnen',
  'running.openAllTitle': 'Alle Räume öffnen',
  'running.nobodyAssigned': 'Noch ist niemand einem anderen Raum zugewiesen; man kann selbst hineingehen.',
  'running.going_one': '{{count}} Person geht in ihren Raum.',
  'running.going_other': '{{count}} Personen gehen in ihren Raum.',
  'running.staying_one': '{{count}} Person ist nicht zugewiesen und bleibt hier.',
  'running.staying_other': '{{count}} Personen sind nicht zugewiesen und bleiben hier.',
  'running.bringBackTitle': 'Alle zurückholen?',
  'running.bringBack': 'Alle zurückholen',
  'running.bringBackText':
    'Alle kommen in den Hauptraum zurück, und alle Räume schließen. Die Räume bleiben, damit Sie sie wieder benutzen können.',
  'running.now': 'Jetzt',
  'running.seconds': '{{seconds}} s',

  'running.timerTitle': 'Timer für die Räume',
  'running.setTimer': 'Timer stellen',
  'running.minutes': 'Minuten',
  'running.atEnd': 'Wenn die Zeit um ist',
  'running.atEndBack': 'Alle zurückholen',
  'running.atEndBackHint': 'Nach einem Countdown von 30 Sekunden',
  'running.atEndTell': 'Nur Bescheid sagen',
  'running.atEndTellHint': 'Alle bleiben in ihren Räumen',
  'running.startTimer': 'Timer starten',
  'running.timeLeft': 'noch {{time}}',
  'running.timeLeftTitle': 'Verbleibende Zeit für die Räume',
  'running.leftForRooms': 'verbleiben für die Räume',
  'running.timeIsUp': 'Die Zeit ist um',
  'running.fiveMore': '+5 min',
  'running.fiveMoreLabel': '+5 min mehr für den Timer',
  'running.stop': 'Anhalten',
  'running.stopLabel': 'Timer anhalten',
  'running.minutesLeft_one': 'Noch {{count}} Minute',
  'running.minutesLeft_other': 'Noch {{count}} Minuten',

  'running.roomsOpen': 'Die Räume öffnen',
  'running.nextRound': 'Die nächste Runde beginnt',
  'running.everybodyBack': 'Alle kommen zurück',
  'running.backToMain': 'Zurück in den Hauptraum',
  'running.timeIsUpThen': 'Die Zeit ist um. {{what}}',
  'running.inSeconds': 'in {{seconds}} s',
  'running.rightNow': 'jetzt',
  'running.spokenSeconds_one': 'in {{count}} Sekunde',
  'running.spokenSeconds_other': 'in {{count}} Sekunden',
  'running.spokenMinutes_one': 'in {{count}} Minute',
  'running.spokenMinutes_other': 'in {{count}} Minuten',
  'running.cancelCountdown': 'Countdown abbrechen',

  'running.chooseRoom': 'Wählen Sie einen Raum',
  'running.goToRoom_one': 'Zu {{room}} gehen, {{count}} Person',
  'running.goToRoom_other': 'Zu {{room}} gehen, {{count}} Personen',
  'running.stayHere': 'Hier bleiben',

  'running.assignTitle': 'Wohin {{name}} gehört',
  'running.noRoom': 'Kein Raum',
  'running.assignText': 'Jetzt wird niemand verschoben. Beim Öffnen aller Räume gehen alle dorthin, wohin sie gehören.',
  'running.assign': 'Zuweisen',
}
