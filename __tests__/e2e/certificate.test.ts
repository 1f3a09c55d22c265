import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Answer, inTurn, redirects, serves, status } from '../helpers/answers'
import { rsaKey } from '../helpers/certificates'
import { useLocalInternet } from '../helpers/local-internet'
import { authority, certificate, expectNothingPublished, RELEASE, release, startWorld } from '../helpers/release-world'
import { isSignedBy } from '../helpers/store'
import { INFO_XML, makeApp, realPath } from '../helpers/tree'

useLocalInternet()
const FETCHED = { ...RELEASE, certificate: '' }
const pem = (text: string) => serves(Buffer.from(text))
const otherKey = rsaKey('another key of the app')
/** As Nextcloud issued it, and revoked it. */
const revoked = (JSON.parse(readFileSync(realPath('revoked-nextcloud.json'), 'utf8')) as { certificate: string })
  .certificate

describe("a certificate from Nextcloud's public list", () => {
  it('is fetched when none is given, and asked for again after a failure', async () => {
    const world = await startWorld()
    world.files.at('/certificates/activity/activity.crt', inTurn(status(500), pem(certificate)))
    const result = await release(world, FETCHED)
    expect(result.code, result.stdout).toBe(0)
    expect(result.outputs['certificate-expires']).toMatch(/^\d{4}-\d\d-\d\d$/)
    const [asset] = world.github.releases[0]?.assets ?? []
    expect(isSignedBy(certificate, result.outputs['app-store-signature'] ?? '', asset?.bytes ?? Buffer.alloc(0))).toBe(
      true,
    )
  })

  it.each<[string, Answer, RegExp]>([
    ['is an HTML page', pem('<!doctype html><html></html>'), /it is an HTML page\. Pass certificate\./],
    ['is empty', pem(''), /it is empty/],
    ["is another app's", pem(authority.issue({ commonName: 'calendar' })), /it is for "calendar", not for "activity"/],
    ['is not there', status(404), /Nextcloud has not published one for the app "activity"/],
    ['can not be had', status(500), /could not be fetched: .*answered 500/],
    ['is somewhere else', redirects('https://files.example/'), /could not be fetched/],
    [
      'is of another key',
      pem(authority.issue({ key: otherKey })),
      /private-key does not belong to the certificate that was fetched from https:\/\/files\.example/,
    ],
  ])('that %s is refused before anything is signed', async (_, answer, says) => {
    const world = await startWorld()
    world.files.at('/certificates/activity/activity.crt', answer)
    const result = await release(world, FETCHED)
    expect(result).toMatchObject({ code: 1, error: expect.stringMatching(says) })
    expect(world.github.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expectNothingPublished(world)
  })

  it('that is revoked is refused: nobody but its owner has the key to come as far as the list', async () => {
    const world = await startWorld()
    const id =
      /CN=([\w-]+)/.exec(
        (await import('../../src/pki/certificate')).parseCertificates(revoked, 'x')[0]?.subject.text ?? '',
      )?.[1] ?? ''
    world.files.at(`/certificates/${id}/${id}.crt`, pem(revoked))
    const app = makeApp({ 'appinfo/info.xml': INFO_XML.replace('>activity<', `>${id}<`) })
    const result = await release(world, FETCHED, {}, app)
    expect(result).toMatchObject({ code: 1, error: expect.stringMatching(/private-key does not belong/) })
    const rehearsed = await release(world, { mode: 'check', certificate: revoked, revocation: 'bundled' }, {}, app)
    expect(rehearsed.code).toBe(1)
    expect(rehearsed.stdout).toMatch(/revoked/)
    expectNothingPublished(world)
  })

  it('does not exist for ownCloud', async () => {
    const world = await startWorld()
    const result = await release(world, { ...FETCHED, server: 'owncloud' })
    expect(result.error).toMatch(/only Nextcloud publishes the certificates of apps/)
    expect(world.files.asked).toEqual([])
  })
})
