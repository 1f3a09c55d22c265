import { Buffer, isUtf8 } from 'node:buffer'
import { AppsignError } from '../findings/errors'
import type { Server } from '../findings/server'
import type { Payload } from './payload'
import { parseXml, type XmlElement, XmlError } from './xml'

/** Where an app says what it is, relative to its root. */
export const APP_INFO = 'appinfo/info.xml'

/** Bytes. The store takes half of it (SPEC 6). */
export const MAX_APP_INFO_SIZE = 1024 * 1024

/** What info.xml says, as far as signing is concerned. Untrusted text. */
export interface AppInfo {
  readonly id: string
  readonly version: string
  /** The servers that `<dependencies>` names, and their versions. */
  readonly dependencies: { readonly [server in Server]?: VersionRange }
}

/** `min-version` and `max-version` as they are written; undefined where they are not. */
export interface VersionRange {
  readonly min: string | undefined
  readonly max: string | undefined
}

/** What was read already: a run asks several times, and each takes 1 ms. */
const known = new WeakMap<Payload, AppInfo>()

/**
 * Reads a payload's info.xml, once.
 *
 * @throws AppsignError APP_INFO_INVALID when there is none, it is too large, is not XML, has entities or has no id
 */
export function readAppInfo(payload: Payload): AppInfo {
  const info = known.get(payload) ?? readOnce(payload)
  known.set(payload, info)
  return info
}

function readOnce(payload: Payload): AppInfo {
  const bytes = payload.read(APP_INFO, MAX_APP_INFO_SIZE)
  if (bytes === undefined)
    throw fail(`is missing in "${payload.name}". The path must be the folder of an app, the one that holds appinfo/.`)
  if (bytes === 'too-large') throw fail('is larger than 1 MiB; the App Store takes 512 KB. Shorten it.')
  return parseAppInfo(bytes)
}

/**
 * Reads the bytes of an info.xml.
 *
 * @throws AppsignError APP_INFO_INVALID
 */
export function parseAppInfo(bytes: Uint8Array): AppInfo {
  const xml = decode(bytes)
  // No server expands entities here, and a file that needs them would read differently in each of them.
  const [prolog = ''] = withoutComments(xml).split(/<[A-Za-z_]/, 1)
  if (/<!(?:ENTITY|DOCTYPE[^>[]*(?:SYSTEM|PUBLIC))/.test(prolog))
    throw fail('declares an entity or an external DTD, which no server reads. Remove the <!DOCTYPE …> declaration.')
  const info = readXml(xml)
  if (info.name !== 'info') throw fail('has no <info> as its outermost element.')
  const [id, ...more] = childrenOf(info, 'id')
  if (more.length > 0) throw fail('has more than one <id>. Keep one.')
  const idText = textOf(id)
  if (idText === '') throw fail('has no <id>. Add the app id, the same as the folder and the certificate have.')
  const [dependencies] = childrenOf(info, 'dependencies')
  return {
    id: idText,
    version: textOf(childrenOf(info, 'version')[0]),
    dependencies: { ...rangeOf('nextcloud', dependencies), ...rangeOf('owncloud', dependencies) },
  }
}

function readXml(xml: string): XmlElement {
  try {
    return parseXml(xml)
  } catch (error) {
    if (error instanceof XmlError) throw fail(`is not well-formed XML: ${error.message}. Mend it there.`, error)
    throw error
  }
}

function rangeOf(server: Server, dependencies: XmlElement | undefined): AppInfo['dependencies'] {
  const [element] = dependencies ? childrenOf(dependencies, server) : []
  if (!element) return {}
  const version = (name: string) => element.attributes[name]?.trim() || undefined
  return { [server]: { min: version('min-version'), max: version('max-version') } }
}

function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name)
}

function textOf(element: XmlElement | undefined): string {
  return element?.text.trim() ?? ''
}

/** By hand: a regular expression would look for the end again from each beginning. */
function withoutComments(xml: string): string {
  let text = ''
  let at = 0
  for (let start = xml.indexOf('<!--'); start >= 0; start = xml.indexOf('<!--', at)) {
    const end = xml.indexOf('-->', start + 4)
    if (end < 0) break
    text += xml.slice(at, start)
    at = end + 3
  }
  return text + xml.slice(at)
}

function decode(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^[^<]{0,3}<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1]
  const label = head.startsWith('\xff\xfe')
    ? 'utf-16le'
    : head.startsWith('\xfe\xff')
      ? 'utf-16be'
      : (declared ?? 'utf-8')
  // What is UTF-8 most often needs no decoder, which takes 1 ms to be made.
  if (/^utf-?8$/i.test(label) && isUtf8(bytes))
    return Buffer.from(bytes)
      .toString()
      .replace(/^\ufeff/, '')
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    throw fail(`is not text in ${label}. Save it as UTF-8.`, error)
  }
}

function fail(what: string, cause?: unknown): AppsignError {
  return new AppsignError('APP_INFO_INVALID', `${APP_INFO} ${what}`, cause)
}
