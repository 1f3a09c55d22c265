import { copyFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actionBeside, commands, visible } from '../helpers/action'
import { startHttps } from '../helpers/https-server'
import { makeApp, realPath } from '../helpers/tree'
import { trustFile } from '../helpers/trust'

const LIST = trustFile('nextcloud/root.crl')
let server: Awaited<ReturnType<typeof startHttps>>
let asked: string[] = []
let answers: ((response: ServerResponse) => void)[] = []

beforeAll(async () => {
  server = await startHttps((request, response) => {
    asked.push(request.url ?? '')
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(response)
  })
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
})

const status =
  (code: number, body: string | Uint8Array = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end(body)
const damaged = Buffer.from(LIST.toString().replace(/(.{10})(=*\n-----END)/, 'AAAAAAAAAA$2'))

/** An app that a vendor signed, without its files: everything but the files is as the vendor's servers see it. */
function vendorApp(): string {
  const app = makeApp({ 'appinfo/info.xml': '<info><id>afterlogic</id><version>1</version></info>' })
  copyFileSync(realPath('afterlogic-nextcloud.json'), join(app, 'appinfo/signature.json'))
  return app
}

async function verify(inputs: Record<string, string> = {}, url = `${server.url}/nextcloud.crl`) {
  const env = { APPSIGN_NEXTCLOUD_CRL_URL: url, NODE_EXTRA_CA_CERTS: server.rootFile }
  const result = await actionBeside({ mode: 'verify', ...inputs }, vendorApp(), env)
  // The files of the app are not there; what is of interest is said besides.
  expect(result.outputs.verdict).toBe('failed')
  expect(visible(result.stdout)).not.toContain('EXCEPTION')
  const notices = commands(result.stdout, 'notice')
    .map(({ message }) => message)
    .filter((text) => text.includes('list'))
  const line = /^Revocation: .*$/m.exec(result.stdout)?.[0]
  return { line, notices, result }
}

const BUNDLED = 'Revocation: not revoked, by the bundled list number 104E of 2025-07-03'
const FETCHED = 'Revocation: not revoked, by the fetched list number 104E of 2025-07-03'

describe('the published list', () => {
  it('is fetched, checked, used and named', async () => {
    answers = [status(200, LIST)]
    const { line, notices, result } = await verify()
    expect(line).toBe(FETCHED)
    expect(notices).toEqual([])
    expect(asked).toEqual(['/nextcloud.crl'])
    expect(result.summary).toContain('by the fetched list number 104E of 2025-07-03')
  })

  it('is asked for once more after a failure of the server', async () => {
    answers = [status(500), status(200, LIST)]
    const { line } = await verify()
    expect(line).toBe(FETCHED)
    expect(asked).toHaveLength(2)
  })

  it('is asked for once more after a broken connection', async () => {
    answers = [(response) => response.destroy(), status(200, LIST)]
    const { line } = await verify()
    expect(line).toBe(FETCHED)
  })

  it.each<[string, (response: ServerResponse) => void, RegExp, number]>([
    ['404', status(404), /localhost:\d+ answered 404/, 1],
    ['500 twice', status(500), /localhost:\d+ answered 500/, 2],
    [
      'a redirect, though to the right list',
      status(302, '', { location: '/elsewhere' }),
      /redirects elsewhere, which is not followed/,
      1,
    ],
    ['an HTML page', status(200, '<!DOCTYPE html><html></html>'), /is not used: it can not be read/, 1],
    ['nothing', status(200, ''), /is not used: it can not be read \(it is empty\)/, 1],
    ['a list that is cut off', status(200, LIST.subarray(0, 900)), /is not used: it can not be read/, 1],
    ['a list with a wrong signature', status(200, damaged), /is not used: its signature is wrong/, 1],
    [
      "another authority's list",
      status(200, trustFile('owncloud/legacy.crl')),
      /is not used: it is by another issuer/,
      1,
    ],
    ['50 MB', status(200, Buffer.alloc(50 * 1024 * 1024)), /larger than 4 MiB/, 1],
    ['a connection that breaks off', (response) => response.destroy(), /can not be reached/, 2],
  ])('is replaced by the bundled one, with a notice, on %s', async (_, answer, says, tries) => {
    answers = [answer]
    const { line, notices } = await verify()
    expect(line).toBe(BUNDLED)
    expect(notices.join()).toMatch(says)
    expect(notices.join()).toContain('Revocation was checked against the list that comes with appsign')
    expect(asked).toHaveLength(tries)
  })

  it('is not fetched over http', async () => {
    const { line, notices } = await verify({}, 'http://localhost:1/nextcloud.crl')
    expect(line).toBe(BUNDLED)
    expect(notices.join()).toContain('is not an https address')
  })

  it('is not fetched from a server whose certificate nobody trusts', async () => {
    const app = vendorApp()
    answers = [status(200, LIST)]
    const result = await actionBeside({ mode: 'verify' }, app, { APPSIGN_NEXTCLOUD_CRL_URL: `${server.url}/x` })
    expect(result.stdout).toContain(BUNDLED)
    expect(asked).toEqual([])
  })

  it('is not fetched with revocation: bundled', async () => {
    const { line, notices } = await verify({ revocation: 'bundled' })
    expect(line).toBe(BUNDLED)
    expect(notices).toEqual([])
    expect(asked).toEqual([])
  })

  it('is not looked at with revocation: off, which is a warning', async () => {
    const { line, result } = await verify({ revocation: 'off' })
    expect(line).toBe('Revocation: not checked, it is off')
    expect(asked).toEqual([])
    expect(
      commands(result.stdout, 'warning')
        .map(({ message }) => message)
        .join(),
    ).toContain('revocation is off')
    expect(result.summary).toContain('REVOCATION_OFF')
  })
})
