import { Buffer } from 'node:buffer'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MAX_APP_INFO_SIZE, parseAppInfo, readAppInfo } from '../../src/payload/app-info'
import { openFolder } from '../../src/payload/folder'
import { errorOf } from '../helpers/errors'
import { INFO_XML, makeApp, temporaryFolder, writeFiles } from '../helpers/tree'

const ACTIVITY = { id: 'activity', version: '1.2.3', dependencies: { nextcloud: { min: '28', max: '31' } } }
const info = (content: string) => Buffer.from(`<?xml version="1.0"?><info>${content}</info>`)

describe('parseAppInfo reads', () => {
  const utf16 = Buffer.from(`\ufeff${INFO_XML}`, 'utf16le')
  const withEncoding = INFO_XML.replace('"?>', '" encoding="ISO-8859-1"?>').replace('Activity', 'Aktivit\u00e4t')
  const READ: [name: string, bytes: Buffer][] = [
    ['an app', Buffer.from(INFO_XML)],
    ['CRLF', Buffer.from(INFO_XML.replaceAll('\n', '\r\n'))],
    ['a byte order mark', Buffer.from(`\ufeff${INFO_XML}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['ISO-8859-1 that says so', Buffer.from(withEncoding, 'latin1')],
    ['no declaration', Buffer.from(INFO_XML.split('\n').slice(1).join('\n'))],
    ['a DOCTYPE of its own', Buffer.from(INFO_XML.replace('<info>', '<!DOCTYPE info><info>'))],
    ['a comment about entities', Buffer.from(INFO_XML.replace('<info>', '<!-- <!ENTITY x "y"> --><info>'))],
    ['attributes', Buffer.from(INFO_XML.replace('<id>', '<id lang="en">'))],
    ['blanks around the id', Buffer.from(INFO_XML.replace('>activity<', '>\n  activity\n<'))],
    [
      'a description about entities',
      Buffer.from(INFO_XML.replace('<name>', '<description><![CDATA[<!ENTITY x "y">]]></description><name>')),
    ],
    ['the id as CDATA', Buffer.from(INFO_XML.replace('activity', '<![CDATA[activity]]>'))],
  ]
  for (const [name, bytes] of READ) it(name, () => expect(parseAppInfo(bytes)).toEqual(ACTIVITY))

  it('an id and a version that look like numbers', () => {
    expect(parseAppInfo(info('<id>007</id><version>1.10</version>'))).toMatchObject({ id: '007', version: '1.10' })
  })

  it("XML's own entities and characters by number", () => {
    expect(parseAppInfo(info('<id>a&#98;c</id><version>1&amp;2</version>'))).toMatchObject({
      id: 'abc',
      version: '1&2',
    })
  })

  it('the first of two versions, as servers do', () => {
    expect(parseAppInfo(info('<id>a</id><version>1.0</version><version>2.0</version>'))).toMatchObject({
      version: '1.0',
    })
  })

  it('no version and no dependencies', () => {
    expect(parseAppInfo(info('<id>a</id>'))).toEqual({ id: 'a', version: '', dependencies: {} })
  })

  it('both servers, with the versions that they name', () => {
    const both = info('<id>a</id><dependencies><owncloud min-version="10"/><nextcloud/></dependencies>')
    expect(parseAppInfo(both).dependencies).toEqual({
      nextcloud: { min: undefined, max: undefined },
      owncloud: { min: '10', max: undefined },
    })
  })

  it('only the id of the app itself', () => {
    expect(parseAppInfo(info('<id>a</id><author><id>b</id></author>')).id).toBe('a')
  })
})

describe('parseAppInfo refuses', () => {
  const entity = '<!DOCTYPE info [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const bomb = '<!DOCTYPE info [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
  const REFUSED: [name: string, bytes: Buffer, says: RegExp][] = [
    ['nothing', Buffer.alloc(0), /./],
    ['other text', Buffer.from('hello'), /./],
    ['JSON', Buffer.from('{"id":"activity"}'), /./],
    ['an entity', Buffer.from(INFO_XML.replace('<info>', `${entity}<info>`)), /declares an entity/],
    ['entities in entities', Buffer.from(INFO_XML.replace('<info>', `${bomb}<info>`)), /declares an entity/],
    [
      'an entity behind a comment',
      Buffer.from(INFO_XML.replace('<info>', `<!-- a --> <!-- b -->${entity}<info>`)),
      /declares an entity/,
    ],
    [
      'an entity in UTF-16',
      Buffer.from(`\ufeff${INFO_XML.replace('<info>', `${entity}<info>`)}`, 'utf16le'),
      /declares an entity/,
    ],
    [
      'an external DTD',
      Buffer.from(INFO_XML.replace('<info>', '<!DOCTYPE info SYSTEM "http://localhost/info.dtd"><info>')),
      /external DTD/,
    ],
    ['no id', info('<name>a</name>'), /has no <id>/],
    ['an empty id', info('<id/>'), /has no <id>/],
    ['an id of blanks', info('<id>  </id>'), /has no <id>/],
    ['an id with an element in it', info('<id><b>a</b></id>'), /has no <id>/],
    ['an id somewhere else', info('<author><id>a</id></author>'), /has no <id>/],
    ['two ids', info('<id>a</id><id>b</id>'), /more than one <id>/],
    ['another root', Buffer.from('<?xml version="1.0"?><app><id>a</id></app>'), /has no <info>/],
    ['an entity that nobody declared', info('<id>a</id><name>a&nbsp;b</name>'), /not well-formed.*line 1/],
    ['an attribute that comes twice', info('<id x="1" x="2">a</id>'), /not well-formed/],
    ['two roots', Buffer.from('<info><id>a</id></info><info><id>b</id></info>'), /not well-formed/],
    ['an open element', Buffer.from('<info><id>a</info>'), /not well-formed.*line 1/],
    ['half a file', Buffer.from(INFO_XML.slice(0, 100)), /not well-formed/],
    [
      'bytes that are not UTF-8',
      Buffer.from(INFO_XML.replace('Activity', 'Aktivit\u00e4t'), 'latin1'),
      /not text in utf-8/,
    ],
    [
      'an encoding that nobody knows',
      Buffer.from(INFO_XML.replace('"?>', '" encoding="KLINGON"?>')),
      /not text in KLINGON/,
    ],
  ]
  for (const [name, bytes, says] of REFUSED) {
    it(name, () => {
      const error = errorOf(() => parseAppInfo(bytes))
      expect(error.code).toBe('APP_INFO_INVALID')
      expect(error.message).toMatch(says)
      expect(error.message).toMatch(/^appinfo\/info\.xml /)
    })
  }
})

describe('readAppInfo', () => {
  const read = (root: string) => readAppInfo(openFolder(root, 'my/app'))

  it('reads the file of an app', () => expect(read(makeApp())).toEqual(ACTIVITY))

  it('takes a file of just 1 MiB', () => {
    const padded = INFO_XML.padEnd(MAX_APP_INFO_SIZE, ' ')
    expect(read(makeApp({ 'appinfo/info.xml': padded }))).toEqual(ACTIVITY)
    expect(errorOf(() => read(makeApp({ 'appinfo/info.xml': `${padded} ` }))).message).toMatch(/larger than 1 MiB/)
  })

  it('says which folder has none', () => {
    const error = errorOf(() => read(writeFiles(temporaryFolder(), { 'info.xml': INFO_XML })))
    expect(error.code).toBe('APP_INFO_INVALID')
    expect(error.message).toMatch(/missing in "my\/app"/)
  })

  it('takes a folder of that name for none', () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'appinfo/info.xml'), { recursive: true })
    expect(errorOf(() => read(root)).message).toMatch(/missing/)
  })

  it('does not read one outside of the app', () => {
    const root = writeFiles(temporaryFolder(), { 'appinfo/x': '' })
    symlinkSync(join(makeApp(), 'appinfo/info.xml'), join(root, 'appinfo/info.xml'))
    expect(errorOf(() => read(root)).message).toMatch(/missing/)
  })
})
