import { AppsignError } from './findings/errors'
import { sortByBytes } from './manifest/byte-order'
import { readAppRoots } from './payload/app-roots'
import type { Payload } from './payload/payload'
import { readServerInfo, readShipped, type ServerInfo } from './payload/server-info'
import { APP_FOLDERS } from './payload/server-tree'
import type { Trust } from './pki/trust'
import { isRefusal, type Outcome, type Report } from './report/report'
import { coreSubject } from './subject'
import { type AppsOfServer, verifyAppInServer } from './verify-app-in-server'
import { verifySubject } from './verify-subject'

/**
 * Verifies a whole server as it would verify itself (`occ integrity:check-core`, and what its settings' page runs): its own
 * files first, then every app below its app folders (issue 7), each with an outcome of its own. What can not be read is the
 * refusal of that one, and never stops the others.
 *
 * Whose rules: what the user said, else what version.php says, as a server that is installed trusts its own vendor only;
 * else who issued the leaf.
 *
 * @param payload a whole server, opened with `scope: 'server'`
 * @throws AppsignError PAYLOAD_UNREADABLE when it is no server
 */
export async function* verifyServer(payload: Payload, trust: Trust): AsyncGenerator<Outcome> {
  const info = readServerInfo(payload)
  const own = { ...trust, server: trust.server ?? info.vendor }
  const core = await attempt(payload, '', async () => verifyCore(payload, info, own))
  yield core
  const apps = { info, shipped: readShipped(payload), trust: isRefusal(core) ? own : trustOf(own, core) }
  for (const folder of APP_FOLDERS) yield* verifyFolder(payload, folder, apps)
}

/** Its settings say where else it has apps. */
function verifyCore(payload: Payload, info: ServerInfo, trust: Trust): Promise<Report> {
  return verifySubject(payload, coreSubject({ ...info, appRoots: readAppRoots(payload) }), trust)
}

/** Whoever issued the leaf of a server that does not say whose it is. */
function trustOf(trust: Trust, { authority, server }: Extract<Outcome, { authority: unknown }>): Trust {
  return trust.server === undefined && authority !== undefined ? { ...trust, server } : trust
}

/** Every app below one of the folders, by the bytes of its name. */
async function* verifyFolder(payload: Payload, folder: string, apps: AppsOfServer): AsyncGenerator<Outcome> {
  let names: readonly string[]
  try {
    names = payload.folders(folder)
  } catch (error) {
    yield refusalOf(payload, folder, error)
    return
  }
  for (const name of sortByBytes(names)) {
    // The servers take nothing for an app whose name begins with a dot.
    if (name.startsWith('.')) continue
    const path = `${folder}/${name}`
    const outcome = await attempt(payload, path, () => verifyAppInServer(payload.below(path), name, apps))
    if (outcome) yield outcome
  }
}

async function attempt<Result extends Outcome | undefined>(
  payload: Payload,
  path: string,
  step: () => Promise<Result>,
): Promise<Result | Outcome> {
  try {
    return await step()
  } catch (error) {
    return refusalOf(payload, path, error)
  }
}

function refusalOf({ name, root, kind }: Payload, path: string, error: unknown): Outcome {
  if (!(error instanceof AppsignError)) throw error
  const { code, message, findings } = error
  return {
    name: path === '' ? name : `${name}/${path}`,
    root: path === '' || kind === 'archive' ? root : `${root}/${path}`,
    error: { code, message },
    findings,
  }
}
