import { describe, expect, it } from 'vitest'
import { explainRefusal } from '../../src/store/answers'
import { isHtml, wordsOf } from '../../src/store/words'

const NOW = Date.parse('2026-11-20T10:00:00Z')
const TOKEN = '0123456789abcdef0123456789abcdef01234567'
const explain = (status: number, body: string, retryAfter?: string) => {
  const error = explainRefusal({ status, body, retryAfter }, TOKEN, NOW)
  expect(error.code).toBe('STORE_REFUSED')
  expect(error.message).not.toMatch(/[\n\r\u001b]/)
  expect(error.message.toLowerCase()).not.toContain(TOKEN)
  expect(error.cause).toBeUndefined()
  return error.message
}

describe('what the store says with 400 is repeated, with what to do:', () => {
  it.each<[string, RegExp]>([
    [
      "Signature is invalid: [('rsa routines', 'RSA_padding_check_PKCS1_type_1', 'invalid padding'), ('rsa routines', 'rsa_ossl_public_decrypt', 'padding check failed')]",
      /private-key does not belong to the certificate that is registered.*has to be registered again/,
    ],
    ["Signature is invalid: [('rsa routines', '', 'data too large for modulus')]", /private-key does not belong/],
    ["Signature is invalid: [('rsa routines', '', 'bad signature')]", /private-key does not belong/],
    [
      "Certificate is invalid: [23, 0, 'certificate revoked']",
      /is revoked\. Request a new one with a new key, register it/,
    ],
    [
      "Certificate is invalid: [10, 0, 'certificate has expired']",
      /has expired\. If there is a newer one, register it/,
    ],
    ["Certificate is invalid: [12, 0, 'CRL has expired']", /The store's own revocation list is out of date/],
    [
      "Certificate is invalid: [20, 0, 'unable to get local issuer certificate']",
      /does not accept the certificate that is registered/,
    ],
    [
      "Invalid certificate: [('PEM routines', '', 'no start line')]",
      /does not accept the certificate that is registered/,
    ],
    ['App id activity does not match cert CN notes', /is for another app\. Register that of this app/],
    ['App activity does not exist, you need to register it first', /Register the app first, once/],
    ['App activity does not exist, you need to registerit first', /Register the app first, once/],
    ['Archive app folder is activity but info.xml reports id notes', /Name the top folder in the archive as the <id>/],
    ['More than one possible app folder found', /exactly one top folder/],
    [
      'No possible app folder found. App folder must contain only lowercase ASCII characters or underscores',
      /exactly one top folder/,
    ],
    ['activity-1.2.3.tar.gz is not a valid tar.gz archive ', /so too when it can not download the archive/],
    ['not a gzip file', /so too when it can not download the archive/],
    ['Downloaded archive is bigger than the allowed 31457280 bytes', /too large for the store/],
    ['file activity/appinfo/info.xml was bigger than allowed 524288 bytes', /Shorten that file/],
    [
      'Blacklist rule "No .git directories": Directory activity/.git is not allowed to be present in the app archive',
      /Leave that folder out/,
    ],
    ["Symlinks and hard links can not be used for <TarInfo 'activity/appinfo/info.xml'>", /Replace the link/],
    ['Path activity/appinfo/info.xml does not exist in package', /missing in the archive/],
    ["info.xml did not validate: Element 'category': not allowed", /info\.xsd/],
    ['info.xml contains malformed xml: line 3', /info\.xsd/],
    ['Must not contain entities', /info\.xsd/],
    ['At least one element "name" with lang "en" required', /info\.xsd/],
  ])('%s', (words, remedy) => {
    for (const variant of [words, words.toUpperCase()]) {
      const message = explain(400, JSON.stringify([variant]))
      expect(message).toContain(`The App Store did not take the release (400): ${variant.trim()}`)
      expect(message).toMatch(remedy)
      // In other wrappings that Django's REST framework has.
      expect(explain(400, JSON.stringify({ detail: variant }))).toBe(message)
      expect(explain(400, JSON.stringify(variant))).toBe(message)
    }
  })

  it('the name of the field that it does not like', () => {
    expect(explain(400, '{"download":["Enter a valid HTTPS URL"]}')).toMatch(
      /\(400\): download: Enter a valid HTTPS URL\. app-store-download-url must be/,
    )
    expect(explain(400, '{"signature":["This field may not be blank."]}')).toMatch(
      /\(400\): signature: This field may not be blank\. Correct what it names/,
    )
  })

  it('words that nobody foresaw, all of them', () => {
    const message = explain(400, '["The moon is full.","And it is Friday"]')
    expect(message).toMatch(
      /\(400\): The moon is full\.; And it is Friday\. Correct what it names and run this step again/,
    )
    expect(explain(400, 'plain text')).toMatch(/\(400\): plain text\. Correct/)
  })

  it.each(['', ' \n', '[]', '{}', '""', '[[]]'])('silence: %j', (body) => {
    expect(explain(400, body)).toMatch(/\(400\): it says nothing about why\. Its form may say more/)
  })
})

describe('what other answers mean', () => {
  it('401: not a token', () => {
    expect(explain(401, '{"detail":"Invalid token."}')).toBe(
      'The App Store did not take the release (401): Invalid token. app-store-token is not one that it knows. Copy it anew from https://apps.nextcloud.com/account/token into the secret.',
    )
  })

  it("403: another account's token", () => {
    const message = explain(403, '{"detail":"You do not have permission to perform this action."}')
    expect(message).toMatch(
      /an account that may not release this app\. Take the token of its owner or of a co-maintainer/,
    )
  })

  it('an HTML page: not the store, whatever the status', () => {
    for (const status of [200, 400, 401, 403, 404])
      expect(explain(status, '\ufeff <!DOCTYPE html><title>Just a moment</title>')).toMatch(
        new RegExp(`\\(${status}\\): it sent an HTML page instead of an answer\\. The API never does: is the address`),
      )
  })

  it('a redirect: not followed, because of the token', () => {
    expect(explain(302, '')).toMatch(/\(302\).*which is not followed: the token would go along/)
  })

  it('404 and 405: another address', () => {
    for (const status of [404, 405])
      expect(explain(status, '{"detail":"Not found."}')).toMatch(/Is the address of the store right\?$/)
  })

  it('204 and others that it does not have', () => {
    for (const status of [202, 204, 402, 410, 418]) expect(explain(status, '')).toContain(`(${status})`)
  })
})

describe('429 says when to come back', () => {
  const body = '{"detail":"Request was throttled. Expected available in 3601 seconds."}'
  it.each([
    ['in seconds', '60', 'after 2026-11-20 10:01 UTC'],
    ['in seconds, rounded up', '61', 'after 2026-11-20 10:02 UTC'],
    ['at once', '0', 'after 2026-11-20 10:00 UTC'],
    ['as a date', 'Fri, 20 Nov 2026 12:30:00 GMT', 'after 2026-11-20 12:30 UTC'],
    ['in its words, without a header', undefined, 'after 2026-11-20 11:01 UTC'],
    ['in its words, when the header is nonsense', 'soon', 'after 2026-11-20 11:01 UTC'],
    ['in its words, when the header is in the past', 'Fri, 20 Nov 2020 12:30:00 GMT', 'after 2026-11-20 11:01 UTC'],
    ['in its words, when the header is never', '99999999999999999999', 'after 2026-11-20 11:01 UTC'],
  ])('%s', (_, header, when) => {
    expect(explain(429, body, header)).toMatch(
      new RegExp(`It takes 100 uploads a day from one account\\. Run this step again ${when}\\.$`),
    )
  })

  it('though it does so with an HTML page', () => {
    expect(explain(429, '<html></html>', '60')).toMatch(/Run this step again after 2026-11-20 10:01 UTC\.$/)
  })

  it('or does not', () => expect(explain(429, '')).toMatch(/Run this step again tomorrow\.$/))
})

describe("the store's words", () => {
  it('never hold the token, however it echoes it', () => {
    for (const body of [
      TOKEN,
      `Token ${TOKEN}`,
      `{"detail":"Invalid token ${TOKEN}."}`,
      `{"${TOKEN}":["${TOKEN}"]}`,
      `["${'x'.repeat(380)}${TOKEN}"]`,
      `["${TOKEN.toUpperCase()}"]`,
      `{"detail":"${[...TOKEN].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')}"}`,
    ]) {
      for (const status of [400, 401, 403, 429]) explain(status, body)
      expect(wordsOf(body, TOKEN)).toContain('***')
    }
  })

  it('never hold a token with signs in it', () => {
    for (const token of ['a.b*c+d?e', '$&[x]{1}', '##[error]x', 'a::b::cccc', '\\d+(x)|y'])
      expect(wordsOf(JSON.stringify([`<${token}>`.slice(1)]), token)).toBe('***>')
  })

  it('can not command the runner, and are one line', () => {
    expect(wordsOf('["::error::x ##[error]y\\n\\u001b[31mred\\u202e"]', TOKEN)).toBe(
      ':\\u{3a}error:\\u{3a}x ##\\u{5b}error]y \\u{1b}[31mred\\u{202e}',
    )
  })

  it('are cut', () => {
    expect(wordsOf(JSON.stringify(['x'.repeat(10_000)]), TOKEN)).toBe(`${'x'.repeat(400)}…`)
  })

  it('are found in JSON of any shape, however deep', () => {
    expect(wordsOf('{"a":{"b":["c",1,null,true]}}', TOKEN)).toBe('a: b: c; a: b: 1; a: b: null; a: b: true')
    expect(wordsOf('['.repeat(20_000) + ']'.repeat(20_000), TOKEN)).toBe('it says nothing about why')
    expect(wordsOf('{"__proto__":["x"]}', TOKEN)).toBe('__proto__: x')
  })

  it('HTML is told from JSON', () => {
    for (const html of ['<html>', '\n<!DOCTYPE html>', '<?xml version="1.0"?>', '\ufeff<a>'])
      expect(isHtml(html)).toBe(true)
    for (const other of ['', '["<html>"]', 'x < y', '{}']) expect(isHtml(other)).toBe(false)
  })
})
