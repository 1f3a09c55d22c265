import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { formatPem, isCutOff, parsePem, unwrapPem } from '../../src/pki/pem'

const body = Buffer.alloc(100, 7).toString('base64')
const block = { label: 'CERTIFICATE', headers: [], base64: body }
const pem = formatPem(block)

describe('formatPem', () => {
  it('breaks base64 after 64 characters, with no line break at the end', () => {
    expect(pem.split('\n').map((line) => line.length)).toEqual([27, 64, 64, 8, 25])
    expect(pem.endsWith('-----END CERTIFICATE-----')).toBe(true)
  })

  it('uses the line end that is asked for', () => {
    expect(formatPem(block, '\r\n')).toBe(pem.replaceAll('\n', '\r\n'))
  })

  it('puts headers above an empty line', () => {
    const headers = ['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-128-CBC,00FF']
    expect(formatPem({ label: 'RSA PRIVATE KEY', headers, base64: 'AAAA' })).toBe(
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\nAAAA\n-----END RSA PRIVATE KEY-----',
    )
  })
})

describe('parsePem', () => {
  it('finds every block, in order, and passes over the text around them', () => {
    const other = formatPem({ label: 'X509 CRL', headers: [], base64: 'AQID' })
    expect(parsePem(`Subject: CN=x\n${pem}\nmore text\n${other}\n`)).toEqual([
      block,
      { label: 'X509 CRL', headers: [], base64: 'AQID' },
    ])
  })

  it('does not take the end of another label for the end', () => {
    expect(parsePem('-----BEGIN CERTIFICATE-----\nAAAA\n-----END PRIVATE KEY-----')).toEqual([])
  })

  it('reads headers whose line breaks became blanks', () => {
    const text =
      '-----BEGIN RSA PRIVATE KEY----- Proc-Type: 4,ENCRYPTED DEK-Info: AES-128-CBC,00ff AAAA BBBB -----END RSA PRIVATE KEY-----'
    expect(parsePem(text)).toEqual([
      {
        label: 'RSA PRIVATE KEY',
        headers: ['Proc-Type: 4,ENCRYPTED', 'DEK-Info: AES-128-CBC,00FF'],
        base64: 'AAAABBBB',
      },
    ])
  })

  it('finds nothing in other text', () => {
    expect(parsePem('')).toEqual([])
    expect(parsePem('hello')).toEqual([])
  })
})

describe('unwrapPem', () => {
  it('gives text without armour back, trimmed', () => {
    expect(unwrapPem(' hello \n')).toBe('hello')
  })

  it('does not decode base64 of something else', () => {
    const base64 = Buffer.from('nothing of interest').toString('base64')
    expect(unwrapPem(base64)).toBe(base64)
  })

  it('decodes base64 once, not twice', () => {
    const twice = Buffer.from(Buffer.from(pem).toString('base64')).toString('base64')
    expect(parsePem(twice)).toEqual([])
    expect(unwrapPem(Buffer.from(pem).toString('base64'))).toBe(pem)
  })
})

describe('isCutOff', () => {
  const cases: [string, string, boolean][] = [
    ['whole', pem, false],
    ['without its end', pem.slice(0, -30), true],
    ['in the middle of its last line', pem.slice(0, -8), true],
    ['after the first line', '-----BEGIN CERTIFICATE-----', true],
    ['no armour', 'hello', false],
  ]
  for (const [name, text, expected] of cases) it(name, () => expect(isCutOff(text)).toBe(expected))
})
