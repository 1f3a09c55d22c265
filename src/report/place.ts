import type { Finding } from '../findings/finding'
import type { Outcome } from './report'

/** Where in a repository something is shown. */
export interface Place {
  /** Relative to the repository's root, forward slashes, without a leading `./`; untrusted. */
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** Finds the place of a finding; of the outcome as a whole when there is none. */
export type Locate = (outcome: Outcome, finding?: Finding) => Place
