import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { follow, MAX_REDIRECTS } from '../../src/net/follow'
import { Refusal } from '../../src/net/retry'
import { redirects, serves, status } from '../helpers/answers'
import { startDownloadHost } from '../helpers/download-host'
import { useLocalInternet } from '../helpers/local-internet'

useLocalInternet()
let host: Awaited<ReturnType<typeof startDownloadHost>>
let other: Awaited<ReturnType<typeof startDownloadHost>>
beforeAll(async () => {
  host = await startDownloadHost()
  other = await startDownloadHost('objects.example')
})
afterAll(() => {
  host.close()
  other.close()
})
beforeEach(() => {
  host.reset()
  other.reset()
})

const get = async (url: string) => (await follow(url, 20_000)).text()
const refusal = async (url: string) => {
  const [settled] = await Promise.allSettled([follow(url, 20_000)])
  if (settled.status === 'fulfilled') throw new Error('it was followed')
  expect(settled.reason).toBeInstanceOf(Refusal)
  return (settled.reason as Error).message
}

describe('follow goes', () => {
  it.each([301, 302, 303, 307, 308])('along the redirect %d to another host, as GitHub has it', async (code) => {
    const to = other.at('/a?signature=s3cret', serves(Buffer.from('bytes')))
    expect(await get(host.at('/a', redirects(to, code)))).toBe('bytes')
    for (const { headers } of [...host.asked, ...other.asked]) {
      expect(headers.authorization).toBeUndefined()
      expect(headers.cookie).toBeUndefined()
      expect(headers.referer).toBeUndefined()
    }
  })

  it('along relative redirects', async () => {
    host.at('/b/c', serves(Buffer.from('bytes')))
    expect(await get(host.at('/a', redirects('/b/c')))).toBe('bytes')
    expect(await get(host.at('/b/d', redirects('c')))).toBe('bytes')
  })

  it(`along ${MAX_REDIRECTS} redirects and no further`, async () => {
    for (let step = 1; step < 10; step++) host.at(`/${step}`, redirects(`/${step + 1}`))
    host.at(`/${MAX_REDIRECTS}`, serves(Buffer.from('bytes')))
    const start = host.at('/0', redirects('/1'))
    expect(await get(start)).toBe('bytes')
    host.at(`/${MAX_REDIRECTS}`, redirects(`/${MAX_REDIRECTS + 1}`))
    host.asked.length = 0
    expect(await refusal(start)).toMatch(/\/0 redirects more than 5 times$/)
    expect(host.asked).toHaveLength(MAX_REDIRECTS + 1)
  })

  it('nowhere when there is no need: other answers are given as they are', async () => {
    expect((await follow(host.at('/a', status(404)), 20_000)).status).toBe(404)
    expect((await follow(host.at('/b', status(304)), 20_000)).status).toBe(304)
    expect((await follow(host.at('/c', status(302)), 20_000)).status).toBe(302)
  })
})

describe('follow does not go', () => {
  it.each([
    [
      'to http',
      'http://objects.example/a?token=s3cret',
      /^https:\/\/files\.example:\d+\/a redirects to http:\/\/objects\.example\/a is not an https address$/,
    ],
    [
      'to a private host',
      'https://169.254.169.254/latest',
      / redirects to https:\/\/169\.254\.169\.254\/latest is on a private host/,
    ],
    ['to this machine', 'https://localhost:1/', / is on a private host/],
    [
      'to this machine, in another spelling',
      'https://0x7f.1/',
      / redirects to https:\/\/127\.0\.0\.1\/ is on a private host/,
    ],
    [
      'with a password',
      'https://user:s3cret@objects.example/',
      / redirects to https:\/\/objects\.example\/ has a user name/,
    ],
    ['to a file', 'file:///etc/hostname', / is not an https address$/],
    ['to what is no address', 'https://a b:c/', /^files\.example:\d+ redirects to something that is not an address$/],
  ])('%s', async (_, location, message) => {
    const said = await refusal(host.at('/a', redirects(location)))
    expect(said).toMatch(message)
    expect(said).not.toContain('s3cret')
    expect(host.asked).toHaveLength(1)
    expect(other.asked).toHaveLength(0)
  })

  it('anywhere from an address that is not public itself', async () => {
    expect(await refusal('http://files.example/a')).toBe('http://files.example/a is not an https address')
    expect(await refusal(host.url.replace('files.example', 'localhost'))).toMatch(/is on a private host/)
    expect(host.asked).toHaveLength(0)
  })

  it('round and round', async () => {
    expect(await refusal(host.at('/a', redirects('/a')))).toMatch(/redirects more than 5 times$/)
  })
})
