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
import { isRefusal, type Outcome, type Report, refuse } from '../report/report'
import { sign } from '../sign'
import { verify } from '../verify'
import type { CheckInputs, Inputs, SignInputs } from './inputs'
import { packageTime } from './package-time'
import { type Expand, type Match, matchPaths } from './patterns'

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
 * Does what the inputs ask for, and yields what became of each payload as soon as it is known: of the app that was signed
 * first, then of the artifacts. A payload that fails does not hide the others.
 *
 * @throws AppsignError for what makes it impossible to look at any payload
 */
export async function* run(inputs: Inputs, surroundings: Surroundings): AsyncGenerator<Outcome> {
  const { workspace } = surroundings
  const trust = trustOf(inputs, surroundings)
  if (inputs.mode === 'verify') return yield* verifyAll(inputs.path, 'path', trust, surroundings)
  const match = { path: resolve(workspace, inputs.path), name: inputs.path }
  if (inputs.mode === 'check') return yield await attempt(match, () => checkApp(match, inputs, trust, surroundings))
  const signed = await attempt(match, () => signApp(match, inputs, trust, surroundings))
  yield signed
  if (inputs.artifact && !isRefusal(signed)) yield* verifyAll(inputs.artifact, 'artifact', trust, surroundings)
}

async function* verifyAll(
  patterns: string,
  input: 'path' | 'artifact',
  trust: Trust,
  { workspace, expand }: Surroundings,
): AsyncGenerator<Outcome> {
  for (const match of await matchPaths(patterns, input, workspace, expand))
    yield await attempt(match, async () => {
      const { path, name } = match
      if (input === 'artifact' && !existsSync(path))
        throw new AppsignError(
          'ARTIFACT_MISSING',
          `artifact "${name}" does not exist. Is it built before this step? Paths are relative to the workspace.`,
        )
      return verify(await openPayload(path, name, path === resolve(workspace)), trust)
    })
}

function signApp({ path, name }: Match, inputs: SignInputs, trust: Trust, surroundings: Surroundings): Promise<Report> {
  const { workspace, env } = surroundings
  const credentials = loadCredentials(inputs, surroundings)
  const { format, exclude } = inputs
  const written = inputs.report.map((report) => resolve(workspace, report))
  const request = inputs.package
    ? { path: resolve(workspace, inputs.package), mtime: packageTime(path, env) }
    : undefined
  return sign(openFolder(path, name), credentials, trust, { format, exclude, package: request, written })
}

/** Loaded only for rehearsals: it brings along what makes certificates. */
async function checkApp(
  { path, name }: Match,
  inputs: CheckInputs,
  trust: Trust,
  { workspace }: Surroundings,
): Promise<Report> {
  const { check } = await import('../check')
  const [leaf, ...rest] = inputs.certificate ? loadCertificates(inputs.certificate, 'certificate', workspace) : []
  const chain = inputs.certificateChain && loadCertificates(inputs.certificateChain, 'certificate-chain', workspace)
  const { format, exclude } = inputs
  const written = inputs.report.map((report) => resolve(workspace, report))
  return check(openFolder(path, name), trust, { format, exclude, written, leaf, intermediates: chain || rest })
}

/** One payload's outcome, and how long it took. What can not be done is told as well. */
async function attempt({ path, name }: Match, report: () => Promise<Report>): Promise<Outcome> {
  const start = performance.now()
  try {
    return { ...(await report()), milliseconds: Math.round(performance.now() - start) }
  } catch (error) {
    if (error instanceof AppsignError) return refuse(name, path, error)
    throw error
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
