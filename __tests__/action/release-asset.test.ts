import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { faults } from '../helpers/github'
import {
  asset,
  BYTES,
  github,
  MARK,
  NAME,
  OLD_BYTES,
  other,
  refused,
  release,
  start,
  state,
  stateWith,
  TAG,
  writes,
} from '../helpers/release-run'

describe('other bytes of the same name', () => {
  it('are an error in a first run, and say where they are', async () => {
    await start({ releases: [{ tag_name: TAG, assets: [other] }] })
    expect(await refused()).toMatch(/another "activity-1\.2\.3\.tar\.gz".*no re-run of the same commit.*new version/)
    expect(writes()).toEqual([])
    expect(state()).toMatchObject(stateWith(OLD_BYTES))
  })

  it('are replaced in a re-run, and on the draft that an earlier run made', async () => {
    await start({ releases: [{ tag_name: TAG, assets: [other] }] })
    expect(await release({ attempt: 2 })).toMatchObject({ uploaded: 'replaced' })
    expect(state()).toMatchObject(stateWith(BYTES))
    await github.close()
    await start({ releases: [{ tag_name: TAG, draft: true, body: MARK, assets: [other] }] })
    expect(await release()).toMatchObject({ uploaded: 'replaced', draft: false })
    expect(state()).toMatchObject(stateWith(BYTES))
  })

  it("are an error on a maintainer's draft, and on an immutable release even in a re-run", async () => {
    await start({ releases: [{ tag_name: TAG, draft: true, assets: [other] }] })
    expect(await refused()).toContain('no re-run')
    await github.close()
    await start({ immutable: true, releases: [{ tag_name: TAG, assets: [other] }] })
    expect(await refused({ attempt: 2 })).toContain('is immutable. Release a new version')
    expect(state()).toMatchObject(stateWith(OLD_BYTES))
  })

  it('are told by their digest without a download, or by a download where there is no digest', async () => {
    const alike = { ...other, bytes: Buffer.from('the PACKAGE') }
    const downloads = () => github.requests.filter(({ path }) => path.startsWith('/download/')).length
    await start({ releases: [{ tag_name: TAG, assets: [alike] }] })
    expect(await refused()).toContain('no re-run')
    expect(downloads()).toBe(0)
    const [{ id = 0 } = {}] = github.releases[0]?.assets ?? []
    const body = [{ id, name: NAME, state: 'uploaded', size: BYTES.length }]
    github.fail({ path: /\/releases\/\d+\/assets$/, what: { status: 200, body } })
    expect(await refused()).toContain('no re-run')
    expect(downloads()).toBe(1)
  })

  it('read back are an error, and what was uploaded is taken away again', async () => {
    await start({ downloads: { bytes: Buffer.from('THE PACKAGE') } })
    const message = await refused()
    expect(message).toContain(createHash('sha256').update('THE PACKAGE').digest('hex'))
    expect(state()).toMatchObject([{ draft: true, assets: [] }])
    github.downloads.bytes = undefined
    expect(await release()).toMatchObject({ draft: false })
    expect(state()).toMatchObject(stateWith(BYTES))
  })

  it('read back are no reason to delete what was there before, and too many of them are not read', async () => {
    await start({ releases: [{ tag_name: TAG, assets: [asset] }], downloads: { bytes: Buffer.alloc(1 << 20) } })
    expect(await refused()).toMatch(/larger than the 11 bytes/)
    expect(state()).toMatchObject(stateWith(BYTES))
  })
})

describe('an upload', () => {
  it('that breaks off is cleaned up and done again', async () => {
    for (const what of [{ truncate: 4 }, faults.badGateway, { close: 'after' }, { close: 'before' }] as const) {
      await start()
      github.fail({ path: '/uploads/', times: 2, what })
      expect(await release()).toMatchObject({ uploaded: 'new', draft: false })
      expect(state()).toMatchObject(stateWith(BYTES))
      await github.close()
    }
  })

  it('that breaks off to the end leaves nothing in the way', async () => {
    await start()
    github.fail({ path: '/uploads/', times: 5, what: faults.badGateway })
    expect(await refused()).toContain('502')
    expect(state()).toMatchObject([{ draft: true, assets: [] }])
    expect(await release()).toMatchObject({ created: false, draft: false })
  })

  it('of an earlier run that broke off does not stand in the way, though it shows late', async () => {
    const starter = { ...asset, state: 'starter' } as const
    await start({ releases: [{ tag_name: TAG, assets: [starter] }] })
    expect(await release()).toMatchObject({ uploaded: 'new' })
    expect(state()).toMatchObject(stateWith(BYTES))
    await github.close()
    await start({ releases: [{ tag_name: TAG, assets: [starter] }] })
    github.fail({ path: /\/releases\/\d+\/assets$/, method: 'GET', what: { status: 200, body: [] } })
    expect(await release()).toMatchObject({ uploaded: 'new' })
    expect(state()).toMatchObject(stateWith(BYTES))
  })
})
