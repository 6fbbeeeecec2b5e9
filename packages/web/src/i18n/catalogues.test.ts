// SPDX-License-Identifier: Apache-2.0
// Every language has every text, in every form that its numbers need, with the same values in it; and no text stands there for nobody.
import { describe, expect, it } from 'vitest'
import { de } from './de.ts'
import { deOnUse } from './deOnUse.ts'
import { en as enAtOnce } from './en.ts'
import { enOnUse } from './enOnUse.ts'
import { type Language, languages } from './languages.ts'

const en: Readonly<Record<string, string>> = { ...enAtOnce, ...enOnUse }
const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, de: { ...de, ...deOnUse } }
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}', '!./**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const formEnding = /_(zero|one|two|few|many|other)$/
const baseOf = (key: string) => key.replace(formEnding, '')
const valuesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
const english = Object.entries(en)
const pluralKeys = new Set(
  english
    .map(([key]) => key)
    .filter((key) => formEnding.test(key))
    .map(baseOf),
)

describe.each(languages)('the catalogue of %s', (language) => {
  const catalogue = catalogues[language]
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories

  it('has every text, in every plural form of the language, and no other', () => {
    const wanted = english.flatMap(([key]) =>
      pluralKeys.has(baseOf(key)) ? forms.map((form) => `${baseOf(key)}_${form}`) : [key],
    )
    expect(Object.keys(catalogue).sort()).toEqual([...new Set(wanted)].sort())
  })

  it('uses the values of the English text, and has words', () => {
    for (const [key, text] of Object.entries(catalogue)) {
      const original = english.find(([one]) => one === key) ?? english.find(([one]) => baseOf(one) === baseOf(key))
      expect([key, ...valuesOf(text)]).toEqual([key, ...valuesOf(original?.[1] ?? '')])
      expect(text.trim(), key).not.toBe('')
    }
  })
})

it('every text is used', () => {
  const code = Object.values(sources).join('\n')
  // A key stands in quotes; one that is put together stands in backticks, with the part that varies as `${…}`.
  const patterns = [...code.matchAll(/['`]([a-z]+\.[\w.${}()[\]' -]+?)['`]/gi)].map(([, key = '']) => toPattern(key))
  const unused = english.map(([key]) => baseOf(key)).filter((key) => !patterns.some((pattern) => pattern.test(key)))
  expect([...new Set(unused)]).toEqual([])
})

function toPattern(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\w-]+')}$`)
}

it('a text of what is loaded on use is not loaded at once, too', () => {
  expect(Object.keys(enAtOnce).filter((key) => Object.hasOwn(enOnUse, key))).toEqual([])
})
