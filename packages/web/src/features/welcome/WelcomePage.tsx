// SPDX-License-Identifier: Apache-2.0
// The first page: one field, the meeting's name. Also where a bad address ends up, with the reason.
import { ArrowRight, Dices } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { t } from '../../i18n/texts.ts'
import { goTo } from '../../state/navigation.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import { LanguageMenu } from '../settings/LanguageMenu.tsx'
import { checkMeetingName } from './checkName.ts'
import { DoorsPicture } from './DoorsPicture.tsx'
import { suggestMeetingName } from './suggestName.ts'
import './welcome.css'

export function WelcomePage({ badName }: { readonly badName?: string | undefined }) {
  const [suggestion, setSuggestion] = useState(() => suggestMeetingName())
  const [typed, setTyped] = useState(badName ?? '')
  const [error, setError] = useState(() => (badName === undefined ? undefined : reasonOf(badName)))
  useEffect(() => {
    document.title = 'Alcove'
  }, [])
  const enter = (event: FormEvent) => {
    event.preventDefault()
    const checked = checkMeetingName(typed.trim() === '' ? suggestion : typed)
    if (checked.ok) goTo(`/${encodeURIComponent(checked.meetingId)}`)
    else setError(checked.reason)
  }
  return (
    <div className="welcome">
      <header className="welcome-top">
        <Wordmark />
        <LanguageMenu />
      </header>
      <main className="welcome-main">
        <div className="welcome-words">
          <h1>{t('welcome.title')}</h1>
          <p className="welcome-lead">{t('welcome.lead')}</p>
          <form className="welcome-form" onSubmit={enter} noValidate>
            <div className="welcome-field">
              <TextField
                label={t('welcome.name')}
                size="large"
                value={typed}
                onChange={(value) => {
                  setTyped(value)
                  setError(undefined)
                }}
                placeholder={suggestion}
                error={error}
                autoFocus
              />
              <IconButton
                label={t('welcome.suggest')}
                look="quiet"
                icon={<Dices />}
                className="welcome-dice"
                onPress={() => {
                  setTyped('')
                  setError(undefined)
                  setSuggestion(suggestMeetingName())
                }}
              />
            </div>
            <Button type="submit" look="primary" size="large" className="welcome-go">
              {t('welcome.go')} <ArrowRight aria-hidden="true" />
            </Button>
          </form>
          <p className="welcome-note">{t('welcome.note')}</p>
        </div>
        <DoorsPicture />
      </main>
    </div>
  )
}

function reasonOf(name: string): string | undefined {
  const checked = checkMeetingName(name)
  return checked.ok ? undefined : checked.reason
}
