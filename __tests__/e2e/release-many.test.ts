import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useLocalInternet } from '../helpers/local-internet'
import { authority, expectNothingPublished, RELEASE, release, startWorld, type World } from '../helpers/release-world'
import { INFO_XML, temporaryFolder, writeFiles } from '../helpers/tree'

useLocalInternet()
const APPS = ['calendar', 'notes']

/** A repository with two apps below apps/, each with its certificate. */
function monorepo(notes: Record<string, string> = {}): string {
  const root = temporaryFolder()
  for (const id of APPS) {
    writeFiles(join(root, 'apps', id), {
      'appinfo/info.xml': INFO_XML.replace('>activity<', `>${id}<`),
      'lib/a.php': `<?php // ${id}\n`,
      ...(id === 'notes' ? notes : {}),
    })
    writeFiles(root, { [`certificates/${id}.crt`]: authority.issue({ commonName: id }) })
  }
  return root
}

const PATHS = { path: 'apps/*', certificate: 'certificates' }
const PUBLISHED = ['calendar-1.2.3.tar.gz', 'notes-1.2.3.tar.gz']
const attached = ({ github }: World) => github.releases.map(({ assets }) => assets.map(({ name }) => name))

describe('a tag of several apps', () => {
  it('is one release with all packages, even where releases can not be changed once they are public', async () => {
    const world = await startWorld({ immutable: true })
    const result = await release(world, { ...RELEASE, ...PATHS }, {}, monorepo())
    expect(result.code, result.stdout).toBe(0)
    expect(attached(world)).toEqual([PUBLISHED])
    expect(world.github.releases).toMatchObject([{ draft: false, immutable: true }])
    expect(world.store.taken.size).toBe(2)
    const pages = JSON.parse(result.outputs['release-url'] ?? '') as string[]
    expect(pages).toHaveLength(2)
    expect(new Set(pages).size).toBe(1)
  })

  it('publishes nothing when the store would refuse one of them', async () => {
    const world = await startWorld()
    const root = monorepo({ 'appinfo/info.xml': INFO_XML.replace('>activity<', '>my-notes<') })
    writeFiles(root, { 'certificates/my-notes.crt': authority.issue({ commonName: 'my-notes' }) })
    const result = await release(world, { ...RELEASE, ...PATHS }, {}, root)
    expect(result.code).toBe(1)
    expect(result.error).toMatch(/The package was not published, because "my-notes" of the same run could not be\./)
    expect(result.error).toMatch(/it takes no app with the id "my-notes".*Nothing was attached to the release\./)
    expect(world.github.releases).toEqual([])
    expectNothingPublished(world)
  })

  it('publishes nothing when one of them can not be attached, and goes on from there', async () => {
    const world = await startWorld()
    const inputs = { ...RELEASE, ...PATHS }
    const root = monorepo()
    const fault = { status: 422, body: { message: 'no' } }
    world.github.fail({ method: 'POST', path: '/uploads/', after: 1, times: 20, what: fault })
    const result = await release(world, inputs, {}, root)
    expect(result.error).toMatch(/because "notes" of the same run could not be.*GitHub did not attach "notes/)
    expect(result.outputs.verdict).toBe('failed')
    expect(JSON.parse(result.outputs['app-store-signature'] ?? '')).toHaveLength(2)
    expectNothingPublished(world)
    world.github.heal()
    const again = await release(world, inputs, {}, root)
    expect(again.code, again.stdout).toBe(0)
    expect(attached(world)).toEqual([PUBLISHED])
  })

  it('publishes nothing when one of them can not be signed', async () => {
    const world = await startWorld()
    const result = await release(world, { ...RELEASE, ...PATHS }, {}, monorepo({ 'appinfo/info.xml': 'no XML' }))
    expect(result.error).toMatch(/info\.xml is not well-formed/)
    expect(result.error).toMatch(/Nothing was published, because not everything passed/)
    expect(JSON.parse(result.outputs.matrix ?? '')).toEqual({ include: [{ path: 'apps/calendar', app: 'calendar' }] })
    expectNothingPublished(world)
  })

  it('one that the store refuses does not keep it from the others', async () => {
    const world = await startWorld()
    world.store.say((response) => response.writeHead(400).end('["App id a does not match cert CN b"]'))
    const result = await release(world, { ...RELEASE, ...PATHS }, {}, monorepo())
    expect(result.code).toBe(1)
    expect(result.error).toMatch(/is for another app.*The package is attached to/)
    expect(result.stdout).toContain('App Store: notes is created')
  })

  it('has a package of each, and says so when they would be the same', async () => {
    const world = await startWorld()
    const inputs = { ...RELEASE, ...PATHS, package: 'build/{id}/app.tar.gz' }
    const result = await release(world, inputs, {}, monorepo())
    expect(result.error).toMatch(/the same name for "notes" as for "calendar"\. Put \{id\} into/)
    expectNothingPublished(world)
    const alone = await release(world, { ...PATHS, package: inputs.package }, {}, monorepo())
    expect(alone.code, alone.stdout).toBe(0)
  })

  it('does not publish the artifact of another app, or of another version', async () => {
    const world = await startWorld()
    const root = monorepo()
    const built = await release(world, { path: 'apps/calendar', certificate: 'certificates' }, {}, root)
    expect(built.code, built.stdout).toBe(0)
    const url = {
      'app-store-download-url': 'https://files.example/a.tar.gz',
      'app-store-token': RELEASE['app-store-token'],
    }
    const artifact = { package: '', artifact: 'build/calendar-1.2.3.tar.gz', ...url }
    const result = await release(world, { ...artifact, path: 'apps/notes', certificate: 'certificates' }, {}, root)
    expect(result.error).toMatch(/not exactly one artifact of this app and version/)
    expect(world.store.posted).toEqual([])
  })
})
