import type { KeyObject } from 'node:crypto'
import type { Finding } from '../findings/finding'
import type { Scope, Server } from '../findings/server'
import type { Entry } from '../payload/entry'
import { isExcluded, isPassedOver, isRecentlyExcluded, type RulesOf } from '../payload/exclusions'
import type { LeftOut } from '../payload/ignore'
import { type KeySamples, keyFinding, keySamples } from '../payload/inspect'
import { largeSourceMaps, neverShip } from '../payload/never-ship'
import type { Payload } from '../payload/payload'
import { findingOf, recentExclusion } from './entry-findings'
import { Hashing } from './hash'
import { HashTable } from './hash-table'
import { HashTableBuilder } from './hash-table-builder'
import { serverDigests } from './server-digests'

/** What the servers would compute for a payload (SPEC 2), and what is odd about it. */
export interface Manifest {
  /** Relative path → SHA-512 in hex; `false` for a dangling link, as in the servers. */
  readonly hashes: HashTable
  /** Of all files in it together. */
  readonly bytes: number
  /** Links, special files, names, what must not ship: errors are what must not be signed. */
  readonly findings: readonly Finding[]
}

/** What a manifest depends on besides the payload. */
export interface ManifestQuestion {
  readonly server: Server
  readonly scope: Scope
  /** Set for a server and for what is part of one, where advice for those who pack apps is out of place. */
  readonly within?: RulesOf | undefined
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
  const { server, scope, within, signed, leftOut } = question
  const hashing = new Hashing({ samples: samplesFor(question), progress: payload.progress })
  const listing = payload.list(signed, (count) => hashing.expect(count))
  const entries = leftOut ? listing.entries.filter(({ path }) => !leftOut(path)) : listing.entries
  const files: Entry[] = []
  const dangling: string[] = []
  const findings: Finding[] = []
  for (const entry of entries) {
    if (isPassedOver(entry.path, server, scope, within)) continue
    if (entry.kind !== 'folder-link' && isExcluded(entry.path, server, scope, within)) {
      if (within?.major === undefined && isRecentlyExcluded(entry.path, server)) findings.push(recentExclusion(entry))
      continue
    }
    if (entry.kind === 'file') files.push(entry)
    else if (entry.kind === 'dangling-link') dangling.push(entry.path)
    const finding = findingOf(entry, within !== undefined)
    if (finding) findings.push(finding)
  }
  // Names are looked at while workers hash.
  const [hashed, ofNames] = await Promise.all([
    payload.digests
      ? digestsOf(payload, files, dangling)
      : hashFolder(payload, files, dangling, hashing, within !== undefined),
    within ? [] : lookAtNames(payload, entries),
  ])
  const { hashes, bytes } = hashed
  if (scope === 'server')
    for (const [path, digest] of serverDigests(payload, files, server)) hashes.replace(path, digest)
  return {
    hashes,
    bytes,
    findings: [
      ...payload.findings,
      ...listing.leftOut.map((vcs) => checkoutLeftOut(vcs, payload.isCheckout)),
      ...ignored(listing.entries.length - entries.length),
      ...ofNames,
      ...findings,
      ...hashed.findings,
    ],
  }
}

/** A server's own tests have private keys, and nobody but its makers could remove them; the one that signs is another matter. */
function samplesFor({ within, key }: ManifestQuestion): KeySamples | undefined {
  return within && !key ? undefined : keySamples(key)
}

async function lookAtNames(payload: Payload, entries: readonly Entry[]): Promise<Finding[]> {
  return [...neverShip(entries), ...largeSourceMaps(payload, entries)]
}

interface HashedFiles {
  readonly hashes: HashTable
  readonly bytes: number
  readonly findings: readonly Finding[]
}

async function hashFolder(
  { root }: Payload,
  files: readonly Entry[],
  dangling: readonly string[],
  hashing: Hashing,
  inServer: boolean,
): Promise<HashedFiles> {
  const paths = files.map(({ path }) => path)
  const { digests, bytes, keys } = await hashing.hash(root, paths)
  const told = inServer ? keys.filter(({ code }) => code !== 'PRIVATE_KEY') : keys
  return {
    hashes: HashTable.of(paths, digests, dangling),
    bytes,
    findings: told.map(({ index, code }) => keyFinding(code, paths[index] ?? '')),
  }
}

/** In an archive they are known from reading it. */
function digestsOf(payload: Payload, files: readonly Entry[], dangling: readonly string[]): HashedFiles {
  const hashes = new HashTableBuilder()
  let bytes = 0
  for (const file of files) {
    hashes.add(file.path, payload.digests?.get(file.path) ?? false)
    bytes += payload.sizeOf(file)
  }
  for (const path of dangling) hashes.add(path, false)
  return { hashes: hashes.build(), bytes, findings: [] }
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
