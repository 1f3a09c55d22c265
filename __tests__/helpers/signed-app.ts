import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { AppsignError } from '../../src/findings/errors'
import type { Finding } from '../../src/findings/finding'
import { openArchive } from '../../src/payload/archive'
import { openFolder } from '../../src/payload/folder'
import type { ArchiveLimits } from '../../src/payload/member'
import { customAuthority } from '../../src/pki/authorities'
import { type Certificate, readCertificates } from '../../src/pki/certificate'
import type { Credentials } from '../../src/pki/credentials'
import type { Trust } from '../../src/pki/trust'
import type { Report } from '../../src/report/report'
import { type SignOptions, sign } from '../../src/sign'
import { verify } from '../../src/verify'
import { makeAuthority } from './authority'
import { tarEntry, tarGzOf } from './tar'
import { makeApp, temporaryFolder } from './tree'
import { type ZipParts, zipOf } from './zip'

export const authority = makeAuthority()
export const leafPem = authority.issue()

/** Trusts the authority of this test file, and asks no list. */
export const trust: Trust = {
  authorities: [customAuthority(readCertificates(authority.rootPem))],
  server: undefined,
  revocation: { mode: 'off', fetch: () => Promise.reject(new Error('no network')) },
  now: new Date(),
  expiryWarningDays: 60,
}

export const credentials: Credentials = {
  key: authority.leafKey,
  leaf: readCertificates(leafPem)[0] as Certificate,
  intermediates: [],
}

/** Signs a folder as the app `activity`. */
export function signFolder(root: string, options: SignOptions = {}, more: Partial<Trust> = {}): Promise<Report> {
  return sign(openFolder(root), credentials, { ...trust, ...more }, options)
}

export type Files = ReadonlyMap<string, Buffer>

/** Every file below a folder, by its path there. */
export function readTree(root: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(relative(root, path), readFileSync(path))
  }
  return files
}

/** The files of a small signed app. */
export async function signedFiles(files: Record<string, string | Uint8Array> = {}): Promise<Map<string, Buffer>> {
  const root = makeApp(files)
  await signFolder(root)
  return readTree(root)
}

/** Each file as an entry of a tar below a top folder. */
export function tarEntries(files: Files, top = 'activity'): Buffer[] {
  return Array.from(files, ([path, content]) => tarEntry({ name: `${top}/${path}`, content }))
}

/** Each file as an entry of a zip below a top folder. */
export function zipEntries(files: Files, top = 'activity'): ZipParts[] {
  return Array.from(files, ([path, content]) => ({ name: `${top}/${path}`, content, method: 8 }))
}

export const tarGzFiles = (files: Files, ...more: readonly Buffer[]) => tarGzOf(...tarEntries(files), ...more)
export const zipFiles = (files: Files, ...more: readonly ZipParts[]) => zipOf([...zipEntries(files), ...more])

let count = 0
let folder: string | undefined

/** Writes an archive's bytes to a new file. */
export function writeArchive(bytes: Uint8Array, ending: string): string {
  folder ??= temporaryFolder()
  const path = join(folder, `${count++}.${ending}`)
  writeFileSync(path, bytes)
  return path
}

/** Verifies the bytes of an archive. */
export async function verifyArchive(
  bytes: Uint8Array,
  ending = 'tar.gz',
  limits?: ArchiveLimits,
  more: Partial<Trust> = {},
): Promise<Report> {
  const payload = await openArchive(writeArchive(bytes, ending), `app.${ending}`, limits)
  return verify(payload, { ...trust, ...more })
}

/** The codes of errors of a report, or the code of the AppsignError; anything else that is thrown fails the test. */
export async function errorsOf(report: Promise<Report>): Promise<string[]> {
  try {
    return errorCodes((await report).findings)
  } catch (error) {
    if (error instanceof AppsignError) return [`${error.code}: ${error.message}`]
    throw error
  }
}

/** The AppsignError of a promise; anything else fails the test. */
export async function refusalOf(promise: Promise<unknown>): Promise<AppsignError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof AppsignError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** The codes of the errors among findings. */
export function errorCodes(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

/** The findings of one code. */
export function findingsOf({ findings }: Pick<Report, 'findings'>, code: Finding['code']): Finding[] {
  return findings.filter((finding) => finding.code === code)
}

/** The findings but for the one that these tests always have: they ask no revocation list. */
export function said({ findings }: Pick<Report, 'findings'>): Finding[] {
  return findings.filter(({ code }) => code !== 'REVOCATION_OFF')
}
