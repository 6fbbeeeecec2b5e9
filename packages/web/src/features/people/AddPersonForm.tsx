// SPDX-License-Identifier: Apache-2.0
// One person who is to come: name, and by what they are known when they come.
import { type ExpectedPersonInput, expectedPersonSchema, type RoomId } from '@alcove/protocol'
import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { More } from '../../ui/More.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Switch } from '../../ui/Switch.tsx'

export interface AddPersonFormProps {
  readonly rooms: readonly { readonly roomId: RoomId; readonly name: string }[]
  /** Resolves with whether it was done. */
  readonly onAdd: (person: ExpectedPersonInput) => Promise<boolean>
}

const empty = { name: '', email: '', userId: '', roomId: '', goesAtOnce: false, isModerator: false }

export function AddPersonForm({ rooms, onAdd }: AddPersonFormProps) {
  const [fields, setFields] = useState(empty)
  const [wrong, setWrong] = useState<string>()
  const change = (part: Partial<typeof empty>) => {
    setFields((before) => ({ ...before, ...part }))
    setWrong(undefined)
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const { name, email, userId, roomId, goesAtOnce, isModerator } = fields
    const parsed = expectedPersonSchema.safeParse({
      displayName: name,
      ...(email.trim() !== '' && { email }),
      ...(userId.trim() !== '' && { userId }),
      ...(roomId !== '' && { roomId, ...(goesAtOnce && { atOnce: true }) }),
      ...(isModerator && { role: 'moderator' }),
    })
    if (!parsed.success) return setWrong(String(parsed.error.issues[0]?.path[0]))
    if (await onAdd(parsed.data)) setFields(empty)
  }
  const errorOf = (field: 'displayName' | 'email' | 'userId') =>
    wrong === field ? t(`people.fault.${field}`) : undefined
  return (
    <form className="people-form" onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label={t('people.name')}
        value={fields.name}
        onChange={(name) => change({ name })}
        error={errorOf('displayName')}
      />
      <TextField
        label={t('people.email')}
        value={fields.email}
        onChange={(email) => change({ email })}
        error={errorOf('email')}
        hint={t('people.emailHint')}
      />
      <More title={t('people.more')}>
        <TextField
          label={t('people.userId')}
          value={fields.userId}
          onChange={(userId) => change({ userId })}
          error={errorOf('userId')}
        />
        {rooms.length === 0 ? null : (
          <SelectField
            label={t('people.belongs')}
            choices={[
              { id: '', label: t('running.noRoom') },
              ...rooms.map(({ roomId, name }) => ({ id: `${roomId}`, label: name })),
            ]}
            chosen={fields.roomId}
            placeholder=""
            onChoose={(roomId) => change({ roomId })}
          />
        )}
        {fields.roomId === '' ? null : (
          <Switch
            label={t('people.atOnce')}
            hint={t('people.atOnceHint')}
            isOn={fields.goesAtOnce}
            onChange={(goesAtOnce) => change({ goesAtOnce })}
          />
        )}
        <Switch
          label={t('people.asModerator')}
          isOn={fields.isModerator}
          onChange={(isModerator) => change({ isModerator })}
        />
      </More>
      <Button type="submit" look="outline" isDisabled={fields.name.trim() === ''}>
        <UserPlus aria-hidden="true" size={17} /> {t('people.add')}
      </Button>
    </form>
  )
}
