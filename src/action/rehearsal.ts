import { resolve } from 'node:path'
import { check } from '../check'
import { readAppInfo } from '../payload/app-info'
import { openFolder } from '../payload/folder'
import type { Progress } from '../payload/progress'
import { loadCertificates } from '../pki/source'
import type { Trust } from '../pki/trust'
import type { Outcome, Report } from '../report/report'
import { attempt } from './attempt'
import type { CheckInputs } from './inputs'
import { certificateOf } from './keyring'
import { type Match, matchFolders } from './patterns'
import type { Surroundings } from './run'

/** Rehearses signing for everything that `path` stands for. */
export async function* checkAll(
  inputs: CheckInputs,
  trust: Trust,
  surroundings: Surroundings,
): AsyncGenerator<Outcome> {
  const { workspace, expand, watch } = surroundings
  for (const match of await matchFolders(inputs.path, 'path', workspace, expand))
    yield await attempt(match, 'check', watch, (progress) => checkOne(match, inputs, trust, workspace, progress))
}

async function checkOne(
  { path, name }: Match,
  inputs: CheckInputs,
  trust: Trust,
  workspace: string,
  progress?: Progress,
): Promise<Report> {
  const payload = { ...openFolder(path, name, path === resolve(workspace)), progress }
  const value = inputs.certificate && certificateOf(inputs.certificate, readAppInfo(payload).id, workspace)
  const [leaf, ...rest] = value ? loadCertificates(value, 'certificate', workspace) : []
  const chain = inputs.certificateChain && loadCertificates(inputs.certificateChain, 'certificate-chain', workspace)
  const { format, exclude } = inputs
  const written = inputs.report.map((report) => resolve(workspace, report))
  return check(payload, trust, { format, exclude, written, leaf, intermediates: chain || rest })
}
