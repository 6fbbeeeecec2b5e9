// SPDX-License-Identifier: Apache-2.0
// The report of a meeting, while it goes on and after its end: people and their stays, rounds, requests for help, announcements; and as a file. It is asked
// for when it is opened, and stays as it was then.
import type { AttendanceReport, ReportTable } from '@alcove/protocol'
import { type ReactNode, useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { formatTime } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { toShortText } from '../problems/errorTexts.ts'
import { type ReportEntry, type ReportModel, toReportModel } from './reportModel.ts'
import { saveReport, saveTable } from './saveReport.ts'
import './report.css'

export interface ReportDialogProps {
  readonly getReport: () => Promise<AttendanceReport>
  readonly onClose: () => void
}

type Found =
  | { readonly status: 'asking' }
  | { readonly status: 'known'; readonly report: AttendanceReport; readonly model: ReportModel }
  | { readonly status: 'failed'; readonly text: string }

export function ReportDialog({ getReport, onClose }: ReportDialogProps) {
  const [found, setFound] = useState<Found>({ status: 'asking' })
  const [shown, setShown] = useState<ReportTable>('stays')
  useEffect(() => {
    let isWanted = true
    getReport().then(
      (report) => isWanted && setFound({ status: 'known', report, model: toReportModel(report) }),
      (error: unknown) => isWanted && setFound({ status: 'failed', text: toShortText(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [getReport])
  return (
    <Dialog title={t('report.title')} size="wide" onClose={onClose}>
      <div className="report" aria-busy={found.status === 'asking'}>
        {found.status === 'asking' ? <Spinner /> : null}
        {found.status === 'failed' ? <p role="alert">{found.text}</p> : null}
        {found.status === 'known' ? (
          <Parts model={found.model} at={found.report.at} shown={shown} onShow={setShown} />
        ) : null}
      </div>
      <DialogActions>
        {found.status === 'known' ? (
          <>
            <Button onPress={() => saveReport(found.report, 'json')}>{t('report.saveData')}</Button>
            <Button onPress={() => saveTable(found.report, shown)}>{t('report.saveTable')}</Button>
          </>
        ) : null}
        <Button look="primary" onPress={onClose}>
          {t('words.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface Part {
  readonly id: ReportTable
  readonly title: string
  readonly count: number
  readonly content: ReactNode
}

interface PartsProps {
  readonly model: ReportModel
  readonly at: number
  /** Each part is a table when it is saved. */
  readonly shown: ReportTable
  readonly onShow: (part: ReportTable) => void
}

function Parts({ model, at, shown, onShow }: PartsProps) {
  const { people, rounds, help, announcements } = model
  const parts: readonly Part[] = [
    { id: 'stays', title: t('report.people'), count: people.length, content: <People model={model} /> },
    { id: 'rounds', title: t('report.rounds'), count: rounds.length, content: <Rounds model={model} /> },
    {
      id: 'help',
      title: t('report.help'),
      count: help.length,
      content: <Entries entries={help} nothing={t('report.noHelp')} />,
    },
    {
      id: 'announcements',
      title: t('report.announcements'),
      count: announcements.length,
      content: <Entries entries={announcements} nothing={t('report.noAnnouncements')} />,
    },
  ]
  return (
    <>
      <p className="muted-text">{t('report.asOf', { time: formatTime(at) })}</p>
      <Tabs
        className="report-parts"
        selectedKey={shown}
        onSelectionChange={(key) => onShow(parts.find(({ id }) => id === key)?.id ?? shown)}
      >
        <TabList className="report-tabs" aria-label={t('report.title')}>
          {parts.map(({ id, title, count }) => (
            <Tab key={id} id={id} className="report-tab">
              {title} <span className="report-count">{count}</span>
            </Tab>
          ))}
        </TabList>
        {parts.map(({ id, content }) => (
          <TabPanel key={id} id={id} className="report-part">
            {content}
          </TabPanel>
        ))}
      </Tabs>
    </>
  )
}

function People({ model: { people } }: { readonly model: ReportModel }) {
  return (
    <ul className="report-list">
      {people.map(({ id, name, isModerator, sum, stays }) => (
        <li key={id} className="report-item">
          <p className="report-head">
            <b dir="auto">{name}</b>
            {isModerator ? <span className="report-mark">{t('person.moderator')}</span> : null}
            <span className="report-aside">{sum}</span>
          </p>
          <Lines>
            {stays.map(({ from, room, when }) => (
              <li key={from}>
                <span className="report-room" dir="auto">
                  {room}
                </span>{' '}
                <span className="muted-text">{when}</span>
              </li>
            ))}
          </Lines>
        </li>
      ))}
    </ul>
  )
}

function Rounds({ model: { rounds } }: { readonly model: ReportModel }) {
  if (rounds.length === 0) return <p className="muted-text">{t('report.noRounds')}</p>
  return (
    <ul className="report-list">
      {rounds.map(({ id, name, when, groups }) => (
        <li key={id} className="report-item">
          <p className="report-head">
            <b dir="auto">{name}</b>
            <span className="report-aside">{when}</span>
          </p>
          <Lines>
            {groups.map(({ roomId, room, people }) => (
              <li key={roomId}>
                <span className="report-room" dir="auto">
                  {room}
                </span>{' '}
                <span dir="auto">{people}</span>
              </li>
            ))}
          </Lines>
        </li>
      ))}
    </ul>
  )
}

interface EntriesProps {
  readonly entries: readonly ReportEntry[]
  /** Said when there are none. */
  readonly nothing: string
}

function Entries({ entries, nothing }: EntriesProps) {
  if (entries.length === 0) return <p className="muted-text">{nothing}</p>
  return (
    <ul className="report-list">
      {entries.map(({ id, when, who, text, outcome }) => (
        <li key={id} className="report-item">
          <p className="report-head">
            <b dir="auto">{who}</b>
            <span className="report-aside">{when}</span>
          </p>
          {text === undefined || text === '' ? null : (
            <p className="report-text" dir="auto">
              {text}
            </p>
          )}
          {outcome === undefined ? null : <p className="muted-text">{outcome}</p>}
        </li>
      ))}
    </ul>
  )
}

function Lines({ children }: { readonly children: ReactNode }) {
  return <ul className="report-lines">{children}</ul>
}
