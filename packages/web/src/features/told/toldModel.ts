// SPDX-License-Identifier: Apache-2.0
// What people are told of what moderators see and of how long it is kept, as this meeting has it. Pure.
import type { MeetingView } from '@alcove/client'
import type { DoorView } from '@alcove/protocol'
import { t } from '../../i18n/texts.ts'
import { formatDuration } from './formatDuration.ts'

export interface ToldSection {
  readonly id: 'see' | 'never' | 'programs' | 'outside' | 'kept'
  readonly title: string
  readonly lines: readonly string[]
}

export function toToldSections({ meeting, self }: MeetingView): readonly ToldSection[] {
  const { retentionMs, door, mayLookIn, tellsChat } = meeting
  const kept = retentionMs === 0 ? t('told.keptNot') : t('told.kept', { time: formatDuration(retentionMs) })
  return [
    {
      id: 'see',
      title: self.can.moderate ? t('told.youSee') : t('told.see'),
      lines: [
        t('told.where'),
        t('told.activity'),
        t('told.counts'),
        mayLookIn ? t('told.lookIn') : t('told.noLookIn'),
        t('told.report'),
        t('told.prepared'),
      ],
    },
    { id: 'never', title: t('told.never'), lines: [t('told.neverHear'), t('told.neverRead')] },
    ...(tellsChat
      ? [{ id: 'programs' as const, title: t('told.programsTitle'), lines: [t('told.programsChat')] }]
      : []),
    { id: 'outside', title: t('told.outsideTitle'), lines: [toOutsideLine(door)] },
    {
      id: 'kept',
      title: t('told.keptTitle'),
      lines: [kept, door.moderatorKey ? t('told.endKept') : t('told.endEnds'), t('told.forget')],
    },
  ]
}

/** A closed door keeps everything inside. */
function toOutsideLine({ lobby, password, toldOutside }: DoorView): string {
  const told = lobby || password ? 'nothing' : toldOutside
  return t(`told.outside.${told}`)
}
