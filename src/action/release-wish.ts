import { releaseError } from './release-error'

/** What is to be released. */
export interface ReleaseWish {
  /** The tag's name, without `refs/tags/`. */
  readonly tag: string
  /** This run's: forty hex digits. */
  readonly commit: string
  /** As info.xml has it: what follows its numbers (`-beta.1`, `RC1`) makes the release a prerelease. */
  readonly version: string
  /** The package's file name, without folders. */
  readonly asset: string
  /** `GITHUB_RUN_ATTEMPT`: from 2 on, this is a re-run of the same commit. */
  readonly attempt: number
}

/** Whether a version has a suffix: semantic ones, and the shorter forms that info.xml takes. Build metadata (`+1`) is none. */
export function isPrerelease(version: string): boolean {
  return !/^v?\d+(\.\d+)*(\+.*)?$/.test(version)
}

/**
 * GitHub renames what it does not like, and the package would not be found again.
 *
 * @throws AppsignError RELEASE_FAILED
 */
export function checkAssetName(name: string): void {
  if (!/^[A-Za-z0-9_+@-]+(\.[A-Za-z0-9_+@-]+)*$/.test(name))
    throw releaseError(
      `GitHub would rename "${name}". Give the package a name of letters, digits, "_", "-" and single dots (input package).`,
    )
}
