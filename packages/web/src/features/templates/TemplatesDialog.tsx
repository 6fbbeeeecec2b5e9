// SPDX-License-Identifier: Apache-2.0
// Templates: keep this meeting's rooms and rules by name in this browser or as a file, and use one, with a look at what it changes first.
import type { MeetingView } from '@alcove/client'
import { Download, FileUp, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { t } from '../../i18n/texts.ts'
import { roomIdsInOrder } from '../../state/inOrder.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { More } from '../../ui/More.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { saveText } from '../../ui/saveText.ts'
import { toShortText } from '../problems/errorTexts.ts'
import { readTemplate, type Template, templateOf, toTemplateText } from './template.ts'
import type { TemplateActions } from './templateActions.ts'
import { onlyParts, type TemplatePart, toChanges, toParts } from './templateChanges.ts'
import { dropTemplate, keepTemplate, keptTemplates } from './templateStore.ts'
import './templates.css'

export interface TemplatesDialogProps {
  readonly view: MeetingView
  readonly actions: TemplateActions
  readonly onClose: () => void
}

const mostBytes = 200_000

type Told = { readonly look: 'done' | 'failed'; readonly text: string }

export function TemplatesDialog({ view, actions, onClose }: TemplatesDialogProps) {
  const [templates, setTemplates] = useState(() => keptTemplates())
  const [using, setUsing] = useState<Template>()
  const [told, setTold] = useState<Told>()
  const keep = (template: Template) => {
    const isKept = keepTemplate(template)
    setTemplates(keptTemplates())
    setTold(
      isKept
        ? { look: 'done', text: t('templates.kept', { name: template.name }) }
        : { look: 'failed', text: t('templates.notKept') },
    )
  }
  const drop = (name: string) => {
    dropTemplate(name)
    setTemplates(keptTemplates())
    setTold({ look: 'done', text: t('templates.dropped', { name }) })
  }
  const upload = async (file: File | undefined) => {
    if (!file) return
    const read = file.size > mostBytes ? undefined : readTemplate(await file.text().catch(() => ''))
    if (read?.ok) keep(read.template)
    else setTold({ look: 'failed', text: read?.fault === 'newer' ? t('templates.newer') : t('templates.unreadable') })
  }
  if (using)
    return (
      <UseDialog view={view} template={using} actions={actions} onBack={() => setUsing(undefined)} onClose={onClose} />
    )
  return (
    <Dialog title={t('templates.title')} onClose={onClose}>
      <div className="templates">
        {templates.length === 0 ? (
          <p className="muted-text">{t('templates.none')}</p>
        ) : (
          <ul className="templates-list" aria-label={t('templates.title')}>
            {templates.map((template) => (
              <li key={template.name} className="templates-row">
                <span className="templates-name">
                  <b>{template.name}</b>{' '}
                  <span className="muted-text">{t('prepare.rooms', { count: template.rooms.length })}</span>
                </span>
                <Button
                  size="small"
                  look="outline"
                  aria-label={t('templates.useName', { name: template.name })}
                  onPress={() => setUsing(template)}
                >
                  {t('templates.use')}
                </Button>
                <IconButton
                  label={t('templates.download', { name: template.name })}
                  icon={<Download />}
                  size="small"
                  look="quiet"
                  onPress={() => saveText(`${template.name}.alcove.json`, toTemplateText(template), 'application/json')}
                />
                <IconButton
                  label={t('templates.drop', { name: template.name })}
                  icon={<Trash2 />}
                  size="small"
                  look="quiet"
                  onPress={() => drop(template.name)}
                />
              </li>
            ))}
          </ul>
        )}
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void upload(files?.[0])}>
          <Button size="small" className="templates-upload">
            <FileUp aria-hidden="true" size={16} /> {t('templates.upload')}
          </Button>
        </FileTrigger>
        <SaveForm view={view} onSave={keep} />
        <p role="status" className={told?.look === 'failed' ? 'templates-failed' : ''}>
          {told?.text}
        </p>
      </div>
      <DialogActions>
        <Button look="primary" onPress={onClose}>
          {t('door.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** What was planned here last is offered again. */
function SaveForm({ view, onSave }: { readonly view: MeetingView; readonly onSave: (template: Template) => void }) {
  const planned = Object.values(view.moderators?.rounds ?? {})
  const [name, setName] = useState('')
  const [rounds, setRounds] = useState(planned.length)
  const [minutes, setMinutes] = useState(Math.round((planned[0]?.durationMs ?? 600_000) / 60_000))
  const [timer, setTimer] = useState(0)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onSave(
      templateOf(
        view,
        name.trim(),
        {
          rounds: rounds === 0 ? undefined : { count: rounds, minutes },
          timer: timer === 0 ? undefined : { minutes: timer, atEnd: view.meeting.timer?.atEnd ?? 'bring-back' },
        },
        roomIdsInOrder(view),
      ),
    )
    setName('')
  }
  return (
    <form className="templates-save" onSubmit={save}>
      <h3>{t('templates.save')}</h3>
      <p className="muted-text">{t('templates.saveText')}</p>
      <TextField label={t('templates.name')} value={name} onChange={setName} maxLength={80} />
      <More title={t('templates.more')}>
        <NumberField label={t('templates.rounds')} value={rounds} onChange={setRounds} min={0} max={20} />
        {rounds === 0 ? null : (
          <NumberField label={t('rounds.minutesOrNone')} value={minutes} onChange={setMinutes} min={0} max={480} />
        )}
        <NumberField label={t('templates.timerMinutes')} value={timer} onChange={setTimer} min={0} max={480} />
      </More>
      <Button type="submit" look="outline" isDisabled={name.trim() === ''}>
        {t('templates.saveButton')}
      </Button>
    </form>
  )
}

interface UseDialogProps extends TemplatesDialogProps {
  readonly template: Template
  readonly onBack: () => void
}

/** A timer runs at once: it is not chosen by itself. */
const chosenAtFirst: readonly TemplatePart[] = ['rooms', 'rules', 'rounds']

function UseDialog({ view, template, actions, onBack, onClose }: UseDialogProps) {
  const [chosen, setChosen] = useState<ReadonlySet<TemplatePart>>(new Set(chosenAtFirst))
  const [isBusy, setIsBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  const changes = toChanges(view, template)
  const parts = toParts(changes)
  const choose = (part: TemplatePart, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, part] : [...before].filter((one) => one !== part)))
  const apply = async () => {
    setIsBusy(true)
    const text = await actions.apply(onlyParts(changes, chosen)).then(
      () => undefined,
      (error: unknown) => toShortText(error),
    )
    setIsBusy(false)
    setFailed(text)
    if (text === undefined) onClose()
  }
  return (
    <Dialog title={t('templates.useTitle', { name: template.name })} onClose={onClose}>
      <div className="templates">
        {parts.length === 0 ? <p className="muted-text">{t('templates.same')}</p> : null}
        {parts.map(({ part, title, lines }) => (
          <section key={part} className="templates-part" aria-label={title}>
            <CheckField isSelected={chosen.has(part)} onChange={(isChosen) => choose(part, isChosen)}>
              <b>{title}</b>
            </CheckField>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        <div role="alert">{failed === undefined ? null : <p className="templates-failed">{failed}</p>}</div>
      </div>
      <DialogActions>
        <Button onPress={onBack}>{t('templates.back')}</Button>
        <Button
          look="primary"
          isPending={isBusy}
          isDisabled={!parts.some(({ part }) => chosen.has(part))}
          onPress={() => void apply()}
        >
          {t('templates.apply')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
