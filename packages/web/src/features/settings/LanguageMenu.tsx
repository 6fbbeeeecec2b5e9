// SPDX-License-Identifier: Apache-2.0
// The choice of a language, for pages before the meeting: each in its own words.
import { Languages } from 'lucide-react'
import { languageNames, languages } from '../../i18n/languages.ts'
import { t, useLanguage } from '../../i18n/texts.ts'
import { changePreferences } from '../../state/preferences.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'

export function LanguageMenu() {
  const shown = useLanguage()
  return (
    <Menu
      label={t('settings.language')}
      trigger={<IconButton label={t('settings.language')} icon={<Languages />} size="small" look="quiet" />}
      groups={[
        {
          id: 'languages',
          entries: languages.map((language) => ({
            id: language,
            label: languageNames[language],
            isChecked: language === shown,
            onAction: () => changePreferences({ language }),
          })),
        },
      ]}
    />
  )
}
