// SPDX-License-Identifier: Apache-2.0
// The product's name, with its sign: an alcove.
import './wordmark.css'

export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M2 22V12a10 10 0 0 1 20 0v10h-6.200V12a3.800 3.800 0 0 0-7.600 0v10z" fill="currentColor" />
      </svg>
      alcove
    </span>
  )
}
