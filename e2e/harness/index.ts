// SPDX-License-Identifier: Apache-2.0
// Entry of the harness: what scenarios and load programs need to run real servers and real browsers.
export { fakeDevices, launchBrowser, openContext } from './browser.ts'
export { Crowd, type CrowdOptions } from './Crowd.ts'
export { freePorts } from './freePorts.ts'
export { LabPage } from './LabPage.ts'
export { LabPerson, marksHeard, waitForSenses } from './LabPerson.ts'
export { openBundledPage } from './openBundledPage.ts'
export { type Random, seededRandom } from './random.ts'
export { type FailedStart, Server, type ServerOptions } from './Server.ts'
export { SlowLine, type SlowLineOptions } from './SlowLine.ts'
export { Stage, useStage } from './Stage.ts'
export { WebPerson } from './WebPerson.ts'
export { pause, waitFor } from './waitFor.ts'
