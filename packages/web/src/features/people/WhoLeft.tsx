// SPDX-License-Identifier: Apache-2.0
// Who was in the meeting and left: a code that lets them back to their seat, on whatever device; or to be forgotten on request. Asked of the server when it
// is opened.
import type { MeetingView } from '@alcove/client'
import type { AttendanceReport, ParticipantId } from '@alcove/protocol'
import { Link } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { toShortText } from '../problems/errorTexts.ts'
import { toPeopleWhoLeft } from './peopleModel.ts'

export interface WhoLeftProps {
  readonly view: MeetingView
  /** Counts what was done: then it is asked anew. */
  readonly turn: number
  /** Known on this page. */
  readonly codes: ReadonlyMap<ParticipantId, string>
  readonly getAttendance: () => Promise<AttendanceReport>
  readonly onRenew: (person: PickablePerson<ParticipantId>) => void
  readonly onCopyLink: (person: PickablePerson<ParticipantId>, code: string) => void
  readonly onForget: (person: PickablePerson<ParticipantId>) => void
}

type Found =
  | { readonly status: 'asking' }
  | { readonly status: 'known'; readonly report: AttendanceReport }
  | { readonly status: 'failed'; readonly text: string }

export function WhoLeft(props: WhoLeftProps) {
  const { view, turn, getAttendance } = props
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
    <>
      <p className="muted-text">{t('people.leftText')}</p>
      <ul className="people-rows">
        {left.map((person) => (
          <LeftRow key={person.id} person={person} {...props} />
        ))}
      </ul>
    </>
  )
}

function LeftRow({
  person,
  codes,
  onRenew,
  onCopyLink,
  onForget,
}: WhoLeftProps & { readonly person: PickablePerson<ParticipantId> }) {
  const { id, name } = person
  const code = codes.get(id)
  return (
    <li className="people-row">
      <div className="people-who">
        <b>{name}</b>
        {code === undefined ? null : <code className="people-code">{code}</code>}
      </div>
      {code === undefined ? (
        <Button size="small" aria-label={t('people.makeCodeOf', { name })} onPress={() => onRenew(person)}>
          {t('people.makeCode')}
        </Button>
      ) : (
        <IconButton
          label={t('people.copyLinkOf', { name })}
          icon={<Link />}
          size="small"
          look="quiet"
          onPress={() => onCopyLink(person, code)}
        />
      )}
      <Button
        size="small"
        look="danger-quiet"
        aria-label={t('people.forgetName', { name })}
        onPress={() => onForget(person)}
      >
        {t('people.forget')}
      </Button>
    </li>
  )
}
