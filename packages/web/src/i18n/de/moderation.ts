// SPDX-License-Identifier: Apache-2.0
// Moderation: over others, and what it says to oneself. With the limit at the door.
import type { moderation as english } from '../en/moderation.ts'
import type { Translation } from '../keys.ts'

export const moderation: Translation<typeof english> = {
  'moderation.title': 'Moderation',
  'moderation.mute': 'Stummschalten',
  'moderation.stopCamera': 'Kamera ausschalten',
  'moderation.stopSharing': 'Bildschirm beenden',
  'moderation.askUnmute': 'Bitten, das Mikrofon einzuschalten',
  'moderation.askCamera': 'Bitten, die Kamera einzuschalten',
  'moderation.allowAudio': 'Sprechen erlauben',
  'moderation.allowVideo': 'Kamera und Bildschirm erlauben',
  'moderation.disallowAudio': 'Sprechen nicht mehr erlauben',
  'moderation.disallowVideo': 'Kamera und Bildschirm nicht mehr erlauben',
  'moderation.removePerson': 'Aus dem Meeting entfernen…',
  'moderation.muteRoom': 'Alle in diesem Raum stummschalten',
  'moderation.muteAll': 'Alle stummschalten',
  'moderation.stopCameras': 'Alle Kameras ausschalten',
  'moderation.mustAsk': 'Man bittet, bevor man',
  'moderation.mustAskAudio': 'spricht',
  'moderation.mustAskVideo': 'Kamera oder Bildschirm zeigt',
  'moderation.letAllSpeak': 'Allen hier das Sprechen erlauben',
  'moderation.letAllShow': 'Allen hier das Zeigen erlauben',
  'moderation.limit': 'Wie viele hier sein dürfen…',
  'moderation.end': 'Meeting für alle beenden…',

  'moderation.removeTitle': '{{name}} aus dem Meeting entfernen?',
  'moderation.remove': 'Entfernen',
  'moderation.removeText': 'Die Person ist sofort draußen, in welchem Raum sie auch ist.',
  'moderation.bar': 'Nicht wieder hereinlassen',
  'moderation.barHint':
    'Ihr Platz in diesem Meeting ist geschlossen. Wer neu kommt, in einem anderen Browser oder unter anderem Namen, wird nicht erkannt.',

  'moderation.asking': 'Wer bittet',
  'moderation.asksAudio': '<b>{{name}}</b> bittet ums Wort',
  'moderation.asksVideo': '<b>{{name}}</b> möchte Kamera oder Bildschirm zeigen',
  'moderation.allow': 'Erlauben',
  'moderation.allowNameAudio': '{{name}} das Sprechen erlauben',
  'moderation.allowNameVideo': '{{name}} das Zeigen erlauben',
  'moderation.notNowName': 'Jetzt nicht, {{name}}',

  'moderation.aModerator': 'Die Moderation',
  'moderation.stopped.microphone': '{{name}} hat Sie stummgeschaltet',
  'moderation.stopped.camera': '{{name}} hat Ihre Kamera ausgeschaltet',
  'moderation.stopped.screen': '{{name}} hat das Zeigen Ihres Bildschirms beendet',
  'moderation.heldBack.microphone': 'Sie sind stumm: Hier bittet man, bevor man spricht.',
  'moderation.heldBack.camera': 'Ihre Kamera ist aus: Hier bittet man, bevor man sich zeigt.',
  'moderation.heldBack.screen': 'Ihr Bildschirm wird nicht mehr gezeigt: Hier bittet man, bevor man etwas zeigt.',
  'moderation.invited.microphone': '{{name}} bittet Sie, das Mikrofon einzuschalten',
  'moderation.invited.camera': '{{name}} bittet Sie, die Kamera einzuschalten',
  'moderation.accept.microphone': 'Mikrofon einschalten',
  'moderation.accept.camera': 'Kamera einschalten',
  'moderation.youDecide': 'Sie entscheiden. Niemand kann für Sie einschalten.',
  'moderation.ask.audio.text': 'Hier bittet man, bevor man spricht.',
  'moderation.ask.audio.button': 'Ums Wort bitten',
  'moderation.asking.audio.text': 'Sie haben ums Wort gebeten. Die Moderation kann es Ihnen geben.',
  'moderation.asking.audio.button': 'Nicht mehr bitten',
  'moderation.ask.video.text': 'Hier bittet man, bevor man Kamera oder Bildschirm zeigt.',
  'moderation.ask.video.button': 'Bitten zu zeigen',
  'moderation.asking.video.text':
    'Sie haben gebeten, Kamera oder Bildschirm zu zeigen. Die Moderation kann es erlauben.',
  'moderation.asking.video.button': 'Nicht mehr bitten',

  'door.limitTitle': 'Wie viele Personen hier sein dürfen',
  'door.limitText':
    'Sind so viele im Meeting, warten andere draußen, bis jemand gegangen ist. Niemand muss gehen, und die Moderation kann immer zurückkommen.',
  'door.limitLabel': 'Höchstens zugleich',
  'door.noLimit': 'Keine Grenze',
  'door.setLimit': 'Grenze setzen',
}
