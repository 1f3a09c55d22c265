import { AppsignError, quoted } from '../findings/errors'
import type { AppInfo } from '../payload/app-info'

/**
 * Makes sure, before anything is signed, that the app has the version that is to be released: what the input says, else the
 * tag of the run. A leading `v` is dropped; a tag may name the app before it, as in `calendar-v1.2.3` or `calendar/1.2.3`.
 *
 * @param wanted the input, undefined when it is empty
 * @throws AppsignError VERSION_MISMATCH
 */
export function assertVersion(
  app: Pick<AppInfo, 'id' | 'version'>,
  wanted: string | undefined,
  env: NodeJS.ProcessEnv,
): void {
  const tag = env.GITHUB_REF_TYPE === 'tag' ? env.GITHUB_REF_NAME : undefined
  const expected = wanted ?? tag
  if (expected === undefined) return
  if (withoutPrefix(expected, wanted === undefined ? app.id : '') === app.version) return
  const from = wanted === undefined ? `The tag is "${quoted(expected)}"` : `expected-version is "${quoted(expected)}"`
  const noVersion = /\d/.test(expected) ? '' : ', which is no version'
  throw new AppsignError(
    'VERSION_MISMATCH',
    `${from}${noVersion}, and appinfo/info.xml says that "${app.id}" is version "${quoted(app.version)}". Nothing was signed. Raise <version> before the tag is made, name the tag "v${quoted(app.version)}", or set expected-version.`,
  )
}

function withoutPrefix(version: string, id: string): string {
  const rest = id && version.startsWith(id) ? version.slice(id.length).replace(/^[-/@_]/, '') : version
  return rest.replace(/^v/, '')
}
