import type { Finding } from '../findings/finding'

/** What a tar archive has that unpacks differently from tool to tool, or not at all (SPEC 6). */
export const BEHIND_THE_END: Finding = {
  code: 'ARCHIVE_TRAILING_BYTES',
  severity: 'error',
  message: 'There are more entries behind the end of the tar archive: some tools unpack them, others do not.',
  hint: 'Pack the app in one go (tar -czf), not with tar --append or cat.',
}
export const GLOBAL_HEADER: Finding = {
  code: 'PAX_HEADER',
  severity: 'error',
  message:
    'The archive has a global pax header: the server takes it for a second folder and refuses to install the app.',
  hint: 'git archive makes one: pack with tar --format=gnu, or with package.',
}
export const PAX_HEADER: Finding = {
  code: 'PAX_HEADER',
  severity: 'warning',
  message: 'The archive has pax headers, which the installer of some servers takes for further folders.',
  hint: 'Pack with tar --format=gnu, or with package.',
}
