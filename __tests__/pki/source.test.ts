import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCertificates } from '../../src/pki/source'
import { armour, issue } from '../helpers/certificates'
import { errorOf } from '../helpers/errors'
import { temporaryFolder, writeFiles } from '../helpers/tree'

const leaf = issue()
const pem = armour('CERTIFICATE', leaf.der)
const base = writeFiles(temporaryFolder(), {
  'app.crt': pem,
  'bom.crt': `\ufeff${pem}`,
  'app.der': leaf.der,
  'page.crt': '<!doctype html><html></html>',
  'empty.crt': '',
  'utf16.crt': Buffer.from(`\ufeff${pem}`, 'utf16le'),
  'cut.der': leaf.der.subarray(0, 100),
  'large.crt': Buffer.alloc(256 * 1024 + 1, 0x41),
})

describe('loadCertificates', () => {
  for (const value of ['app.crt', './app.crt', join(base, 'app.crt'), 'bom.crt', 'app.der', pem]) {
    it(`reads ${value.split('\n')[0]?.replace(base, '')}`, () => {
      expect(loadCertificates(value, 'certificate', base)[0]?.der).toEqual(leaf.der)
    })
  }

  const REFUSED: [value: string, says: RegExp][] = [
    ['nowhere.crt', /there is no such file/],
    ['.', /not a file/],
    ['large.crt', /larger than 256 KiB/],
    ['page.crt', /HTML page/],
    ['empty.crt', /neither PEM text/],
    ['utf16.crt', /neither PEM text/],
    ['cut.der', /damaged or cut off/],
    ['<html><body>404</body></html>', /HTML page/],
    ['two\nlines', /neither PEM text/],
    ['x'.repeat(5000), /neither PEM text/],
  ]
  for (const [value, says] of REFUSED) {
    it(`refuses ${value.slice(0, 20).replace('\n', ' ')}`, () => {
      const error = errorOf(() => loadCertificates(value, 'certificate', base))
      expect(error.code).toBe('CERTIFICATE_INVALID')
      expect(error.message).toMatch(says)
    })
  }
})
