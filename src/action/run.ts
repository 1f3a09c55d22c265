import { bundledAuthorities, customAuthority, LIST_ADDRESSES, type ListAddresses } from '../pki/authorities'
import { fetchList } from '../pki/fetch-list'
import { loadCertificates } from '../pki/source'
import type { Trust } from '../pki/trust'
import type { Outcome } from '../report/report'
import type { Inputs, MergeInputs } from './inputs'
import type { Expand } from './patterns'
import type { StartWatch } from './progress'
import type { Published } from './publish-run'
import { verifyAll } from './verify-run'

/** Where a run happens. */
export interface Surroundings {
  /** Absolute path that relative ones start from. */
  readonly workspace: string
  readonly now: Date
  /** Finds what globs in inputs stand for; left out where a shell has done so. */
  readonly expand?: Expand
  /** For SOURCE_DATE_EPOCH. */
  readonly env: NodeJS.ProcessEnv
  /** Where the vendors publish their revocation lists. */
  readonly addresses: ListAddresses
  /** Blots strings out of everything that is printed from now on. */
  readonly mask: (secrets: readonly string[]) => void
  /** Says how far long work has come; left out where nobody reads it. */
  readonly watch?: StartWatch
}

/**
 * The vendors' addresses, or those that a mirror's users set in the environment. What comes from there counts only with the
 * vendor's signature.
 */
export function listAddresses(env: NodeJS.ProcessEnv): ListAddresses {
  return {
    nextcloud: env.APPSIGN_NEXTCLOUD_CRL_URL || LIST_ADDRESSES.nextcloud,
    owncloud: env.APPSIGN_OWNCLOUD_CRL_URL || LIST_ADDRESSES.owncloud,
  }
}

/**
 * Does what the inputs ask for, and yields what became of each payload as soon as it is known: of what was signed first,
 * then of the artifacts, then what was published. A payload that fails does not hide the others.
 *
 * @throws AppsignError for what makes it impossible to look at any payload
 */
export async function* run(inputs: Inputs, surroundings: Surroundings): AsyncGenerator<Outcome | Published> {
  if (inputs.mode === 'merge') {
    const { readReports } = await import('./merge-run')
    return yield* readReports(inputs.path, surroundings)
  }
  const trust = trustOf(inputs, surroundings)
  if (inputs.mode === 'verify') return yield* verifyAll(inputs.path, 'path', inputs.scope, trust, surroundings)
  // Loaded only by runs that sign or rehearse it.
  if (inputs.mode === 'check') return yield* (await import('./rehearsal')).checkAll(inputs, trust, surroundings)
  yield* (await import('./sign-run')).signAll(inputs, trust, surroundings)
}

function trustOf(inputs: Exclude<Inputs, MergeInputs>, { workspace, now, addresses }: Surroundings): Trust {
  const trusted = inputs.trustedAuthorities
    ? loadCertificates(inputs.trustedAuthorities, 'trusted-authorities', workspace)
    : []
  const fetched = new Map<string, Promise<Uint8Array>>()
  return {
    authorities: [...bundledAuthorities(addresses), ...(trusted.length > 0 ? [customAuthority(trusted)] : [])],
    server: inputs.server,
    // Once a run is enough, however many payloads it has.
    revocation: {
      mode: inputs.revocation,
      fetch: (url) => {
        const list = fetched.get(url) ?? fetchList(url)
        fetched.set(url, list)
        return list
      },
    },
    now,
    expiryWarningDays: inputs.expiryWarningDays,
  }
}
