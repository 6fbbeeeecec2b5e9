// SPDX-License-Identifier: Apache-2.0
// People who are to come: prepared one by one or by a table, with codes for those who have no account; who is not seated; and forgetting a person.
import type { MeetingView } from '@alcove/client'
import type { ParticipantId, RoomId } from '@alcove/protocol'
import { useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { More } from '../../ui/More.tsx'
import type { PickablePerson } from '../../ui/PeoplePicker.tsx'
import { printBlocks } from '../../ui/printBlocks.ts'
import { saveText } from '../../ui/saveText.ts'
import { toShortText } from '../problems/errorTexts.ts'
import type { SplitOrder } from '../rooms/splitPlan.ts'
import { AddPersonForm } from './AddPersonForm.tsx'
import { ExpectedList } from './ExpectedList.tsx'
import type { PeopleActions } from './peopleActions.ts'
import { type PeopleModel, toClaimLink, toPeopleModel, toRosterText } from './peopleModel.ts'
import { TableDrop } from './TableDrop.tsx'
import { WhoLeft } from './WhoLeft.tsx'
import './people.css'

export interface PeopleDialogProps {
  readonly view: MeetingView
  readonly actions: PeopleActions
  readonly onAssign: (participantId: ParticipantId, roomId: RoomId | undefined) => void
  readonly onSeat: (order: SplitOrder, seed: number | undefined) => Promise<unknown>
  readonly onClose: () => void
}

type Told = { readonly look: 'done' | 'failed'; readonly text: string }

export function PeopleDialog({ view, actions, onAssign, onSeat, onClose }: PeopleDialogProps) {
  const model = toPeopleModel(view)
  const [told, setTold] = useState<Told>()
  const [isBusy, setIsBusy] = useState(false)
  const [turn, setTurn] = useState(0)
  const [isRenewing, setIsRenewing] = useState(false)
  const [forgetting, setForgetting] = useState<PickablePerson<ParticipantId>>()
  /** Tells how it went, and resolves with whether it was done. */
  const run = async (work: Promise<unknown>, done: string): Promise<boolean> => {
    setIsBusy(true)
    const text = await work.then(
      () => undefined,
      (error: unknown) => toShortText(error),
    )
    setIsBusy(false)
    setTurn((before) => before + 1)
    setTold(text === undefined ? { look: 'done', text: done } : { look: 'failed', text })
    return text === undefined
  }
  const copy = async (text: string, done: string) => {
    const isCopied = await copyText(text)
    setTold(isCopied ? { look: 'done', text: done } : { look: 'failed', text: t('people.notCopied') })
  }
  const coded = model.expected.flatMap(({ id, name }) => {
    const code = actions.codes.get(id)
    return code === undefined ? [] : [{ name, code, link: toClaimLink(code, location) }]
  })
  const uncoded = model.expected.filter(({ hasCode }) => !hasCode)
  /** Whose codes were shown by a page that is gone: nobody can read them any more. */
  const unreadable = model.expected.filter(({ id, hasCode }) => hasCode && !actions.codes.has(id))
  const makeCodes = async (rows: typeof model.expected) => {
    for (const { id } of rows) await actions.renewClaim(id)
  }
  return (
    <Dialog title={t('people.title')} size="wide" onClose={onClose}>
      <div className="people">
        <section className="people-column" aria-label={t('people.adding')}>
          <h3>{t('people.addOne')}</h3>
          <AddPersonForm
            rooms={model.rooms}
            onAdd={(person) => run(actions.expect([person], false), t('people.added', { name: person.displayName }))}
          />
          <h3>{t('people.fromTable')}</h3>
          <TableDrop
            rooms={model.rooms}
            isBusy={isBusy}
            onTake={(people, withCodes) =>
              run(actions.expect(people, withCodes), t('people.taken', { count: people.length }))
            }
            onAddRooms={(names) => void run(actions.addRooms(names), t('people.roomsAdded', { count: names.length }))}
          />
        </section>
        <section className="people-column" aria-label={t('people.expected')}>
          <h3>
            {t('people.expected')} <span className="muted-text">{model.expected.length}</span>
          </h3>
          <ExpectedList
            model={model}
            codes={actions.codes}
            onAssign={onAssign}
            onRenew={({ id, name }) => void run(actions.renewClaim(id), t('people.codeMade', { name }))}
            onCopyLink={({ name }, code) => void copy(toClaimLink(code, location), t('people.linkCopied', { name }))}
            onForget={setForgetting}
          />
          {model.expected.length === 0 ? null : (
            <div className="people-codes">
              {uncoded.length === 0 ? null : (
                <Button
                  size="small"
                  isPending={isBusy}
                  onPress={() => void run(makeCodes(uncoded), t('people.codesMade', { count: uncoded.length }))}
                >
                  {t('people.makeCodes', { count: uncoded.length })}
                </Button>
              )}
              {unreadable.length === 0 ? null : (
                <Button size="small" isPending={isBusy} onPress={() => setIsRenewing(true)}>
                  {t('people.renewAll', { count: unreadable.length })}
                </Button>
              )}
              {coded.length === 0 ? null : (
                <>
                  <Button
                    size="small"
                    onPress={() =>
                      void copy(
                        coded.map(({ name, code, link }) => `${name}\t${code}\t${link}`).join('\n'),
                        t('people.codesCopied', { count: coded.length }),
                      )
                    }
                  >
                    {t('people.copyCodes')}
                  </Button>
                  <Button
                    size="small"
                    onPress={() =>
                      printBlocks(
                        t('people.printTitle', { meeting: view.meeting.meetingId }),
                        coded.map(({ name, code, link }) => ({ title: name, lines: [code, link] })),
                      )
                    }
                  >
                    {t('people.printCodes')}
                  </Button>
                  <p className="muted-text">{t('people.codesOnce')}</p>
                </>
              )}
            </div>
          )}
          <Tray
            model={model}
            isBusy={isBusy}
            onSeat={() =>
              void run(
                onSeat({ who: 'unassigned', hold: false, wishes: {} }, undefined),
                t('people.seated', { count: model.unseated.length }),
              )
            }
          />
          <More title={t('people.left')}>
            <WhoLeft
              view={view}
              turn={turn}
              codes={actions.codes}
              getAttendance={actions.getAttendance}
              onRenew={({ id, name }) => void run(actions.renewClaim(id), t('people.codeMade', { name }))}
              onCopyLink={({ name }, code) => void copy(toClaimLink(code, location), t('people.linkCopied', { name }))}
              onForget={setForgetting}
            />
          </More>
        </section>
      </div>
      <p role="status" className={`people-told people-told-${told?.look ?? 'done'}`}>
        {told?.text}
      </p>
      <DialogActions>
        <Button
          onPress={() =>
            saveText(t('people.fileName', { meeting: view.meeting.meetingId }), toRosterText(view), 'text/csv')
          }
        >
          {t('people.save')}
        </Button>
        <Button look="primary" onPress={onClose}>
          {t('door.done')}
        </Button>
      </DialogActions>
      {isRenewing ? (
        <ConfirmDialog
          title={t('people.renewAllTitle', { count: unreadable.length })}
          confirm={t('people.renewAllConfirm')}
          onConfirm={() => void run(makeCodes(unreadable), t('people.codesMade', { count: unreadable.length }))}
          onClose={() => setIsRenewing(false)}
        >
          <p className="muted-text">{t('people.renewAllText')}</p>
        </ConfirmDialog>
      ) : null}
      {forgetting === undefined ? null : (
        <ConfirmDialog
          title={t('people.forgetTitle', { name: forgetting.name })}
          confirm={t('people.forget')}
          onConfirm={() => void run(actions.forget(forgetting.id), t('people.forgotten'))}
          onClose={() => setForgetting(undefined)}
        >
          <p className="muted-text">{t('people.forgetText')}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  )
}

interface TrayProps {
  readonly model: PeopleModel
  readonly isBusy: boolean
  readonly onSeat: () => void
}

/** Who is here and belongs nowhere, seated in one action. */
function Tray({ model, isBusy, onSeat }: TrayProps) {
  const { unseated, rooms } = model
  if (rooms.length === 0 || unseated.length === 0) return null
  return (
    <section className="people-tray" aria-label={t('people.notSeated')}>
      <h3>
        {t('people.notSeated')} <span className="muted-text">{unseated.length}</span>
      </h3>
      <ul className="name-chips">
        {unseated.map(({ id, name }) => (
          <li key={id} className="name-chip">
            {name}
          </li>
        ))}
      </ul>
      <Button look="outline" isPending={isBusy} onPress={onSeat}>
        {t('people.seat')}
      </Button>
    </section>
  )
}
