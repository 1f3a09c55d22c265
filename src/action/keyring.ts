import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppsignError } from '../findings/errors'
import { CLOCK } from '../net/clock'
import type { AppInfo } from '../payload/app-info'
import type { Credentials } from '../pki/credentials'
import { CERTIFICATES_ADDRESS } from '../pki/fetch-certificate'
import { maskedForms, parsePrivateKey } from '../pki/key'
import { loadCertificates } from '../pki/source'
import { onlyServer } from '../server'
import { readMap } from './input-values'
import type { SignInputs } from './inputs'

/** Gives what signs a payload. `info` is what the payload says of itself. */
export type Keyring = (info: Pick<AppInfo, 'id' | 'dependencies'>) => Promise<Credentials>

/** What a keyring needs of where it is. */
interface Place {
  /** Absolute path that relative ones start from. */
  readonly workspace: string
  readonly env: NodeJS.ProcessEnv
  readonly mask: (secrets: readonly string[]) => void
}

/**
 * The keys and certificates of a run: one for all, or one for each app by its id. `private-key` may be a JSON object of
 * app id → PEM; `certificate` may be such an object, or a folder that holds `<id>.crt`. Without a certificate, the one that
 * Nextcloud publishes for the app is fetched.
 *
 * @throws AppsignError KEY_INVALID, KEY_PASSPHRASE for the one key of all
 */
export function makeKeyring(inputs: SignInputs, { workspace, env, mask }: Place): Keyring {
  const keys = readMap('private-key', inputs.privateKey)
  const read = (text: string) => {
    const key = parsePrivateKey(text, inputs.privateKeyPassphrase)
    // What the text itself holds is masked since the run began.
    mask(maskedForms('', key))
    return key
  }
  // A key that can not be read is said before anything else.
  const only = keys ? undefined : read(inputs.privateKey)
  return async (info) => {
    const key = only ?? read(ofApp(keys ?? new Map(), info.id, 'private-key'))
    const chain = inputs.certificateChain && loadCertificates(inputs.certificateChain, 'certificate-chain', workspace)
    const value = certificateOf(inputs.certificate, info.id, workspace)
    if (value === undefined) return { key, ...(await fetchLeaf(info, inputs, env)), intermediates: chain || [] }
    const [leaf, ...rest] = loadCertificates(value, 'certificate', workspace)
    // loadCertificates returns at least one, or throws.
    return { key, leaf: leaf as NonNullable<typeof leaf>, intermediates: chain || rest }
  }
}

/**
 * What the input certificate means for one app.
 *
 * @returns PEM text or a path; undefined when the input is empty
 * @throws AppsignError CERTIFICATE_INVALID
 */
export function certificateOf(value: string | undefined, id: string, workspace: string): string | undefined {
  if (value === undefined) return undefined
  const map = readMap('certificate', value)
  if (map) return ofApp(map, id, 'certificate')
  const folder = value.includes('\n') ? undefined : resolve(workspace, value)
  if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return value
  const file = join(folder, `${id}.crt`)
  if (/^[\w.-]+$/.test(id) && existsSync(file)) return file
  throw new AppsignError(
    'CERTIFICATE_INVALID',
    `certificate "${value}" is a folder, and there is no "${id}.crt" in it. Put the certificate of the app there under that name.`,
  )
}

function ofApp(map: ReadonlyMap<string, string>, id: string, input: string): string {
  const value = map.get(id)
  if (value) return value
  throw new AppsignError(
    input === 'private-key' ? 'KEY_MISSING' : 'CERTIFICATE_INVALID',
    `${input} has nothing for the app "${id}": it is a JSON object of app ids, and names ${map.size} others. Add "${id}" to it.`,
  )
}

async function fetchLeaf(
  info: Pick<AppInfo, 'id' | 'dependencies'>,
  { server, format }: SignInputs,
  env: NodeJS.ProcessEnv,
): Promise<Pick<Credentials, 'leaf' | 'fetchedFrom'>> {
  if ((server ?? onlyServer(info)) === 'owncloud' || format === 'v2')
    throw new AppsignError(
      'INPUT_INVALID',
      'certificate is empty, and only Nextcloud publishes the certificates of apps. Pass the certificate that ownCloud issued for the app: the path of the .crt file, or its text. It is no secret.',
    )
  const { fetchCertificate } = await import('../pki/fetch-certificate')
  const base = env.APPSIGN_NEXTCLOUD_CERTIFICATES_URL || CERTIFICATES_ADDRESS
  const { leaf, address } = await fetchCertificate(info.id, base, CLOCK.pause)
  return { leaf, fetchedFrom: address }
}
