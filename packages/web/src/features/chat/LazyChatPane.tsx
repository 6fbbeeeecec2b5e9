// SPDX-License-Identifier: Apache-2.0
// The pane of messages, loaded when it is first opened; what is unread is counted without it.
import { t } from '../../i18n/texts.ts'
import { Pane } from '../../ui/Pane.tsx'
import { lazyPart } from '../problems/lazyPart.tsx'

export const LazyChatPane = lazyPart(
  async () => (await import('./ChatPane.tsx')).ChatPane,
  ({ isSheet, onClose }, problem) =>
    problem === undefined ? null : (
      <Pane
        title={t('chat.title')}
        label={t('chat.title')}
        className="chat-pane"
        tools={null}
        isSheet={isSheet}
        onClose={onClose}
      >
        {problem}
      </Pane>
    ),
)
