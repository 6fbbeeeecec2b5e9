// SPDX-License-Identifier: Apache-2.0
// Who is expected: by what they are known, where they belong, and the code that opens their seat.
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { Ellipsis, KeyRound, Link, UserX } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { TextField } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { findNamed } from '../../ui/narrowed.ts'
import type { ExpectedRow, PeopleModel } from './peopleModel.ts'

export interface ExpectedListProps {
  readonly model: PeopleModel
  /** Known on this page. */
  readonly codes: ReadonlyMap<ParticipantId, string>
  readonly onAssign: (participantId: ParticipantId, roomId: RoomId | undefined) => void
  readonly onRenew: (row: ExpectedRow) => void
  readonly onCopyLink: (row: ExpectedRow, code: string) => void
  readonly onForget: (row: ExpectedRow) => void
}

/** Longer lists are searched, not scrolled. */
const mostShown = 60
const searchFrom = 8

export function ExpectedList(props: ExpectedListProps) {
  const { model } = props
  const [wanted, setWanted] = useState('')
  const found = findNamed(model.expected, textOf, wanted)
  if (model.expected.length === 0) return <p className="muted-text">{t('people.nobody')}</p>
  return (
    <>
      {model.expected.length < searchFrom ? null : (
        <TextField
          label={t('people.find')}
          hideLabel
          placeholder={t('people.find')}
          value={wanted}
          onChange={setWanted}
        />
      )}
      <ul className="people-rows">
        {found.slice(0, mostShown).map((row) => (
          <ExpectedRowView key={row.id} row={row} {...props} />
        ))}
      </ul>
      {found.length > mostShown ? (
        <p className="muted-text">{t('rooms.more', { count: found.length - mostShown })}</p>
      ) : null}
      {found.length === 0 ? <p className="muted-text">{t('picker.none')}</p> : null}
    </>
  )
}

function ExpectedRowView({
  row,
  model,
  codes,
  onAssign,
  onRenew,
  onCopyLink,
  onForget,
}: ExpectedListProps & { readonly row: ExpectedRow }) {
  const { id, name, contact, attributes, assignedRoomId, isModerator, hasCode } = row
  const code = codes.get(id)
  const room = model.rooms.find(({ roomId }) => roomId === assignedRoomId)
  const about = [isModerator ? t('person.moderator') : undefined, contact, ...attributes].filter(
    (one) => one !== undefined,
  )
  return (
    <li className="people-row">
      <div className="people-who">
        <b>{name}</b>
        {room ? <span className="muted-text"> {t('person.belongsTo', { room: room.name })}</span> : null}
        {about.length === 0 ? null : <span className="people-about">{about.join(', ')}</span>}
        {code === undefined ? (
          hasCode && <span className="people-about">{t('people.hasCode')}</span>
        ) : (
          <code className="people-code">{code}</code>
        )}
      </div>
      {code === undefined ? null : (
        <IconButton
          label={t('people.copyLinkOf', { name })}
          icon={<Link />}
          size="small"
          look="quiet"
          onPress={() => onCopyLink(row, code)}
        />
      )}
      <Menu
        label={t('rooms.actionsFor', { name })}
        trigger={<IconButton label={t('rooms.actionsFor', { name })} icon={<Ellipsis />} size="small" look="quiet" />}
        groups={() => [
          {
            id: 'code',
            entries: [
              {
                id: 'renew',
                label: hasCode ? t('people.renew') : t('people.makeCode'),
                icon: <KeyRound />,
                onAction: () => onRenew(row),
              },
            ],
          },
          {
            id: 'room',
            title: t('people.belongs'),
            entries:
              model.rooms.length === 0
                ? []
                : [
                    ...model.rooms.map(({ roomId, name: label }) => ({
                      id: `${roomId}`,
                      label,
                      isChecked: roomId === assignedRoomId,
                      onAction: () => onAssign(id, roomId),
                    })),
                    {
                      id: 'none',
                      label: t('running.noRoom'),
                      isChecked: assignedRoomId === undefined,
                      onAction: () => onAssign(id, undefined),
                    },
                  ],
          },
          {
            id: 'forget',
            entries: [
              {
                id: 'forget',
                label: t('people.forgetMenu'),
                icon: <UserX />,
                isDestructive: true,
                onAction: () => onForget(row),
              },
            ],
          },
        ]}
      />
    </li>
  )
}

function textOf({ name, contact = '', attributes }: ExpectedRow): string {
  return [name, contact, ...attributes].join(' ')
}
