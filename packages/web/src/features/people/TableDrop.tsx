// SPDX-License-Identifier: Apache-2.0
// A table of people, dropped or chosen: says what is in it, or every bad line by its number and why, before anything is taken.
import type { ExpectedPersonInput } from '@alcove/protocol'
import { FileUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { t, useLanguage } from '../../i18n/texts.ts'
import { useKept } from '../../state/useKept.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import type { PeopleModel } from './peopleModel.ts'
import { maxTableBytes, type PeopleTable, readPeopleTable } from './peopleTable.ts'

export interface TableDropProps {
  readonly rooms: PeopleModel['rooms']
  readonly isBusy: boolean
  /** Resolves with whether it was done. */
  readonly onTake: (people: readonly ExpectedPersonInput[], withCodes: boolean) => Promise<boolean>
  readonly onAddRooms: (names: readonly string[]) => void
}

interface ChosenFile {
  readonly name: string
  /** Undefined: they could not be had. */
  readonly bytes: Uint8Array | undefined
}

export function TableDrop({ rooms, isBusy, onTake, onAddRooms }: TableDropProps) {
  const [file, setFile] = useState<ChosenFile>()
  const [withCodes, setWithCodes] = useState(true)
  const [goAtOnce, setGoAtOnce] = useState(false)
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    try {
      // Of what is too large no more is read than it takes to see that.
      const bytes = new Uint8Array(await chosen.slice(0, maxTableBytes + 1).arrayBuffer())
      setFile({ name: chosen.name, bytes })
    } catch {
      // A folder, or a file that is gone or may not be read.
      setFile({ name: chosen.name, bytes: undefined })
    }
  }
  const language = useLanguage()
  const keptRooms = useKept(rooms)
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language are in it
  const table = useMemo(() => file && readPeopleTable(file.bytes, keptRooms), [file, keptRooms, language])
  const take = async (people: readonly ExpectedPersonInput[]) => {
    const taken = goAtOnce ? people.map((person) => (person.roomId ? { ...person, atOnce: true } : person)) : people
    if (await onTake(taken, withCodes)) setFile(undefined)
  }
  return (
    <div className="people-form">
      <DropZone
        className="people-drop"
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => {
          const dropped = items.find((item) => item.kind === 'file')
          if (dropped) void dropped.getFile().then(choose, () => setFile({ name: dropped.name, bytes: undefined }))
        }}
      >
        <FileUp aria-hidden="true" size={22} />
        <Text slot="label">{t('people.drop')}</Text>
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv', 'text/plain']}
          onSelect={(files) => void choose(files?.[0])}
        >
          <Button size="small">{t('people.chooseFile')}</Button>
        </FileTrigger>
      </DropZone>
      <p className="muted-text">{t('people.columns')}</p>
      <div aria-live="polite">
        {file && table ? <TableFindings name={file.name} table={table} onAddRooms={onAddRooms} /> : null}
      </div>
      {table?.ok ? (
        <>
          <CheckField isSelected={withCodes} onChange={setWithCodes}>
            {t('people.withCodes')}
          </CheckField>
          {table.people.some(({ roomId }) => roomId !== undefined) ? (
            <CheckField isSelected={goAtOnce} onChange={setGoAtOnce}>
              {t('people.allAtOnce')}
            </CheckField>
          ) : null}
          <Button look="primary" isPending={isBusy} onPress={() => void take(table.people)}>
            {t('people.take', { count: table.people.length })}
          </Button>
        </>
      ) : null}
    </div>
  )
}

interface TableFindingsProps {
  readonly name: string
  readonly table: PeopleTable
  readonly onAddRooms: (names: readonly string[]) => void
}

function TableFindings({ name, table, onAddRooms }: TableFindingsProps) {
  if (table.ok) return <p>{t('people.found', { name, people: t('words.people', { count: table.people.length }) })}</p>
  const { problems, missingRooms } = table
  return (
    <div className="people-form">
      <p className="people-bad">{t('people.bad', { name, count: problems.length })}</p>
      <ul className="people-problems" aria-label={t('people.badLines')}>
        {problems.map(({ line, column, reason }) => (
          <li key={`${line} ${column} ${reason}`}>
            {line === undefined ? null : <b>{t('people.line', { line })}</b>}{' '}
            {column === undefined ? '' : `${column}: `}
            {reason}
          </li>
        ))}
      </ul>
      {missingRooms.length === 0 ? null : (
        <Button look="outline" onPress={() => onAddRooms(missingRooms)}>
          {t('people.addRooms', { count: missingRooms.length })}
        </Button>
      )}
    </div>
  )
}
