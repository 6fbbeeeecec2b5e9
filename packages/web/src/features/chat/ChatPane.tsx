// SPDX-License-Identifier: Apache-2.0
// The pane of messages: the room where one is, everyone, and private talks. A sheet on phones.
import type { MeetingView, ThreadKey } from '@alcove/client'
import type { ChatTarget, ParticipantId } from '@alcove/protocol'
import { Download, MessageSquarePlus } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { compareNames, formatDateTime } from '../../i18n/formats.ts'
import { t } from '../../i18n/texts.ts'
import { peopleInOrder } from '../../state/inOrder.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Pane } from '../../ui/Pane.tsx'
import { SearchMenu } from '../../ui/SearchMenu.tsx'
import { saveText } from '../../ui/saveText.ts'
import { Composer } from './Composer.tsx'
import { type ChatTab, type TabId, toLines } from './chatModel.ts'
import { toChatText } from './exportText.ts'
import { MessageList } from './MessageList.tsx'
import type { ChatState } from './useChat.ts'
import './chatPane.css'

export interface ChatPaneProps {
  readonly chat: ChatState
  readonly view: MeetingView
  /** Whom one may begin to write to alone. */
  readonly alone: 'everybody' | 'moderators' | 'nobody'
  /** Resolves with whether it was sent; tells by itself why not. */
  readonly onSend: (to: ChatTarget, text: string) => Promise<boolean>
  /** It covers the meeting: it takes the focus and Escape closes it. */
  readonly isSheet: boolean
  readonly onClose: () => void
  /** Passing notices, where the pane covers the strip that has them otherwise. */
  readonly notices: ReactNode
}

export function ChatPane({ chat, view, alone, onSend, isSheet, onClose, notices }: ChatPaneProps) {
  const save = () => {
    const text = toChatText(chat.log, view, formatDateTime)
    saveText(t('chat.fileName', { meeting: view.meeting.meetingId }), text)
  }
  const send = async (key: ThreadKey, to: ChatTarget, text: string) => {
    if (!(await onSend(to, text)) && chat.draftOf(key) === '') chat.setDraft(key, text)
  }
  return (
    <Pane
      title={t('chat.title')}
      label={t('chat.title')}
      className="chat-pane"
      isSheet={isSheet}
      onClose={onClose}
      tools={
        <>
          {alone === 'nobody' ? null : (
            <SearchMenu
              label={t('chat.writeToOne')}
              trigger={
                <IconButton label={t('chat.writeToOne')} icon={<MessageSquarePlus />} size="small" look="quiet" />
              }
              searchLabel={t('chat.searchPerson')}
              entries={() => toPeople(view, alone, chat.talkTo)}
              toRestText={(count) => t('chat.morePeople', { count })}
              noneText={t('chat.nobodyCalledSo')}
            />
          )}
          <IconButton
            label={t('chat.save')}
            icon={<Download />}
            size="small"
            look="quiet"
            isDisabled={chat.log.threads.size === 0}
            onPress={save}
          />
        </>
      }
    >
      <Tabs
        className="chat-tabs"
        selectedKey={chat.active.id}
        // React Aria gives back the id of the tab, which is one of ours.
        onSelectionChange={(id) => chat.select(id as TabId)}
      >
        <TabList className="chat-tab-list" aria-label={t('chat.toWhom')}>
          {chat.tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="chat-tab">
              <span className="chat-tab-name">{tab.name}</span>
              {tab.unread > 0 ? (
                <span className="chat-tab-unread">
                  {tab.unread}
                  <span className="only-read-aloud"> {t('chat.unread')}</span>
                </span>
              ) : null}
            </Tab>
          ))}
        </TabList>
        {/* The key: a panel that stays while its id changes would keep the old id in the page. */}
        <TabPanel key={chat.active.id} id={chat.active.id} className="chat-panel">
          <Thread key={chat.active.key} tab={chat.active} chat={chat} view={view} />
          <div className="pane-notices">{notices}</div>
          {chat.active.canWrite ? (
            <Composer
              label={toFieldLabel(chat.active)}
              text={chat.draft}
              onChange={(text) => chat.setDraft(chat.active.key, text)}
              onSend={(text) => send(chat.active.key, chat.active.target, text)}
            />
          ) : (
            <p className="chat-hint">{toClosedHint(chat.active)}</p>
          )}
        </TabPanel>
      </Tabs>
    </Pane>
  )
}

function Thread({ tab, chat, view }: { readonly tab: ChatTab; readonly chat: ChatState; readonly view: MeetingView }) {
  const messages = chat.log.threads.get(tab.key)
  const arrival = tab.id === 'room' ? chat.arrival : undefined
  const lines = useMemo(() => toLines(messages ?? [], arrival, dayOf), [messages, arrival])
  return (
    <MessageList
      label={t('chat.messagesOf', { name: tab.name })}
      lines={lines}
      ownId={view.self.participantId}
      roomName={tab.name}
      hint={chat.log.isComplete ? toHint(tab) : t('chat.loading')}
    />
  )
}

function toPeople(view: MeetingView, alone: ChatPaneProps['alone'], talkTo: (participantId: ParticipantId) => void) {
  // A moderator may be written to by everybody, and writes to everybody.
  const isOpen = alone === 'everybody' || view.self.can.moderate
  return peopleInOrder(view)
    .filter(([id, { role }]) => id !== view.self.participantId && (isOpen || role === 'moderator'))
    .map(([id, { displayName }]) => ({ id, label: displayName, onAction: () => talkTo(id) }))
    .sort((first, second) => compareNames(first.label, second.label))
}

function toFieldLabel({ id, name }: ChatTab): string {
  return id === 'meeting' ? t('chat.messageToEveryone') : t('chat.messageTo', { name })
}

function toClosedHint({ target, name }: ChatTab): string {
  return target.kind === 'person' ? t('chat.hasLeft', { name }) : t('chat.mayNotWrite')
}

function toHint({ id, name }: ChatTab): string {
  if (id === 'room') return t('chat.hintRoom', { name })
  if (id === 'meeting') return t('chat.hintEveryone')
  return t('chat.hintPerson', { name })
}

function dayOf(at: number): string {
  return new Date(at).toDateString()
}
