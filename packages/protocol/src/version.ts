// SPDX-License-Identifier: Apache-2.0
// Version of the wire contract. A client names its version when it connects; the server answers PROTOCOL_UNSUPPORTED to one that it does not speak.
export const protocolVersion = 1
export const supportedProtocolVersions: readonly number[] = [1]
