import { AppsignError } from '../findings/errors'
import type { AppInfo } from './app-info'

/** Where a package goes, and which time its entries have. */
export interface PackageRequest {
  /** Absolute path; `{id}` and `{version}` are filled in. */
  readonly path: string
  /** Seconds since 1970. */
  readonly mtime: number
}

/**
 * The path of a package.
 *
 * @throws AppsignError INPUT_INVALID when what is filled in would lead to another folder
 */
export function packagePath(template: string, app: AppInfo): string {
  for (const [name, value] of Object.entries({ id: app.id, version: app.version }))
    if (template.includes(`{${name}}`) && !/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(value))
      throw new AppsignError(
        'INPUT_INVALID',
        `package has {${name}} in it, and info.xml says "${value}", which is no part of a file name. Correct info.xml, or write the name out.`,
      )
  return template.replaceAll('{id}', app.id).replaceAll('{version}', app.version)
}
