/** Where a developer finds the token. */
export const TOKEN_PAGE = 'https://apps.nextcloud.com/account/token'

/** Where a developer registers an app's certificate. */
const REGISTER = 'https://apps.nextcloud.com/developer/apps/new'

/** What the store means by what it says with 400, first match first (SPEC 6). Its words change: they are matched loosely. */
export const MEANINGS: readonly (readonly [says: RegExp, remedy: string])[] = [
  [
    /crl has expired/i,
    "The store's own revocation list is out of date: nothing is wrong with this release. Tell Nextcloud (https://github.com/nextcloud/appstore/issues), and run this step again later.",
  ],
  [
    /certificate.*revoked/i,
    `The certificate that is registered in the store is revoked. Request a new one with a new key, register it (${REGISTER}) and sign with it.`,
  ],
  [
    /certificate.*expired/i,
    `The certificate that is registered in the store has expired. If there is a newer one, register it (${REGISTER}): the store does not learn of it by itself. Else request one.`,
  ],
  [
    /signature is invalid|invalid padding|padding check|data too large for modulus|bad signature|invalid signature/i,
    `private-key does not belong to the certificate that is registered in the store; the archive itself is there, byte for byte. A renewed certificate has to be registered again: ${REGISTER}.`,
  ],
  [
    /does not match cert/i,
    `The certificate that is registered in the store is for another app. Register that of this app: ${REGISTER}.`,
  ],
  [
    /certificate is invalid|invalid certificate/i,
    `The store does not accept the certificate that is registered there. Register the one that Nextcloud issued for this app: ${REGISTER}.`,
  ],
  [
    /does not exist, you need to/i,
    `Register the app first, once, with its certificate: ${REGISTER}. Then run this step again.`,
  ],
  [/app folder is/i, 'Name the top folder in the archive as the <id> in appinfo/info.xml; package does so.'],
  [
    /(?:more than one|no) possible app folder/i,
    'An archive has exactly one top folder, named as the id: small letters, digits and underscores. package packs it so.',
  ],
  [
    /not a valid tar\.gz|not a gzip/i,
    'The store says so too when it can not download the archive. Here it could be downloaded a moment ago, and is what was signed: can the address be reached from everywhere, within 60 seconds, with no more than 10 redirects?',
  ],
  [/archive is bigger than/i, 'The archive is too large for the store. Leave out what is not needed to run the app.'],
  [/was bigger than allowed/i, 'Shorten that file: the store reads only so much of it.'],
  [/blacklist/i, 'Leave that folder out: name it in exclude or .nextcloudignore.'],
  [/symlinks|hard ?links/i, 'Replace the link by what it points to.'],
  [/does not exist in package/i, 'The file is missing in the archive: exclude or .nextcloudignore may leave it out.'],
  [
    /info\.xml|must not contain entities|with lang "?en"? required|database\.xml/i,
    'Correct the file: the store checks it against https://apps.nextcloud.com/schema/apps/info.xsd.',
  ],
  [
    /valid (?:https )?url/i,
    'app-store-download-url must be the https address from which anybody can download the archive.',
  ],
]
