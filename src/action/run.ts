import { resolve } from 'node:path'
import { openFolder } from '../payload/folder'
import { maskedForms, parsePrivateKey } from '../pki/key'
import { loadCertificates } from '../pki/source'
import { authoritiesFor, type Trust } from '../pki/trust'
import type { Report } from '../report/report'
import { sign } from '../sign'
import { verify } from '../verify'
import type { Inputs, SignInputs } from './inputs'

/** Where a run happens. */
export interface Surroundings {
  /** Absolute path that relative ones start from. */
  readonly workspace: string
  readonly now: Date
  /** Blots strings out of everything that is printed from now on. */
  readonly mask: (secrets: readonly string[]) => void
}

/**
 * Does what the inputs ask for: one call into the library.
 *
 * @throws AppsignError for everything that makes it impossible
 */
export function run(inputs: Inputs, surroundings: Surroundings): Report {
  const { workspace, now } = surroundings
  const trusted = inputs.trustedAuthorities
    ? loadCertificates(inputs.trustedAuthorities, 'trusted-authorities', workspace)
    : []
  const trust: Trust = {
    authorities: authoritiesFor(inputs.server, trusted),
    server: inputs.server,
    now,
    expiryWarningDays: inputs.expiryWarningDays,
  }
  const credentials = inputs.mode === 'sign' ? loadCredentials(inputs, surroundings) : undefined
  const root = resolve(workspace, inputs.path)
  const payload = openFolder(root, inputs.path, inputs.mode === 'sign' || root === resolve(workspace))
  return credentials ? sign(payload, credentials, trust) : verify(payload, trust)
}

function loadCredentials(inputs: SignInputs, { workspace, mask }: Surroundings) {
  const key = parsePrivateKey(inputs.privateKey, inputs.privateKeyPassphrase)
  mask(maskedForms(inputs.privateKey, key))
  const [leaf] = loadCertificates(inputs.certificate, 'certificate', workspace)
  // loadCertificates returns at least one, or throws.
  return { key, leaf: leaf as NonNullable<typeof leaf> }
}
