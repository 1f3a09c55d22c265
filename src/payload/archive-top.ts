import { AppsignError } from '../findings/errors'
import type { Finding } from '../findings/finding'
import type { Scope } from '../findings/server'
import type { ArchiveContent } from './archive-index'
import { SERVER_FOLDERS } from './exclusions'
import { neverShip } from './never-ship'
import { CORE_SIGNATURE, VERSION_FILE } from './server-tree'

/** The folder in an archive that is the payload, and what was found beside it. */
export interface ArchiveTop {
  /** Empty where a server lies in the archive without a folder around it. */
  readonly top: string
  readonly findings: readonly Finding[]
}

/**
 * An archive has one top folder, the app or the server; everything beside an app is refused by the installer (SPEC 6), and
 * what lies beside a server would be unpacked beside it, where nobody verifies it.
 *
 * @param name of the archive, for messages
 * @throws AppsignError APP_INFO_INVALID when there is no app in it, PAYLOAD_UNREADABLE when there is no server in it
 */
export function chooseTop(content: ArchiveContent, name: string, scope: Scope): ArchiveTop {
  const all = [...content.digests.keys(), ...content.links.keys(), ...content.special, ...content.folders]
  const tops = new Set(all.map((path) => path.split('/', 1)[0] ?? ''))
  if (scope === 'server' && isBareServer(content)) return { top: '', findings: [] }
  const top = scope === 'server' ? serverTop(content, tops) : [...tops].find((folder) => isApp(content, `${folder}/`))
  if (top === undefined) throw scope === 'server' ? noServer(name) : noApp(name, tops)
  const beside = [...tops].filter((other) => other !== top)
  const isMac = (other: string) => scope === 'app' && (other === '__MACOSX' || other.startsWith('._'))
  return {
    top,
    findings: [
      ...neverShip(beside.filter(isMac).map((path) => ({ path, kind: 'file' }))),
      ...beside.filter((other) => !isMac(other)).map((other) => standsBeside(other, top, scope)),
    ],
  }
}

function isApp(content: ArchiveContent, prefix: string): boolean {
  return content.sizes.has(`${prefix}appinfo/info.xml`)
}

/** As an owner packs it from inside of its folder. */
function isBareServer({ sizes }: ArchiveContent): boolean {
  return sizes.has(VERSION_FILE) || sizes.has(CORE_SIGNATURE)
}

function serverTop({ sizes, folders }: ArchiveContent, tops: ReadonlySet<string>): string | undefined {
  const all = [...tops]
  return (
    all.find((folder) => sizes.has(`${folder}/${CORE_SIGNATURE}`)) ??
    all.find((folder) => sizes.has(`${folder}/${VERSION_FILE}`)) ??
    all.find((folder) => folders.has(`${folder}/core`))
  )
}

function noApp(name: string, tops: ReadonlySet<string>): AppsignError {
  return new AppsignError(
    'APP_INFO_INVALID',
    `"${name}" holds no app: there is no <folder>/appinfo/info.xml in it${tops.has('appinfo') ? '. The app must be in a folder of its own; pack that folder, not what is in it' : ''}.`,
  )
}

function noServer(name: string): AppsignError {
  return new AppsignError(
    'PAYLOAD_UNREADABLE',
    `"${name}" holds no server: there is neither <folder>/${VERSION_FILE} nor <folder>/core in it. Set scope: app if it is an app.`,
  )
}

function standsBeside(other: string, top: string, scope: Scope): Finding {
  const isServer = scope === 'server'
  return {
    code: 'TOP_FOLDER',
    severity: 'error',
    path: other,
    message: isServer
      ? `"${other}" stands beside "${top}" at the top of the archive: it would be unpacked as well, and nobody signed it.`
      : `"${other}" stands beside "${top}" at the top of the archive, and the server refuses to install that.`,
    hint: isServer ? 'Pack the server alone.' : 'Pack the app folder alone.',
  }
}

/** Paths in findings are the payload's, where they lie in it. */
export function withoutTop(finding: Finding, prefix: string): Finding {
  const { path } = finding
  if (path === undefined || prefix === '' || !path.startsWith(prefix)) return finding
  const inside = path.slice(prefix.length)
  return { ...finding, path: inside, message: finding.message.replaceAll(path, () => inside) }
}

/** Advice on archives of apps that means nothing to whoever unpacks a server: tools for that read pax headers, and `./`. */
const OF_INSTALLERS: ReadonlySet<Finding['code']> = new Set(['PAX_HEADER', 'DOT_PREFIX'])

/** What says something of the users' files, and nothing of the server: no tool minds, and no server looks there. */
const OF_USERS: ReadonlySet<Finding['code']> = new Set(['UNSAFE_NAME', 'SPARSE_FILE', 'NAMES_COLLIDE'])

/** What is worth saying of an archive that holds a server. */
export function forServerArchive(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(({ code, path }) => !OF_INSTALLERS.has(code) && !(OF_USERS.has(code) && isOfUsers(path)))
    .map((finding) => (finding.code === 'HARD_LINK' ? { ...finding, severity: 'warning' } : finding))
}

/** Below what is passed over; but not where the name would lead out of there, or is cut off on the way. */
function isOfUsers(path = ''): boolean {
  const [top = '', ...rest] = path.split(/[\\/]/)
  return top !== 'apps' && SERVER_FOLDERS.has(top) && rest.length > 0 && !rest.includes('..') && !path.includes('\0')
}
