// SPDX-License-Identifier: Apache-2.0
// The templates of this browser, by name. Storage may be missing, full, or hold anything: what cannot be read is left out.
import { readTemplate, type Template, toTemplateText } from './template.ts'

type Keeping = Pick<Storage, 'getItem' | 'setItem'>

const storageKey = 'alcove.templates'
const most = 50

/** By name. */
export function keptTemplates(storage: Keeping | undefined = browserStorage()): readonly Template[] {
  return textsIn(storage).flatMap((text) => {
    const read = readTemplate(text)
    return read.ok ? [read.template] : []
  })
}

/** In place of the one of this name. Answers whether it is kept. */
export function keepTemplate(template: Template, storage: Keeping | undefined = browserStorage()): boolean {
  const others = keptTemplates(storage).filter(({ name }) => name !== template.name)
  return others.length < most && keep([...others, template], storage)
}

export function dropTemplate(name: string, storage: Keeping | undefined = browserStorage()): boolean {
  return keep(
    keptTemplates(storage).filter((template) => template.name !== name),
    storage,
  )
}

function keep(templates: readonly Template[], storage: Keeping | undefined): boolean {
  const sorted = [...templates].sort((first, second) => first.name.localeCompare(second.name))
  try {
    storage?.setItem(storageKey, JSON.stringify(sorted.map(toTemplateText)))
    return storage !== undefined
  } catch {
    return false
  }
}

function textsIn(storage: Keeping | undefined): readonly string[] {
  try {
    const found: unknown = JSON.parse(storage?.getItem(storageKey) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function browserStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
