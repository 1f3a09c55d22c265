import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import { AppsignError } from '../findings/errors'
import type { Server } from '../findings/server'
import type { Entry } from '../payload/entry'
import type { Payload } from '../payload/payload'
import { HTACCESS, MIMETYPE_LIST } from '../payload/server-tree'
import { originalMimetypeList } from './mimetype-list'

/** Below it, the server writes into its own .htaccess (SPEC 2). */
const MARKER = Buffer.from('#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####')

/** Bytes. The servers read it whole; theirs have 5 KB. */
const MAX_HTACCESS = 16 * 1024 * 1024

/**
 * The digests of files that a server's manifest does not hold as they are (SPEC 2).
 *
 * @param files the regular files of the server's own manifest
 * @returns path → SHA-512 in hex; only of such files
 * @throws AppsignError PAYLOAD_UNREADABLE
 */
export function serverDigests(payload: Payload, files: readonly Entry[], server: Server): Map<string, string> {
  const digests = new Map<string, string>()
  const set = (path: string, contentOf: (file: Entry) => Buffer | undefined) => {
    const file = files.find((candidate) => candidate.path === path)
    const content = file && contentOf(file)
    if (content) digests.set(path, hash('sha512', content, 'hex'))
  }
  set(HTACCESS, (file) => aboveMarker(readHtaccess(payload, file)))
  if (server === 'nextcloud') set(MIMETYPE_LIST, (file) => originalMimetypeList(payload, file))
  return digests
}

function readHtaccess(payload: Payload, { path, resolved }: Entry): Buffer | undefined {
  const content = payload.read(resolved ?? path, MAX_HTACCESS)
  if (content === 'too-large')
    throw new AppsignError(
      'PAYLOAD_UNREADABLE',
      `${path} is larger than ${MAX_HTACCESS / 1024 / 1024} MiB. Shorten it.`,
    )
  return content
}

/** What stands above the marker; undefined where it does not stand exactly once, and the whole file counts. */
function aboveMarker(content: Buffer | undefined): Buffer | undefined {
  const at = content?.indexOf(MARKER) ?? -1
  if (!content || at < 0 || content.includes(MARKER, at + MARKER.length)) return undefined
  return content.subarray(0, at)
}
