// SPDX-License-Identifier: Apache-2.0
// What moderators see of rooms without entering them, and what the rooms are told of it.
import type { seeing as english } from '../en/seeing.ts'
import type { Translation } from '../keys.ts'

export const seeing: Translation<typeof english> = {
  'seeing.microphonesOn_one': '{{count}} Mikrofon an',
  'seeing.microphonesOn_other': '{{count}} Mikrofone an',
  'seeing.spokeNow': 'spricht gerade',
  'seeing.spokeJustNow': 'eben noch gesprochen',
  'seeing.spokeAgo_one': 'vor {{count}} Min. gesprochen',
  'seeing.spokeAgo_other': 'vor {{count}} Min. gesprochen',
  'seeing.quiet_one': 'Still seit {{count}} Min.',
  'seeing.quiet_other': 'Still seit {{count}} Min.',
  'seeing.alone': 'Jemand ist allein',
  'seeing.nobodyCame': 'Niemand ist gekommen',
  'seeing.lookIn': 'Hineinschauen',
  'seeing.lookInto': 'Hineinschauen: {{room}}',
  'seeing.lookAway': 'Wegschauen',
  'seeing.lookAwayFrom': 'Wegschauen: {{room}}',
  'seeing.youLookIn': 'Sie schauen hinein; der Raum sieht es',
  'seeing.noPicture': 'Kein Bild',
  'seeing.alsoLook_one': '{{names}} schaut hinein',
  'seeing.alsoLook_other': '{{names}} schauen hinein',
  'seeing.lookersHere_one': '{{names}} schaut herein',
  'seeing.lookersHere_other': '{{names}} schauen herein',
  'seeing.looksInText': 'Zu sehen ist jeweils ein Gesicht, meist wer spricht; zu hören nichts.',
  'seeing.policy': 'Ob die Moderation in Räume hineinschauen darf',
  'seeing.policy.on': 'Die Moderation darf in Räume hineinschauen',
  'seeing.policy.off': 'Niemand schaut in Räume hinein',
  'seeing.note': 'Die Moderation kann in Räume hineinschauen. Der Raum sieht es dann.',
}
