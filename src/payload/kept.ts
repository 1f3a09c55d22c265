import type { Scope } from '../findings/server'
import { APP_FOLDERS } from './server-tree'

/** Bytes of one file that is kept while an archive goes by, and of all: the largest signature file that is read at all. */
export const MAX_KEPT = 128 * 1024 * 1024

const OF_APP = String.raw`appinfo/(?:info\.xml|signature\.json)`
const OF_SERVER = [
  String.raw`version\.php`,
  String.raw`\.htaccess`,
  String.raw`core/(?:signature\.json|shipped\.json|js/mimetypelist\.js)`,
  String.raw`config/(?:mimetypealiases\.json|(?:[^/]+\.)?config\.php)`,
  String.raw`resources/config/mimetypealiases\.dist\.json`,
  `(?:${APP_FOLDERS.join('|')})/[^/]+/${OF_APP}`,
].join('|')

/** Which small files are kept, by their whole path in the archive: what the top folder is called is not known yet. */
export const KEPT: Record<Scope, RegExp> = {
  app: new RegExp(`^[^/]+/${OF_APP}$`),
  server: new RegExp(`^(?:[^/]+/)?(?:${OF_SERVER})$`),
}
