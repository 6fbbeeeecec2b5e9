// SPDX-License-Identifier: Apache-2.0
// All rooms at a glance, for moderators.

export const wall = {
  'wall.title': 'At a glance',
  'wall.looks': 'You see one face of each room, mostly who speaks. Each room shows that you look in.',
  'wall.noRooms': 'There are no other rooms yet. Add some on the live board.',
  'wall.speakTo': 'Speak to {{room}}',
  'wall.here': 'You are here',
  'wall.nobody': 'Nobody is here',
  'wall.notLooking': 'You do not look in',
} as const
