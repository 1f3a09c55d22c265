import type { Finding } from '../findings/finding'
import type { Entry } from '../payload/entry'
import { isSignatureFile } from '../payload/exclusions'

/**
 * What is worth saying of an entry itself.
 *
 * @param inServer whether it is part of a server, which nobody uploads to a store
 * @returns undefined for an ordinary file
 */
export function findingOf(entry: Entry, inServer = false): Finding | undefined {
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
        hint: inServer
          ? 'Nothing, as long as that file is the one that was signed.'
          : 'Ship the file itself: the App Store refuses archives with links.',
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
        message: inServer
          ? `"${path}" is a link to "${target}", outside of the server: it was not read, and nobody can tell what it holds.`
          : `"${path}" is a link to "${target}", outside of the app: it would dangle on every server.`,
        hint: `Copy the file into the ${inServer ? 'server' : 'app'} in place of the link.`,
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

/** A file that only recent servers leave out. */
export function recentExclusion(entry: Entry): Finding {
  return {
    code: 'RECENT_EXCLUSION',
    severity: 'warning',
    path: entry.path,
    message: `"${entry.path}" is left out of the signature as recent Nextcloud servers do; Nextcloud 25 reports it as EXTRA_FILE.`,
    hint: 'Do not ship it.',
  }
}
