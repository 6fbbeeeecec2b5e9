// SPDX-License-Identifier: Apache-2.0
// Who was in the meeting and left, to be forgotten on request. Asked of the server when it is opened.
import type { MeetingView } from '@alcove/client'
import type { AttendanceReport, ParticipantId } from '@alcove/protocol'
import { useEffect, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { toShortText } from '../problems/errorTexts.ts'
import { toPeopleWhoLeft } from './peopleModel.ts'

export interface WhoLeftProps {
  readonly view: MeetingView
  /** Counts what was done: then it is asked anew. */
  readonly turn: number
  readonly getAttendance: () => Promise<AttendanceReport>
  readonly onForget: (person: PickablePerson<ParticipantId>) => void
}

type Found =
  | { readonly status: 'asking' }
  | { readonly status: 'known'; readonly report: AttendanceReport }
  | { readonly status: 'failed'; readonly text: string }

export function WhoLeft({ view, turn, getAttendance, onForget }: WhoLeftProps) {
  const [found, setFound] = useState<Found>({ status: 'asking' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after each thing that was done
  useEffect(() => {
    let isWanted = true
    getAttendance().then(
      (report) => isWanted && setFound({ status: 'known', report }),
      (error: unknown) => isWanted && setFound({ status: 'failed', text: toShortText(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [getAttendance, turn])
  if (found.status === 'asking') return <Spinner />
  if (found.status === 'failed') return <p className="people-bad">{found.text}</p>
  const left = toPeopleWhoLeft(found.report, view)
  if (left.length === 0) return <p className="muted-text">{t('people.nobodyLeft')}</p>
  return (
    <ul className="people-rows">
      {left.map((person) => (
        <li key={person.id} className="people-row">
          <b className="people-who">{person.name}</b>
          <Button
            size="small"
            look="danger-quiet"
            aria-label={t('people.forgetName', { name: person.name })}
            onPress={() => onForget(person)}
          >
            {t('people.forget')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
