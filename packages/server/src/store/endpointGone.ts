// SPDX-License-Identifier: Apache-2.0
// Why what waits for an endpoint that was taken out of the settings is dead, in the words of every adapter.
export const endpointGone = 'the endpoint is not configured any more'
