import { resolve } from 'node:path'
import { openFolder } from '../payload/folder'
import { bundledAuthorities, customAuthority, LIST_ADDRESSES, type ListAddresses } from '../pki/authorities'
import type { Credentials } from '../pki/credentials'
import { fetchList } from '../pki/fetch-list'
import { maskedForms, parsePrivateKey } from '../pki/key'
import { loadCertificates } from '../pki/source'
import type { Trust } from '../pki/trust'
import type { Report } from '../report/report'
import { sign } from '../sign'
import { verify } from '../verify'
import type { Inputs, SignInputs } from './inputs'

/** Where a run happens. */
export interface Surroundings {
  /** Absolute path that relative ones start from. */
  readonly workspace: string
  readonly now: Date
  /** Where the vendors publish their revocation lists. */
  readonly addresses: ListAddresses
  /** Blots strings out of everything that is printed from now on. */
  readonly mask: (secrets: readonly string[]) => void
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
 * Does what the inputs ask for: one call into the library.
 *
 * @throws AppsignError for everything that makes it impossible
 */
export async function run(inputs: Inputs, surroundings: Surroundings): Promise<Report> {
  const { workspace, now, addresses } = surroundings
  const trusted = inputs.trustedAuthorities
    ? loadCertificates(inputs.trustedAuthorities, 'trusted-authorities', workspace)
    : []
  const trust: Trust = {
    authorities: [...bundledAuthorities(addresses), ...(trusted.length > 0 ? [customAuthority(trusted)] : [])],
    server: inputs.server,
    revocation: { mode: inputs.revocation, fetch: fetchList },
    now,
    expiryWarningDays: inputs.expiryWarningDays,
  }
  const root = resolve(workspace, inputs.path)
  const open = (isCheckout: boolean) => openFolder(root, inputs.path, isCheckout)
  if (inputs.mode === 'verify') return verify(open(root === resolve(workspace)), trust)
  const credentials = loadCredentials(inputs, surroundings)
  return sign(open(true), credentials, trust, inputs.format)
}

function loadCredentials(inputs: SignInputs, { workspace, mask }: Surroundings): Credentials {
  const key = parsePrivateKey(inputs.privateKey, inputs.privateKeyPassphrase)
  mask(maskedForms(inputs.privateKey, key))
  const [leaf, ...rest] = loadCertificates(inputs.certificate, 'certificate', workspace)
  const chain = inputs.certificateChain && loadCertificates(inputs.certificateChain, 'certificate-chain', workspace)
  // loadCertificates returns at least one, or throws.
  return { key, leaf: leaf as NonNullable<typeof leaf>, intermediates: chain || rest }
}
