import { Buffer } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import { AppsignError, reasonOf } from '../findings/errors'
import type { ArchiveFormat } from './member'

/**
 * How an archive is packed, by its first bytes, whatever its name.
 *
 * @param path absolute
 * @param name the path as the user gave it, for messages
 * @throws AppsignError PAYLOAD_UNREADABLE
 */
export function formatOf(path: string, name: string): ArchiveFormat {
  const head = firstBytes(path, name)
  if (head.subarray(0, 2).toString('hex') === '1f8b') return 'tar.gz'
  if (head.subarray(0, 3).toString('latin1') === 'BZh') return 'tar.bz2'
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'zip'
  if (head.subarray(257, 262).toString('latin1') === 'ustar' || /\.tar$/i.test(path)) return 'tar'
  throw new AppsignError(
    'PAYLOAD_UNREADABLE',
    `path "${name}" is a file, and no archive. It must be the folder of an app, the one that holds appinfo/info.xml, or a tar, tar.gz, tar.bz2 or zip file.`,
  )
}

function firstBytes(path: string, name: string): Buffer {
  const bytes = Buffer.alloc(512)
  try {
    const file = openSync(path, 'r')
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new AppsignError('PAYLOAD_UNREADABLE', `"${name}" can not be read: ${reasonOf(error)}`, error)
  }
}
