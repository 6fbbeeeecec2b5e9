// SPDX-License-Identifier: Apache-2.0
// What moderators see of rooms without entering them, and what the rooms are told of it.

export const seeing = {
  'seeing.microphonesOn_one': '{{count}} microphone on',
  'seeing.microphonesOn_other': '{{count}} microphones on',
  'seeing.spokeNow': 'speaking now',
  'seeing.spokeJustNow': 'spoke just now',
  'seeing.spokeAgo_one': 'spoke {{count}} min ago',
  'seeing.spokeAgo_other': 'spoke {{count}} min ago',
  'seeing.quiet_one': 'Quiet for {{count}} min',
  'seeing.quiet_other': 'Quiet for {{count}} min',
  'seeing.alone': 'Somebody is alone',
  'seeing.nobodyCame': 'Nobody came',
  'seeing.lookIn': 'Look in',
  'seeing.lookInto': 'Look in: {{room}}',
  'seeing.lookAway': 'Look away',
  'seeing.lookAwayFrom': 'Look away from {{room}}',
  'seeing.youLookIn': 'You are looking in; the room shows it',
  'seeing.noPicture': 'No picture',
  'seeing.alsoLook': '{{names}} looks in',
  'seeing.isLookingIn': '{{names}} is looking in',
  'seeing.areLookingIn': '{{names}} are looking in',
  'seeing.looksInText': 'They see one face at a time, mostly who speaks, and hear nothing.',
  'seeing.policy': 'Whether moderators may look into rooms',
  'seeing.policy.on': 'Moderators may look into rooms',
  'seeing.policy.off': 'Nobody looks into rooms',
  'seeing.note': 'Moderators can look into rooms. The room shows it when they do.',
} as const
