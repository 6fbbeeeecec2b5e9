// SPDX-License-Identifier: Apache-2.0
// Before entering: devices and what may be wrong with them, the name, joining.
import type { entry as english } from '../en/entry.ts'
import type { Translation } from '../keys.ts'

export const entry: Translation<typeof english> = {
  'entry.devices': 'Ihre Kamera und Ihr Mikrofon',
  'entry.nobody': 'Noch ist niemand hier.',
  'entry.people_one': '{{count}} Person ist hier.',
  'entry.people_other': '{{count}} Personen sind hier.',
  'entry.inMain': 'Im Hauptraum: {{names}}',
  'entry.name': 'Ihr Name',
  'entry.nameMissing': 'Geben Sie Ihren Namen ein, damit die anderen wissen, wer Sie sind.',
  'entry.haveCode': 'Ich habe einen Code',
  'entry.code': 'Ihr Code',
  'entry.codeHint': 'Er öffnet den Platz, der für Sie vorbereitet ist.',
  'entry.level': 'Pegel Ihres Mikrofons',
  'entry.join': 'Beitreten',
  'entry.joining': 'Einen Moment…',
  'entry.note': 'Die Moderation sieht, wer in welchem Raum spricht, nie aber, was dort gesagt wird.',
  'entry.cameraStarting': 'Kamera startet…',
  'entry.cameraOff': 'Ihre Kamera ist aus',
  'entry.turnMicrophoneOn': 'Mikrofon einschalten',
  'entry.turnMicrophoneOff': 'Mikrofon ausschalten',
  'entry.turnCameraOn': 'Kamera einschalten',
  'entry.turnCameraOff': 'Kamera ausschalten',
  'entry.testSpeaker': 'Ton abspielen, um den Lautsprecher zu prüfen',
  'entry.waiting': 'Warten auf Erlaubnis…',
  'entry.microphone.default': 'Standardmikrofon',
  'entry.microphone.off': 'Mikrofon ist aus',
  'entry.camera.default': 'Standardkamera',
  'entry.camera.off': 'Kamera ist aus',

  'device.insecure.title':
    'Diese Seite ist nicht sicher aufgerufen; Browser geben ihr deshalb weder Kamera noch Mikrofon',
  'device.insecure.advice':
    'Öffnen Sie sie mit https:// am Anfang der Adresse. Wer den Server betreibt, startet ihn mit `npm start -- --https`; auf demselben Rechner geht auch `localhost`. Sie können ohne beides beitreten: Sie hören und sehen alle.',
  'device.bothRefused.title': 'Ihr Browser darf Kamera und Mikrofon nicht benutzen',
  'device.bothRefused.advice':
    'Erlauben Sie beides mit dem Zeichen neben der Adresse der Seite und drücken Sie die beiden Knöpfe noch einmal. Sie können ohne beides beitreten.',
  'device.microphone.refused.title': 'Ihr Browser darf das Mikrofon nicht benutzen',
  'device.microphone.refused.advice':
    'Erlauben Sie es mit dem Zeichen neben der Adresse der Seite und drücken Sie den Mikrofonknopf noch einmal. Sie können ohne Mikrofon beitreten: Sie hören alle, niemand hört Sie.',
  'device.microphone.missing.title': 'Kein Mikrofon gefunden',
  'device.microphone.missing.advice':
    'Stecken Sie eines an und drücken Sie den Mikrofonknopf noch einmal. Sie können ohne Mikrofon beitreten: Sie hören alle, niemand hört Sie.',
  'device.microphone.busy.title': 'Das Mikrofon ist belegt',
  'device.microphone.busy.advice':
    'Vielleicht benutzt es ein anderes Programm. Schließen Sie es und drücken Sie den Mikrofonknopf noch einmal. Sie können ohne Mikrofon beitreten: Sie hören alle, niemand hört Sie.',
  'device.microphone.disconnected.title': 'Das Mikrofon wurde getrennt',
  'device.microphone.disconnected.advice':
    'Stecken Sie es wieder an oder drücken Sie den Mikrofonknopf, um ein anderes zu benutzen.',
  'device.microphone.unknown.title': 'Das Mikrofon startet nicht',
  'device.microphone.unknown.advice':
    'Drücken Sie den Mikrofonknopf noch einmal oder wählen Sie ein anderes. Sie können ohne Mikrofon beitreten: Sie hören alle, niemand hört Sie.',
  'device.camera.refused.title': 'Ihr Browser darf die Kamera nicht benutzen',
  'device.camera.refused.advice':
    'Erlauben Sie sie mit dem Zeichen neben der Adresse der Seite und drücken Sie den Kameraknopf noch einmal. Sie können ohne Kamera beitreten.',
  'device.camera.missing.title': 'Keine Kamera gefunden',
  'device.camera.missing.advice':
    'Stecken Sie eine an und drücken Sie den Kameraknopf noch einmal. Sie können ohne Kamera beitreten.',
  'device.camera.busy.title': 'Die Kamera ist belegt',
  'device.camera.busy.advice':
    'Vielleicht benutzt sie ein anderes Programm. Schließen Sie es und drücken Sie den Kameraknopf noch einmal. Sie können ohne Kamera beitreten.',
  'device.camera.disconnected.title': 'Die Kamera wurde getrennt',
  'device.camera.disconnected.advice':
    'Stecken Sie sie wieder an oder drücken Sie den Kameraknopf, um eine andere zu benutzen.',
  'device.camera.unknown.title': 'Die Kamera startet nicht',
  'device.camera.unknown.advice':
    'Drücken Sie den Kameraknopf noch einmal oder wählen Sie eine andere. Sie können ohne Kamera beitreten.',
}
