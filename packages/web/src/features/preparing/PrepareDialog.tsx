// SPDX-License-Identifier: Apache-2.0
// Preparing a meeting before it begins, by whoever is alone in it: the link to come back as moderator, who waits until then, and what is prepared.
import type { MeetingView } from '@alcove/client'
import type { BeforeModerator } from '@alcove/protocol'
import { type ReactNode, useId } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { ChoiceRow } from '../../ui/ChoiceRow.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { MeetingDoorActions } from '../door/meetingDoorActions.ts'
import { useModeratorLink } from '../door/useModeratorLink.ts'
import { KeptChoice } from './KeptChoice.tsx'
import './preparing.css'

export interface PrepareDialogProps {
  readonly view: MeetingView
  readonly actions: MeetingDoorActions
  readonly onOpen: (dialog: 'people' | 'rounds' | 'templates') => void
  readonly onClose: () => void
}

export function PrepareDialog({ view, actions, onOpen, onClose }: PrepareDialogProps) {
  const { link, isCopied, make, copy } = useModeratorLink(actions.makeModeratorLink)
  const { door, rooms } = view.meeting
  const expected = Object.keys(view.moderators?.expected ?? {}).length
  const rounds = Object.keys(view.moderators?.rounds ?? {}).length
  return (
    <Dialog title={t('prepare.title')} onClose={onClose}>
      <div className="preparing">
        <p className="muted-text">{t('prepare.text')}</p>
        <Step title={t('door.linkTitle')}>
          <p className="muted-text">{door.moderatorKey ? t('prepare.hasLink') : t('prepare.noLink')}</p>
          {link === undefined ? null : (
            <TextField label={t('door.linkLabel')} value={link} onChange={() => {}} isReadOnly />
          )}
          <p role="status">{link === undefined ? '' : isCopied ? t('door.linkCopied') : t('door.linkToCopy')}</p>
          <Button
            look={door.moderatorKey ? 'outline' : 'primary'}
            onPress={() => void (link === undefined ? make() : copy(link))}
          >
            {link !== undefined
              ? t('door.copyAgain')
              : door.moderatorKey
                ? t('prepare.makeNewLink')
                : t('door.makeLink')}
          </Button>
        </Step>
        <Step title={t('prepare.before')}>
          {door.moderatorKey ? (
            <ChoiceRow<BeforeModerator>
              label={t('prepare.beforeLabel')}
              choices={[
                { id: 'wait', label: t('prepare.wait') },
                { id: 'join', label: t('prepare.join') },
              ]}
              chosen={door.beforeModerator}
              onChoose={actions.setBeforeModerator}
            />
          ) : (
            <p className="muted-text">{t('prepare.beforeNeedsLink')}</p>
          )}
          <Switch label={t('door.lobby')} hint={t('prepare.lobbyHint')} isOn={door.lobby} onChange={actions.setLobby} />
        </Step>
        <Step title={t('prepare.prepared')}>
          <p>
            {[
              t('prepare.rooms', { count: Object.keys(rooms).length }),
              t('prepare.people', { count: expected }),
              t('prepare.rounds', { count: rounds }),
            ].join(' · ')}
          </p>
          <div className="preparing-open">
            <Button size="small" onPress={() => onOpen('templates')}>
              {t('prepare.openTemplates')}
            </Button>
            <Button size="small" onPress={() => onOpen('people')}>
              {t('prepare.openPeople')}
            </Button>
            <Button size="small" onPress={() => onOpen('rounds')}>
              {t('prepare.openRounds')}
            </Button>
          </div>
        </Step>
        <Step title={t('prepare.keptTitle')}>
          <KeptChoice meeting={view.meeting} onShorten={actions.shortenRetention} />
        </Step>
        <DialogActions>
          <Button look={door.moderatorKey ? 'primary' : 'plain'} onPress={onClose}>
            {t('door.done')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="preparing-step" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}
