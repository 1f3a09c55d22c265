import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppsignError } from '../findings/errors'
import { openFolder } from '../payload/folder'
import { openPayload } from '../payload/open'
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
import { packageTime } from './package-time'
import { type Expand, matchPaths } from './patterns'

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
 * Does what the inputs ask for, and yields a report on each payload as soon as it is there: the app that was signed first,
 * then the artifacts.
 *
 * @throws AppsignError for everything that makes it impossible
 */
export async function* run(inputs: Inputs, surroundings: Surroundings): AsyncGenerator<Report> {
  const { workspace } = surroundings
  const trust = trustOf(inputs, surroundings)
  if (inputs.mode === 'sign') {
    const credentials = loadCredentials(inputs, surroundings)
    const root = resolve(workspace, inputs.path)
    const request = inputs.package
      ? { path: resolve(workspace, inputs.package), mtime: packageTime(root, surroundings.env) }
      : undefined
    const { format, exclude } = inputs
    yield await sign(openFolder(root, inputs.path), credentials, trust, { format, exclude, package: request })
    if (!inputs.artifact) return
  }
  const [input, wanted] =
    inputs.mode === 'sign' ? (['artifact', inputs.artifact] as const) : (['path', inputs.path] as const)
  for (const { path, name } of await matchPaths(wanted ?? '', input, workspace, surroundings.expand)) {
    if (input === 'artifact' && !existsSync(path))
      throw new AppsignError(
        'ARTIFACT_MISSING',
        `artifact "${name}" does not exist. Is it built before this step? Paths are relative to the workspace.`,
      )
    yield await verify(await openPayload(path, name, path === resolve(workspace)), trust)
  }
}

function trustOf(inputs: Inputs, { workspace, now, addresses }: Surroundings): Trust {
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

function loadCredentials(inputs: SignInputs, { workspace, mask }: Surroundings): Credentials {
  const key = parsePrivateKey(inputs.privateKey, inputs.privateKeyPassphrase)
  mask(maskedForms(inputs.privateKey, key))
  const [leaf, ...rest] = loadCertificates(inputs.certificate, 'certificate', workspace)
  const chain = inputs.certificateChain && loadCertificates(inputs.certificateChain, 'certificate-chain', workspace)
  // loadCertificates returns at least one, or throws.
  return { key, leaf: leaf as NonNullable<typeof leaf>, intermediates: chain || rest }
}
