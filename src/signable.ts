import { accessSync, constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppsignError, reasonOf } from './findings/errors'
import type { Manifest } from './manifest/build'
import { APP_INFO } from './payload/app-info'
import type { Payload } from './payload/payload'
import type { Subject } from './subject'

/**
 * Makes sure that the envelope can be written before anything is hashed.
 *
 * @throws AppsignError WRITE_FAILED
 */
export function assertWritable(payload: Payload, { signaturePath }: Subject): void {
  const folder = dirname(signaturePath)
  try {
    accessSync(join(payload.root, folder), constants.W_OK)
  } catch (error) {
    throw new AppsignError(
      'WRITE_FAILED',
      `path "${payload.name}" is not writable: ${reasonOf(error)}. Make its folder ${folder} writable for this step.`,
      error,
    )
  }
}

/**
 * The hashes of a manifest in which nothing stands that must not be signed.
 *
 * @throws AppsignError PAYLOAD_NOT_SIGNABLE
 */
export function signableHashes(payload: Payload, manifest: Manifest, { scope }: Subject): ReadonlyMap<string, string> {
  const refused = manifest.findings.filter((finding) => finding.severity === 'error')
  const [first] = refused
  if (first) {
    const more = refused.length > 1 ? ` (and ${refused.length - 1} more)` : ''
    const message = `Not signed: ${first.message} ${first.hint ?? ''}${more}`
    throw new AppsignError('PAYLOAD_NOT_SIGNABLE', message, undefined, refused)
  }
  const notSigned = (why: string) => new AppsignError('PAYLOAD_NOT_SIGNABLE', `Not signed: ${why}`)
  if (scope === 'app' && !manifest.hashes.has(APP_INFO))
    throw notSigned(
      `${APP_INFO} is not among the files of "${payload.name}". Either exclude or .nextcloudignore leaves it out, or appinfo is a link to a folder, which servers do not enter.`,
    )
  if (manifest.hashes.size === 0)
    throw notSigned(
      `"${payload.name}" has no file that a server's signature holds. Is it the folder of a whole server?`,
    )
  // A dangling link is an error, so that no hash is false.
  return manifest.hashes as ReadonlyMap<string, string>
}
