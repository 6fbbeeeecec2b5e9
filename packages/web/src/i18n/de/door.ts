// SPDX-License-Identifier: Apache-2.0
// The door of the meeting: lobby, password, moderator link.
import type { door as english } from '../en/door.ts'
import type { Translation } from '../keys.ts'

export const door: Translation<typeof english> = {
  'entry.password': 'Passwort des Meetings',

  'door.outside': 'Was vor dem Eintreten zu sehen ist',
  'door.outside.nothing': 'Vor dem Eintreten ist nicht zu sehen, wer hier ist',
  'door.outside.count': 'Vor dem Eintreten ist zu sehen, wie viele hier sind',
  'door.outside.names': 'Vor dem Eintreten ist zu sehen, wer im Hauptraum ist',

  'lobby.youWait': 'Sie sind in der Lobby. Die Moderation lässt Sie herein.',
  'lobby.unseen': 'Bis dahin sieht und hört Sie niemand.',
  'lobby.leave': 'Lobby verlassen',
  'lobby.title': 'In der Lobby',
  'lobby.letIn': 'Hereinlassen',
  'lobby.letInLabel': 'Hereinlassen: {{name}}',
  'lobby.turnAway': 'Abweisen',
  'lobby.turnAwayLabel': 'Abweisen: {{name}}',
  'lobby.letAllIn': 'Alle hereinlassen',
  'lobby.waits': '<b>{{name}}</b> wartet in der Lobby',
  'lobby.wait_one': '{{count}} Person wartet in der Lobby',
  'lobby.wait_other': '{{count}} Personen warten in der Lobby',
  'lobby.writes': '<b>{{name}}</b> schreibt aus der Lobby: {{text}}',
  'lobby.write': 'Der Moderation schreiben',
  'lobby.answer': 'Ihre Antwort',
  'lobby.send': 'Senden',
  'lobby.talk': 'Nachrichten',
  'lobby.fromModerator': 'Moderation',
  'lobby.writeTo': 'Schreiben',
  'lobby.writeToLabel': '{{name}} schreiben',
  'lobby.waitsTitle': '{{name}} wartet in der Lobby',
  'lobby.show': 'Lobby zeigen',
  'lobby.on': 'Wer jetzt kommt, wartet in der Lobby.',
  'lobby.off': 'In der Lobby wartet niemand mehr.',
  'lobby.onBy': '{{name}} hat die Lobby eingeschaltet: Wer jetzt kommt, wartet dort.',
  'lobby.offBy': '{{name}} hat die Lobby ausgeschaltet: Dort wartet niemand mehr.',

  'door.title': 'Wer hereinkommt',
  'door.lobby': 'Man wartet in der Lobby',
  'door.waitForModerator': 'Man wartet, bis die Moderation da ist',
  'door.prepare': 'Das Meeting vorbereiten…',
  'door.newPassword': 'Passwort setzen…',
  'door.changePassword': 'Passwort ändern…',
  'door.copyLink': 'Moderationslink kopieren…',
  'door.passwordTitle': 'Passwort des Meetings',
  'door.passwordText':
    'Wer über den einfachen Link kommt, wird danach gefragt. Wer schon da ist, zurückkommt oder einen eigenen Link hat, nicht.',
  'door.setPassword': 'Passwort setzen',
  'door.linkTitle': 'Moderationslink',
  'door.linkText':
    'Wer ihn öffnet, moderiert: Geben Sie ihn nur Personen, denen Sie vertrauen. Das Meeting bleibt von jetzt an erhalten, mit Räumen und Personen, auch wenn es endet. Ein älterer Moderationslink gilt nicht mehr.',
  'door.linkLabel': 'Der neue Moderationslink',
  'door.makeLink': 'Link erzeugen und kopieren',
  'door.linkCopied': 'Kopiert. Bewahren Sie ihn jetzt auf: Er kann nicht noch einmal gezeigt werden.',
  'door.linkToCopy': 'Kopieren Sie ihn jetzt: Er kann nicht noch einmal gezeigt werden.',
  'door.copyAgain': 'Link kopieren',
  'door.done': 'Fertig',
}
