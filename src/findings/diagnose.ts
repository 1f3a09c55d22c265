import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Finding } from './finding'
import type { Scope } from './server'

/** Gives the content of files that failed, as far as they can be read and are not too large. */
export type Reread = (paths: ReadonlySet<string>) => Promise<ReadonlyMap<string, Buffer>>

/** Files that are looked at again; with more than this something general is wrong, and the first ones show it. */
const MAX_FILES = 200

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const LFS_POINTER = 'version https://git-lfs.github.com/spec/'
const ATTRIBUTES =
  'Put "* -text" into .gitattributes so that git leaves line ends alone, and upload with FTP in binary mode.'

/** What really happens to files between signing and shipping, and how the signed content comes back. */
const CHANGES: readonly { what: string; hint: string; undo: (content: Buffer) => Buffer[] }[] = [
  {
    what: 'its line ends are CRLF, and were LF when it was signed',
    hint: ATTRIBUTES,
    undo: (content) => [toLf(content)],
  },
  {
    what: 'its line ends are LF, and were CRLF when it was signed',
    hint: ATTRIBUTES,
    undo: (content) => [toCrlf(content)],
  },
  {
    what: 'a byte order mark was added after it was signed',
    hint: 'Save it without a byte order mark (UTF-8, not "UTF-8 with BOM").',
    undo: (content) => (content.subarray(0, 3).equals(BOM) ? [content.subarray(3)] : []),
  },
  {
    what: 'the byte order mark that it had when it was signed is gone',
    hint: 'Sign again: whatever took the mark away also ran after signing.',
    undo: (content) => [Buffer.concat([BOM, content])],
  },
  {
    what: 'a newline was added at its end after it was signed',
    hint: 'Sign after the formatter, not before.',
    undo: (content) => [trimEnd(content, '\r\n'), trimEnd(content, '\n')].filter((one) => one !== undefined),
  },
  {
    what: 'the newline at its end is gone',
    hint: 'Sign after the formatter, not before.',
    undo: (content) => [Buffer.concat([content, Buffer.from('\n')]), Buffer.concat([content, Buffer.from('\r\n')])],
  },
]

/**
 * Says of files that failed what probably happened to them, and what to do about it. Only what failed is read again.
 *
 * @param findings of a comparison
 * @param scope what was signed
 * @returns the same findings in their order, with better words where the cause was found
 */
export async function diagnose(findings: readonly Finding[], reread: Reread, scope: Scope = 'app'): Promise<Finding[]> {
  const changed = findings.filter(({ code }) => code === 'INVALID_HASH').slice(0, MAX_FILES)
  const contents = changed.length > 0 ? await reread(new Set(changed.map(({ path = '' }) => path))) : new Map()
  const renamed = findRenames(findings, scope)
  return findings.map((finding) => {
    const { path = '' } = finding
    const content = finding.code === 'INVALID_HASH' ? contents.get(path) : undefined
    return { ...finding, ...(content ? explainChange(finding, content, scope) : renamed.get(finding)) }
  })
}

type Words = Pick<Finding, 'message' | 'hint'>

function explainChange({ path, expected }: Finding, content: Buffer, scope: Scope): Words | undefined {
  if (content.length === 0)
    return {
      message: `"${path}" is empty, and was not when the ${scope} was signed.`,
      hint: 'Build or copy it again: something stopped half-way.',
    }
  if (content.subarray(0, LFS_POINTER.length).toString('latin1') === LFS_POINTER)
    return {
      message: `"${path}" is a pointer of Git LFS in place of the file itself.`,
      hint: 'Check out with lfs: true (actions/checkout).',
    }
  const change = CHANGES.find(({ undo }) => undo(content).some((before) => sha512(before) === expected))
  return (
    change && { message: `"${path}" was changed after the ${scope} was signed: ${change.what}.`, hint: change.hint }
  )
}

/** A file that is missing and one that is extra, with one content between them. */
function findRenames(findings: readonly Finding[], scope: Scope): ReadonlyMap<Finding, Words> {
  const missing = new Map<string, Finding[]>()
  // From behind, so that the first is the one that is taken first.
  for (const finding of findings.toReversed())
    if (finding.code === 'FILE_MISSING' && finding.expected)
      for (const key of keysOf(finding.expected, finding.path)) {
        const bucket = missing.get(key)
        if (bucket) bucket.push(finding)
        else missing.set(key, [finding])
      }
  const words = new Map<Finding, Words>()
  const take = (key: string) => {
    const bucket = missing.get(key) ?? []
    while (words.has(bucket.at(-1) as Finding)) bucket.pop()
    return bucket.at(-1)
  }
  for (const extra of findings) {
    if (extra.code !== 'EXTRA_FILE') continue
    // Of several with that content, the one whose name is nearest.
    const lost = keysOf(extra.current ?? '', extra.path).reduce<Finding | undefined>(
      (one, key) => one ?? take(key),
      undefined,
    )
    if (!lost) continue
    const how = howNamesDiffer(lost.path ?? '', extra.path ?? '')
    words.set(lost, {
      message: `"${lost.path}" was renamed to "${extra.path}" after the ${scope} was signed${how}.`,
      hint: 'Give it its old name, or sign again.',
    })
    words.set(extra, {
      message: `"${extra.path}" is "${lost.path}" under another name${how}.`,
      hint: 'Give it its old name, or sign again.',
    })
  }
  return words
}

/** Under what a file is looked for: its content with a name that is nearly the same, then its content alone. */
function keysOf(hash: string, path = ''): string[] {
  return [`${hash} ${path.normalize('NFC')}`, `${hash} ${path.toLowerCase()}`, hash]
}

function howNamesDiffer(a: string, b: string): string {
  if (a.normalize('NFC') === b.normalize('NFC')) return ': only the Unicode form of the name differs, as after macOS'
  return a.toLowerCase() === b.toLowerCase() ? ': only upper and lower case differ' : ''
}

function toLf(content: Buffer): Buffer {
  return Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

function toCrlf(content: Buffer): Buffer {
  return Buffer.from(content.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')
}

function trimEnd(content: Buffer, end: string): Buffer | undefined {
  return content.toString('latin1').endsWith(end) ? content.subarray(0, content.length - end.length) : undefined
}

function sha512(content: Buffer): string {
  return createHash('sha512').update(content).digest('hex')
}
