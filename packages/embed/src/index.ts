// SPDX-License-Identifier: Apache-2.0
// Entry of the bundle: the class is all that the script gives, as a global and as a module.
import type { ExternalApiConstructor } from './api.ts'
import { JitsiMeetExternalAPI } from './JitsiMeetExternalAPI.ts'

const published: ExternalApiConstructor = JitsiMeetExternalAPI

// biome-ignore lint/style/noDefaultExport: only so is the global, and what `require` gives, the class itself, as host pages expect
export default published
