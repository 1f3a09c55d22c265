import { describe, expect, it } from 'vitest'
import { COMMIT } from '../helpers/github'
import { useLocalInternet } from '../helpers/local-internet'
import { expectNothingPublished, onTag, RELEASE, release, startWorld } from '../helpers/release-world'
import { INFO_XML, makeApp } from '../helpers/tree'

useLocalInternet()
const RULE = /appinfo\/info\.xml says that "activity" is version "1\.2\.3"\. Nothing was signed\./

describe('the version of info.xml', () => {
  it.each([
    ['1.2.3', {}],
    ['activity-v1.2.3', {}],
    ['activity/1.2.3', {}],
    ['whatever', { 'expected-version': 'v1.2.3' }],
  ])('is what the tag %s says, or the input', async (tag, inputs) => {
    const world = await startWorld({ tags: { [tag]: COMMIT } })
    const result = await release(world, { ...RELEASE, ...inputs }, onTag(tag))
    expect(result.code, result.stdout).toBe(0)
    expect(world.github.releases).toMatchObject([{ tag_name: tag, draft: false }])
    expect(world.store.taken.size).toBe(1)
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['v1.2.4', {}, /The tag is "v1\.2\.4", and/],
    ['latest', {}, /The tag is "latest", which is no version, and/],
    ['calendar-v1.2.3', {}, /The tag is "calendar-v1\.2\.3", and/],
    ['v1.2.3', { 'expected-version': '2.0.0' }, /expected-version is "2\.0\.0", and/],
  ])('is not what the tag %s or the input says: nothing is done', async (tag, inputs, says) => {
    const world = await startWorld({ tags: { [tag]: COMMIT } })
    const result = await release(world, { ...RELEASE, ...inputs }, onTag(tag))
    expect(result.code).toBe(1)
    expect(result.error).toMatch(says)
    expect(result.error).toMatch(RULE)
    expect(world.github.requests).toEqual([])
    expectNothingPublished(world)
  })

  it('with a suffix makes a prerelease', async () => {
    const app = makeApp({ 'appinfo/info.xml': INFO_XML.replace('1.2.3', '1.2.3-beta.1') })
    const world = await startWorld({ tags: { 'v1.2.3-beta.1': COMMIT } })
    const result = await release(world, RELEASE, onTag('v1.2.3-beta.1'), app)
    expect(result.code, result.stdout).toBe(0)
    expect(world.github.releases).toMatchObject([{ draft: false, prerelease: true }])
  })
})
