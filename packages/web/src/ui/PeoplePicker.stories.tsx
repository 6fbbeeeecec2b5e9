// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import type { Stories } from '../stories/story.ts'
import { PeoplePicker } from './PeoplePicker.tsx'

const people = ['Amara Okafor', 'Jonas Weber', 'Lucia Prieto', 'Wei Chen'].map((name) => ({ id: name, name }))

function Picker() {
  const [chosen, setChosen] = useState<readonly string[]>(['Jonas Weber', 'Wei Chen'])
  return <PeoplePicker label="People" people={people} chosen={chosen} onChange={setChosen} placeholder="Add somebody" />
}

export const stories: Stories = { 'Two of four': Picker }
