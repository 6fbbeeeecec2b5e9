// SPDX-License-Identifier: Apache-2.0
// The rounds of the meeting: plan them, look at them and change them, take the plan along, begin the next.
import type { MeetingView } from '@alcove/client'
import { Copy, FileDown, Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { printBlocks } from '../../ui/printBlocks.ts'
import { saveText } from '../../ui/saveText.ts'
import { markOf, roomNameOf } from '../rooms/roomsPane.ts'
import '../rooms/splitDialog.css'
import { usualCountdownMs, WhenChoice } from '../running/WhenChoice.tsx'
import { PlanForm } from './PlanForm.tsx'
import { RoundItem } from './RoundItem.tsx'
import type { RoundsActions } from './roundsActions.ts'
import { toRoundsModel } from './roundsModel.ts'
import { toLeftOut, toPlanBlocks, toPlanCsv, toPlanText, toRepeats, toRepeatsText } from './roundsPlan.ts'
import { toRoundText } from './roundText.ts'
import './rounds.css'

export interface RoundsDialogProps {
  readonly view: MeetingView
  readonly actions: RoundsActions
  readonly onClose: () => void
}

export function RoundsDialog({ view, actions, onClose }: RoundsDialogProps) {
  const [inMs, setInMs] = useState(usualCountdownMs)
  const [told, setTold] = useState<string>()
  const model = useMemo(() => toRoundsModel(view), [view])
  const { rounds, hasNext } = model
  const repeats = useMemo(() => toRepeats(rounds), [rounds])
  const rooms = roomIdsInOrder(view).map((roomId) => ({
    roomId,
    name: roomNameOf(view, roomId),
    index: markOf(view, roomId),
  }))
  const progress = toRoundText(view.meeting.rounds)
  const next = rounds.find(({ status }) => status === 'waiting')
  const { meetingId } = view.meeting
  const begin = () => {
    actions.next(inMs)
    onClose()
  }
  const copy = async () => setTold((await copyText(toPlanText(rounds))) ? t('rounds.copied') : t('rounds.notCopied'))
  return (
    <Dialog title={t('rounds.title')} size="wide" onClose={onClose}>
      <div className="rounds-columns">
        <section className="rounds-column" aria-label={t('rounds.planTitle')}>
          <h3>{t('rounds.planTitle')}</h3>
          <PlanForm view={view} actions={actions} hasNext={hasNext} />
        </section>
        <section className="rounds-column" aria-label={t('rounds.thePlan')}>
          <h3>{t('rounds.thePlan')}</h3>
          {progress === undefined ? null : <p className="rounds-progress">{progress}</p>}
          {rounds.length === 0 ? <p className="muted-text">{t('rounds.none')}</p> : null}
          <ol className="rounds">
            {rounds.map((round) => (
              <RoundItem
                key={round.roundId}
                round={round}
                model={model}
                rooms={rooms}
                leftOut={toLeftOut(view, round)}
                repeats={toRepeatsText(repeats.get(round.roundId) ?? [])}
                isOpenAtFirst={round === next}
                actions={actions}
              />
            ))}
          </ol>
          {rounds.length === 0 ? null : (
            <div className="rounds-take">
              <Button size="small" onPress={() => void copy()}>
                <Copy aria-hidden="true" size={16} /> {t('rounds.copy')}
              </Button>
              <Button
                size="small"
                onPress={() => printBlocks(`${t('rounds.title')}: ${meetingId}`, toPlanBlocks(rounds))}
              >
                <Printer aria-hidden="true" size={16} /> {t('rounds.print')}
              </Button>
              <Button
                size="small"
                onPress={() => saveText(t('rounds.fileName', { meeting: meetingId }), toPlanCsv(rounds), 'text/csv')}
              >
                <FileDown aria-hidden="true" size={16} /> {t('rounds.saveCsv')}
              </Button>
            </div>
          )}
          <p role="status" className="muted-text">
            {told}
          </p>
        </section>
      </div>
      {next ? <WhenChoice inMs={inMs} onChange={setInMs} /> : null}
      <DialogActions>
        <Button onPress={onClose}>{t('rounds.close')}</Button>
        {next ? (
          <Button look="primary" onPress={begin}>
            {t('rounds.nextNamed', { name: next.name })}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  )
}
