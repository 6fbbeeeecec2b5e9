// SPDX-License-Identifier: Apache-2.0
// How times are written everywhere in the REST interface.
import { z } from 'zod'

export const time = z.int().describe("Milliseconds since 1970, by the server's clock.")
