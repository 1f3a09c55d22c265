import type { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { APP_SIGNATURE } from './envelope/envelope'
import { AppsignError, reasonOf } from './findings/errors'
import type { Finding } from './findings/finding'
import type { AppInfo } from './payload/app-info'
import { openArchive } from './payload/archive'
import { type PackedFile, pack } from './payload/pack'
import { type PackageRequest, packagePath } from './payload/package-path'
import type { Payload } from './payload/payload'
import type { Trust } from './pki/trust'
import type { Report } from './report/report'
import { verify } from './verify'

/** A package that was written and verified, and what was worth saying of it. */
export interface WrittenPackage {
  readonly package: NonNullable<Report['package']>
  readonly findings: readonly Finding[]
}

/**
 * Writes exactly the signed files, and signature.json, as a tar.gz; then reads it back and verifies it as an artifact. Only
 * a package that passes takes the place of an earlier one.
 *
 * @param paths the signed files
 * @throws AppsignError PACKAGE_FAILED or WRITE_FAILED
 */
export async function writePackage(
  payload: Payload,
  app: AppInfo,
  paths: Iterable<string>,
  request: PackageRequest,
  trust: Trust,
): Promise<WrittenPackage> {
  const path = packagePath(request.path, app)
  const files = new Map<string, PackedFile>()
  for (const file of [...paths, APP_SIGNATURE]) {
    const source = join(payload.root, file)
    files.set(file, { source, size: statSync(source).size })
  }
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeThrough(temporary, (write) => pack(app.id, files, request.mtime, write))
    const report = await verify(await openArchive(temporary, basename(path)), trust)
    // Whoever signs in the legacy format after the sunset was warned: it still serves ownCloud 10.
    const failed = report.findings.find(
      ({ severity, code }) => severity === 'error' && !(code === 'BAD_ALGORITHM' && report.format === 'legacy'),
    )
    if (failed)
      throw new AppsignError(
        'PACKAGE_FAILED',
        `The package was not accepted by our own verification and was not kept: ${failed.message} ${failed.hint ?? ''}`,
      )
    const sha256 = await sha256Of(temporary)
    const { size } = statSync(temporary)
    renameSync(temporary, path)
    return { package: { path, sha256, size }, findings: report.findings }
  } catch (error) {
    discard(temporary)
    if (error instanceof AppsignError) throw error
    throw new AppsignError(
      'WRITE_FAILED',
      `package "${path}" can not be written: ${reasonOf(error)}. Choose a folder that this step may write to.`,
      error,
    )
  }
}

/** What went wrong before is told; that there is nothing to remove, or no way to do so, is not. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // ENOTDIR, EACCES: nothing was written either.
  }
}

function writeThrough(path: string, fill: (write: (piece: Uint8Array) => void) => void): void {
  const file = openSync(path, 'wx', 0o644)
  try {
    fill((piece) => {
      for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
    })
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** SHA-256 of a file's bytes, lower-case hex. @param path absolute */
export async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer)
  return digest.digest('hex')
}
