// SPDX-License-Identifier: Apache-2.0
// The types that hold a text to its catalogue: which keys there are, and which values a text needs. English is the measure of all others.
import type { en } from './en.ts'
import type { enOnUse } from './enOnUse.ts'

type English = typeof en & typeof enOnUse
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** Every key as it is asked for, with the text of each of its forms. One table: looking a key up in it costs the compiler nothing. */
type Messages = { readonly [Key in keyof English as WithoutForm<Key>]: English[Key] }

/** A key as it is asked for: without the ending that says how many. */
export type TextKey = keyof Messages

/** A catalogue in another language: the same keys. Languages with more plural forms than English add theirs. */
export type Translation<Part> = { readonly [Key in keyof Part]: string }

/** The names in `{{name}}`, each with its value; `count` chooses the plural form, also where the text does not say it, and must be a number. */
export type TextValues<Key extends TextKey> = {
  readonly [Name in ValueName<Messages[Key]> | (Key extends PluralKey ? 'count' : never)]: Name extends 'count'
    ? number
    : string | number
}

type PluralKey = { [Key in keyof English]: Key extends `${infer Base}_${PluralForm}` ? Base : never }[keyof English]
type WithoutForm<Key> = Key extends `${infer Base}_${PluralForm}` ? Base : Key
type ValueName<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | ValueName<Rest> : never
