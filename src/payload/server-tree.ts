/** Folders of a server in which its apps are: its own, and those that owners use besides (issue 7). */
export const APP_FOLDERS = ['apps', 'apps-external', 'apps-extra', 'custom_apps'] as const

/** Those of them that a server's own signature knows nothing of unless config.php names them (`OC::$APPSROOTS`). */
export const OTHER_APP_FOLDERS: readonly string[] = APP_FOLDERS.filter((folder) => folder !== 'apps')

/** Where a server's own envelope stands (SPEC 1). Relative to its root, as everything here. */
export const CORE_SIGNATURE = 'core/signature.json'

/** Where a server says which version it is, and whose. */
export const VERSION_FILE = 'version.php'

/** Where a server says which apps it ships: those must be signed. */
export const SHIPPED_FILE = 'core/shipped.json'

/** Of this file only the part above a marker is signed (SPEC 2). */
export const HTACCESS = '.htaccess'

/** What Nextcloud may write anew on an owner's wish, and what it makes it from. */
export const MIMETYPE_LIST = 'core/js/mimetypelist.js'
export const OWN_ALIASES = 'config/mimetypealiases.json'
export const SHIPPED_ALIASES = 'resources/config/mimetypealiases.dist.json'
