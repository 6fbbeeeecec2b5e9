// SPDX-License-Identifier: Apache-2.0
// A moderator answers somebody in the lobby, and lets them in or not.
import { t } from '../../i18n/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { LobbyTalk } from './LobbyTalk.tsx'
import type { LobbyRow } from './lobbyModel.ts'
import type { MeetingDoorActions } from './meetingDoorActions.ts'

export interface AnswerDialogProps {
  readonly person: LobbyRow
  readonly actions: MeetingDoorActions
  readonly onClose: () => void
}

export function AnswerDialog({ person, actions, onClose }: AnswerDialogProps) {
  const { participantId, name, talk } = person
  return (
    <Dialog title={t('lobby.waitsTitle', { name })} onClose={onClose}>
      <div className="dialog-form">
        <LobbyTalk
          talk={talk}
          name={name}
          label={t('lobby.answer')}
          onWrite={(text) => actions.answerInLobby(participantId, text)}
        />
        <DialogActions>
          <Button onPress={onClose}>{t('words.close')}</Button>
          <Button
            look="primary"
            onPress={() => {
              actions.admit([participantId])
              onClose()
            }}
          >
            {t('lobby.letIn')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
