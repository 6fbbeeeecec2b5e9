// SPDX-License-Identifier: Apache-2.0
/** A structure that mediasoup and mediasoup-client exchange; its inside is theirs. */
export type MediaObject = Readonly<Record<string, unknown>>
