// SPDX-License-Identifier: Apache-2.0
// Why a data folder cannot be used, said to the person who starts the server. Stands apart from the database so that the main thread can throw it too.

/** The message is one sentence for the operator: what is wrong, and what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused'
}
