// SPDX-License-Identifier: Apache-2.0
// Something is under way. Decoration: words stand beside it.
import './spinner.css'

export function Spinner() {
  return <span className="spinner" aria-hidden="true" />
}
