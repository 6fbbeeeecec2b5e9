// SPDX-License-Identifier: Apache-2.0
// What moderation says to a person: switches off what was stopped and tells who did it, puts a moderator's request to them, and says where they
// have to ask first, with the way to ask.
import type { MeetingView } from '@alcove/client'
import type { Kind, Stoppable } from '@alcove/protocol'
import { useEffect } from 'react'
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import type { OwnSendingActions } from './moderationActions.ts'
import { type Gate, type Running, toGate, toInvitation, toSwitchOff } from './ownSending.ts'

export interface OwnSendingProps {
  readonly view: MeetingView
  readonly running: Running
  readonly actions: OwnSendingActions
  readonly switchOn: (source: 'microphone' | 'camera') => void
  readonly switchOff: (source: Stoppable) => void
  readonly tell: (tone: 'warn', text: string) => void
}

export function OwnSending({ view, running, actions, switchOn, switchOff, tell }: OwnSendingProps) {
  useEffect(() => {
    for (const { source, text } of toSwitchOff(view, running)) {
      switchOff(source)
      tell('warn', text)
    }
  }, [view, running, switchOff, tell])
  return <InvitationDialog view={view} running={running} actions={actions} switchOn={switchOn} />
}

/** Says where one has to ask first, with the way to ask. */
export function AskNotices({ view, actions }: Pick<OwnSendingProps, 'view' | 'actions'>) {
  return (
    <div className="notice-strip" role="status">
      {(['audio', 'video'] as const).map((kind) => (
        <AskNotice key={kind} gate={toGate(view, kind)} kind={kind} onAsk={(asking) => actions.ask(kind, asking)} />
      ))}
    </div>
  )
}

interface AskNoticeProps {
  readonly gate: Gate
  readonly kind: Kind
  readonly onAsk: (asking: boolean) => void
}

function AskNotice({ gate, kind, onAsk }: AskNoticeProps) {
  if (gate === 'free') return null
  return (
    <div className="notice notice-info">
      <p className="notice-words">{t(`moderation.${gate}.${kind}.text`)}</p>
      <Button size="small" look={gate === 'ask' ? 'primary' : 'outline'} onPress={() => onAsk(gate === 'ask')}>
        {t(`moderation.${gate}.${kind}.button`)}
      </Button>
    </div>
  )
}

function InvitationDialog({
  view,
  running,
  actions,
  switchOn,
}: Pick<OwnSendingProps, 'view' | 'running' | 'actions' | 'switchOn'>) {
  const invitation = toInvitation(view, running)
  if (!invitation) return null
  const { source, title, accept } = invitation
  return (
    <Dialog key={source} title={title} onClose={() => actions.decline(source)}>
      <p className="muted-text">{t('moderation.youDecide')}</p>
      <DialogActions>
        <Button onPress={() => actions.decline(source)} autoFocus>
          {t('words.notNow')}
        </Button>
        <Button look="primary" onPress={() => switchOn(source)}>
          {accept}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
