import type { Server } from '../../src/findings/server'
import { openFolder } from '../../src/payload/folder'
import type { Payload } from '../../src/payload/payload'
import { customAuthority } from '../../src/pki/authorities'
import { type Certificate, readCertificates } from '../../src/pki/certificate'
import type { Credentials } from '../../src/pki/credentials'
import type { Trust } from '../../src/pki/trust'
import { isRefusal, type Outcome, type Report } from '../../src/report/report'
import { sign } from '../../src/sign'
import { verifyServer } from '../../src/verify-server'
import { makeAuthority } from './authority'
import { NOT_AFTER, NOT_BEFORE, NOW } from './certificates'
import { temporaryFolder, writeFiles } from './tree'

export const MARKER = '#### DO NOT CHANGE ANYTHING ABOVE THIS LINE ####'
export const authority = makeAuthority()

/** Trusts the authority of this test file, and asks no list. */
export const trust: Trust = {
  authorities: [customAuthority(readCertificates(authority.rootPem))],
  server: undefined,
  revocation: { mode: 'off', fetch: () => Promise.reject(new Error('no network')) },
  now: NOW,
  expiryWarningDays: 60,
}

const known = new Map<string, Credentials>()

/** The key of the test's authority, with a leaf for an app or for `core`. */
export function credentialsFor(commonName: string): Credentials {
  const [leaf] = readCertificates(authority.issue({ commonName, notBefore: NOT_BEFORE, notAfter: NOT_AFTER })) as [
    Certificate,
  ]
  const credentials = known.get(commonName) ?? { key: authority.leafKey, leaf, intermediates: [] }
  known.set(commonName, credentials)
  return credentials
}

/** The smallest info.xml. */
export const infoXml = (id: string, more = '') =>
  `<?xml version="1.0"?>\n<info><id>${id}</id><version>1.0.0</version>${more}</info>\n`

/** The files of an app with that id. */
export const appFiles = (id: string, folder = `apps/${id}`): Record<string, string> => ({
  [`${folder}/appinfo/info.xml`]: infoXml(id),
  [`${folder}/lib/Main.php`]: `<?php // ${folder}\n`,
  [`${folder}/core/js/mimetypelist.js`]: `// ${folder}\n`,
  [`${folder}/apps/nested.txt`]: `${folder}\n`,
})

export const ALIASES = { _comment: 'not an alias', 'application/zip': 'package/x-generic', 'text/x-é': 'text/code' }

/** What Nextcloud writes into core/js/mimetypelist.js for these aliases. */
export function mimetypeList(aliases: Record<string, string>): string {
  const lines = Object.entries(aliases)
    .filter(([type]) => !type.startsWith('_'))
    .map(([type, alias]) => `    "${type.replace('é', '\\u00e9')}": "${alias}"`)
  const object = lines.length > 0 ? `{\n${lines.join(',\n')}\n}` : '[]'
  return `/**\n* This file is generated\n*/\nOC.MimeTypeList={\n\taliases: ${object},\n\tfiles: [\n    "file"\n],\n\tthemes: []\n};\n`
}

/** The files of a server as it is released, without signatures. */
export function serverFiles(vendor: Server, version: string): Record<string, string> {
  return {
    'version.php': `<?php\n$OC_Version = array(${version.replaceAll('.', ',')},0);\n$OC_VersionString = '${version}';\n$OC_Channel = 'stable';\n$vendor = '${vendor}';\n`,
    '.htaccess': '<IfModule mod_headers.c>\n</IfModule>\n',
    '.user.ini': 'mbstring.func_overload=0\n',
    occ: '#!/usr/bin/env php\n',
    'index.php': '<?php // index\n',
    'core/shipped.json': JSON.stringify({ shippedApps: ['files', 'dav', 'not_there'], alwaysEnabled: ['files'] }),
    'core/js/mimetypelist.js': mimetypeList(ALIASES),
    'core/img/filetypes/file.svg': '<svg/>\n',
    'core/apps/one.php': '<?php // no app\n',
    'core/data/two.php': '<?php // no data\n',
    'core/.htaccess': `not the one\n${MARKER}\nof the root\n`,
    'lib/base.php': '<?php // base\n',
    'lib/private/config/three.php': '<?php // no config\n',
    'lib/updater/four.php': '<?php // no updater\n',
    '3rdparty/empty.txt': '',
    'resources/config/mimetypealiases.dist.json': JSON.stringify(ALIASES),
    'updater/index.php': '<?php // updater\n',
    'config/config.sample.php': '<?php // sample\n',
    'themes/README': 'themes\n',
    ...appFiles('files'),
    ...appFiles('dav'),
  }
}

/** A server in a new folder: signed, with the apps that it ships, unless nothing shall be signed. */
export async function makeServer(
  vendor: Server,
  version = vendor === 'nextcloud' ? '25.0.12' : '10.6.0',
  files: Record<string, string> = {},
): Promise<string> {
  const root = writeFiles(temporaryFolder(), { ...serverFiles(vendor, version), ...files })
  for (const id of ['files', 'dav']) await signApp(`${root}/apps/${id}`, id, vendor)
  await signCore(root)
  return root
}

/** Signs a server's own files. */
export function signCore(root: string, more: Partial<Trust> = {}): Promise<Report> {
  return sign(openFolder(root, 'server'), credentialsFor('core'), { ...trust, ...more }, { scope: 'server' })
}

/** Signs an app by its id. */
export function signApp(root: string, id: string, server: Server): Promise<Report> {
  return sign(openFolder(root), credentialsFor(id), { ...trust, server })
}

/** Opens a server that is no checkout. */
export const openServer = (root: string) => openFolder(root, 'server', false, 'server')

/** Every outcome, by the name of its payload without the name of the whole. */
export async function verifyAll(payload: Payload, more: Partial<Trust> = {}): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  for await (const outcome of verifyServer(payload, { ...trust, ...more }))
    outcomes.set(outcome.name.slice(payload.name.length + 1), outcome)
  return outcomes
}

/** The report at a place; a refusal fails the test. */
export function reportOf(outcomes: ReadonlyMap<string, Outcome>, place: string): Report {
  const outcome = outcomes.get(place)
  if (!outcome || isRefusal(outcome)) throw new Error(`${place}: ${outcome?.error.message ?? 'nothing'}`)
  return outcome
}

/** `CODE path` of what is wrong, or `CODE` where it is no path. */
export function wrong({ findings }: Pick<Report, 'findings'>): string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => (path === undefined ? code : `${code} ${path}`))
}
