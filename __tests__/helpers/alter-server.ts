import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { errnoOf } from '../../src/findings/errors'
import { ALIASES, MARKER, mimetypeList } from './server-tree'

const NAMES = [
  'a.php',
  '.DS_Store',
  'Thumbs.db',
  '.directory',
  '.rnd',
  '.webapp',
  '.webapp-nextcloud-1.2.3-r1',
  '.webapp-nextcloud-1.2',
  '.webapp-owncloud-9',
  'nextcloud-init-sync.lock',
  'signature.json',
  'mimetypelist.js',
  'mimetypelistXjs',
  '.htaccess',
  'übung.txt',
  '\u{1f600}',
]
const FOLDERS = [
  '',
  'data',
  'data/user/files',
  'themes/mine/core',
  'config',
  'assets',
  'lost+found',
  'apps',
  'apps-external/mine',
  'custom_apps/mine',
  'updater',
  'updater/src',
  '_oc_upgrade/x',
  'core',
  'core/js',
  'core/img/filetypes',
  'themes/mine/core/img/filetypes',
  'core/data',
  'lib/core/js',
  'lib/apps/x',
  'lib/.DS_Store',
  'lib/updater',
  'Data',
  'apps2',
  'apps/files',
  'apps/files/lib',
  'apps/files/core/js',
  'apps/dav/apps/files/appinfo',
  'appinfo',
]
const TARGETS = ['base.php', '.', '../index.php', 'nowhere', '../apps/files/lib/Main.php', '../data', '../core/js']

/** Alters an installed server as owners, updates and attackers do; the same for the same numbers. */
export function alterServer(root: string, random: (bound: number) => number): void {
  const pick = <Thing>(things: readonly Thing[]) => things[random(things.length)] as Thing
  const files = () =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      // Without version.php no server runs, and nobody would know whose it is.
      .filter((entry) => entry.isFile() && !['signature.json', 'version.php'].includes(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .sort()
  const write = (path: string, content: string) => {
    if (path === 'core/signature.json') return
    try {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    } catch (error) {
      // What stands in the way stays: a file or a link where a folder would be, or the other way round.
      if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'ENOENT', 'EACCES'].includes(errnoOf(error) ?? '')) throw error
    }
  }
  const newPath = () => [pick(FOLDERS), pick(NAMES)].filter((part) => part !== '').join('/')
  const htaccess = () => {
    const path = join(root, '.htaccess')
    const above = existsSync(path) ? readFileSync(path, 'utf8') : ''
    return pick([
      `${above}${MARKER}\nErrorDocument 403 /\n`,
      `${above}${MARKER}`,
      `${above} ${MARKER}\n`,
      `${above}${MARKER}${MARKER}`,
      `${above}${MARKER} DO NOT CHANGE ANYTHING ABOVE THIS LINE ####\n`,
      `${MARKER}\n${above}`,
      `${above}# mine\n`,
    ])
  }
  const aliases = () => {
    const own = pick([{ 'application/x-own': 'file' }, { 'application/zip': 'text', _comment: 'x' }, {}])
    write('config/mimetypealiases.json', JSON.stringify(own))
    if (random(3)) write('core/js/mimetypelist.js', mimetypeList({ ...ALIASES, ...own }))
    if (random(9) === 0) write('config/mimetypealiases.json', '{')
  }
  const swap = () => {
    const [a, b] = [pick(files()), pick(files())].map((path) => join(root, path)) as [string, string]
    const content = readFileSync(a)
    writeFileSync(a, readFileSync(b))
    writeFileSync(b, content)
  }
  const link = () => {
    const path = join(root, 'lib', pick(['link', 'private', 'base.php', 'updater']))
    if (existsSync(path)) rmSync(path, { recursive: true })
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(pick(TARGETS), path)
  }
  const top = () => {
    const path = join(root, pick(['data', 'assets', 'lost+found', 'themes', '_oc_upgrade', 'updater']))
    rmSync(path, { recursive: true, force: true })
    if (random(2)) writeFileSync(path, 'a file of that name')
    else symlinkSync(pick(['lib', 'nowhere', 'index.php', '/proc']), path)
  }
  const changes = [
    () => write(pick(files()), `changed ${random(9)}`),
    () => write(pick(files()), ''),
    () => rmSync(join(root, pick(files()))),
    () => write(newPath(), `new ${random(1e9)}`),
    () => write(newPath(), `new ${random(1e9)}`),
    () => write(newPath(), `new ${random(1e9)}`),
    () => write('.htaccess', htaccess()),
    () => copyFileSync(join(root, pick(files())), join(root, `copy${random(9)}.php`)),
    () => renameSync(join(root, pick(files())), join(root, `moved${random(9)}.php`)),
    swap,
    aliases,
    link,
    top,
  ]
  for (let count = 1 + random(8); count > 0; count--) pick(changes)()
}
