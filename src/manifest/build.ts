import type { KeyObject } from 'node:crypto'
import type { Finding } from '../findings/finding'
import type { Scope, Server } from '../findings/server'
import type { Entry } from '../payload/entry'
import { isExcluded, isRecentlyExcluded, isSignatureFile } from '../payload/exclusions'
import type { LeftOut } from '../payload/ignore'
import { lookForKeys } from '../payload/inspect'
import { largeSourceMaps, neverShip } from '../payload/never-ship'
import type { Payload } from '../payload/payload'
import { hashFiles } from './hash'

/** What the servers would compute for a payload (SPEC 2), and what is odd about it. */
export interface Manifest {
  /** Relative path → SHA-512 in hex; `false` for a dangling link, as in the servers. */
  readonly hashes: ReadonlyMap<string, string | false>
  /** Of all files in it together. */
  readonly bytes: number
  /** Links, special files, names, what must not ship: errors are what must not be signed. */
  readonly findings: readonly Finding[]
}

/** What a manifest depends on besides the payload. */
export interface ManifestQuestion {
  readonly server: Server
  readonly scope: Scope
  /** The paths that the envelope to be verified lists, if there is one. */
  readonly signed?: Iterable<string>
  /** What the user does not ship. */
  readonly leftOut?: LeftOut
  /** The key that signs, whose own file must not be among the signed ones. */
  readonly key?: KeyObject
}

/**
 * Builds the manifest of a payload as a server's *verifier* would.
 *
 * @throws AppsignError PAYLOAD_UNREADABLE naming the file that could not be read
 */
export async function buildManifest(payload: Payload, question: ManifestQuestion): Promise<Manifest> {
  const { server, scope, signed, leftOut, key } = question
  const listing = payload.list(signed)
  const entries = leftOut ? listing.entries.filter(({ path }) => !leftOut(path)) : listing.entries
  const findings: Finding[] = [
    ...payload.findings,
    ...listing.leftOut.map((vcs) => checkoutLeftOut(vcs, payload.isCheckout)),
    ...ignored(listing.entries.length - entries.length),
    ...neverShip(entries),
    ...largeSourceMaps(payload, entries),
  ]
  const hashes = new Map<string, string | false>()
  const files: Entry[] = []
  for (const entry of entries) {
    if (entry.kind !== 'folder-link' && isExcluded(entry.path, server, scope)) {
      if (isRecentlyExcluded(entry.path, server)) findings.push(recentExclusion(entry))
      continue
    }
    if (entry.kind === 'file') files.push(entry)
    else if (entry.kind === 'dangling-link') hashes.set(entry.path, false)
    const finding = findingOf(entry)
    if (finding) findings.push(finding)
  }
  const { digests, bytes } = payload.digests
    ? { digests: files.map(({ path }) => payload.digests?.get(path)), bytes: sizeOf(payload, files) }
    : await hashFiles(
        files.map((file) => ({ name: file.path, path: payload.pathOf(file) })),
        lookForKeys(findings, key),
      )
  for (const [index, file] of files.entries()) hashes.set(file.path, digests[index] ?? false)
  return { hashes, bytes, findings }
}

function sizeOf(payload: Payload, files: readonly Entry[]): number {
  return files.reduce((sum, file) => sum + payload.sizeOf(file), 0)
}

function checkoutLeftOut(vcs: string, isCheckout: boolean): Finding {
  return {
    code: 'VCS_FOLDER',
    severity: isCheckout ? 'notice' : 'warning',
    path: vcs,
    message: isCheckout
      ? `${vcs} of the checkout is left out: it never ships.`
      : `${vcs} was left out: it belongs to a checkout, and must not be in anything that is shipped.`,
    hint: `Keep it out of the archive as well: a server lists every file in it as EXTRA_FILE.`,
  }
}

function ignored(count: number): Finding[] {
  if (count === 0) return []
  return [
    {
      code: 'LEFT_OUT',
      severity: 'notice',
      message: `${count} ${count === 1 ? 'file is' : 'files are'} left out by exclude or .nextcloudignore, and not signed.`,
      hint: 'They must not be in what is shipped: pack with package, which leaves them out as well.',
    },
  ]
}

function findingOf(entry: Entry): Finding | undefined {
  const { path, target = '' } = entry
  const error = { severity: 'error', path } as const
  const warning = { severity: 'warning', path } as const
  if (entry.invalidName)
    return {
      ...error,
      code: 'NAME_NOT_UTF8',
      message: `The name of "${path}" is not valid UTF-8: a server that signs it writes an empty signature.json.`,
      hint: 'Rename the file in UTF-8.',
    }
  switch (entry.kind) {
    case 'file':
      if (entry.target === undefined) return undefined
      if (entry.resolved && isSignatureFile(entry.resolved))
        return {
          ...error,
          code: 'LINK_TO_SIGNATURE',
          message: `"${path}" is a link to ${entry.resolved}, which signing itself changes.`,
          hint: 'Remove the link.',
        }
      return {
        ...warning,
        code: 'LINK_FOLLOWED',
        message: `"${path}" is a link to "${target}": it is signed with the content of that file.`,
        hint: 'Ship the file itself: the App Store refuses archives with links.',
      }
    case 'folder-link':
      return {
        ...warning,
        code: 'LINK_TO_FOLDER',
        message: `"${path}" is a link to the folder "${target}": servers list nothing below it, so nothing there is signed.`,
        hint: 'Ship the folder itself, or nothing.',
      }
    case 'dangling-link':
      return {
        ...error,
        code: 'DANGLING_LINK',
        message: `"${path}" is a link to "${target}", which does not exist.`,
        hint: 'Remove the link, or ship the file in its place.',
      }
    case 'leaving-link':
      return {
        ...error,
        code: 'LINK_LEAVES_PAYLOAD',
        message: `"${path}" is a link to "${target}", outside of the app: it would dangle on every server.`,
        hint: 'Copy the file into the app in place of the link.',
      }
    case 'special':
      return {
        ...error,
        code: 'NOT_A_FILE',
        message: `"${path}" is neither a file nor a folder (a socket, device or fifo).`,
        hint: 'Remove it.',
      }
  }
}

function recentExclusion(entry: Entry): Finding {
  return {
    code: 'RECENT_EXCLUSION',
    severity: 'warning',
    path: entry.path,
    message: `"${entry.path}" is left out of the signature as recent Nextcloud servers do; Nextcloud 25 reports it as EXTRA_FILE.`,
    hint: 'Do not ship it.',
  }
}
