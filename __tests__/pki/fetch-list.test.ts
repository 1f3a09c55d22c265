import dns from 'node:dns'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchList, MAX_LIST_SIZE } from '../../src/pki/fetch-list'
import { startHttps } from '../helpers/https-server'

let server: Awaited<ReturnType<typeof startHttps>>
let asked: string[] = []
let answers: ((response: ServerResponse) => void)[] = []

beforeAll(async () => {
  server = await startHttps((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(response)
  })
})
afterAll(() => server.close())

// The roots of a process are read at its start: this file's process trusts the server of this file by not looking. That
// an unknown certificate is refused is tested below, and with the bundle in e2e/revocation.
const { NODE_TLS_REJECT_UNAUTHORIZED: before } = process.env
beforeEach(() => {
  asked = []
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
})
afterEach(() => {
  if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
})

const status =
  (code: number, body: string | Uint8Array = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end(body)
const breaks = (response: ServerResponse) => response.destroy()
const breaksInside = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '1000' }).write('x'.repeat(500), () => response.destroy())
}
const get = (path = '/list.crl') => fetchList(`${server.url}${path}`)
const refusal = async (url = `${server.url}/list.crl`) => {
  const error = await fetchList(url).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error)) throw new Error('nothing was thrown')
  expect(error.message).not.toMatch(/[\n\r]/)
  return error.message
}

describe('fetchList gives', () => {
  it('the bytes as they are', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    answers = [status(200, bytes)]
    expect(Buffer.from(await get('/a/b.crl?c=d')).equals(bytes)).toBe(true)
    expect(asked).toEqual(['GET /a/b.crl?c=d'])
  })

  it('an answer to https in capitals', async () => {
    answers = [status(200, 'good')]
    expect(Buffer.from(await fetchList(server.url.replace('https', 'HTTPS'))).toString()).toBe('good')
  })

  it('nothing, when that is the answer', async () => {
    answers = [status(200)]
    expect(await get()).toHaveLength(0)
  })

  it('what comes in pieces', async () => {
    answers = [
      (response) => {
        response.writeHead(200)
        response.write('one ', () => response.write('two ', () => response.end('three')))
      },
    ]
    expect(Buffer.from(await get()).toString()).toBe('one two three')
  })

  it('as much as the limit, and no byte more', async () => {
    answers = [status(200, Buffer.alloc(MAX_LIST_SIZE, 7))]
    expect(await get()).toHaveLength(MAX_LIST_SIZE)
    answers = [status(200, Buffer.alloc(MAX_LIST_SIZE + 1, 7))]
    expect(await refusal()).toBe('the answer is larger than 4 MiB')
    expect(asked).toHaveLength(2)
  })

  it('no more than the limit of an answer without an end', async () => {
    answers = [
      (response) => {
        response.writeHead(200)
        const more = () => {
          if (!response.destroyed) response.write(Buffer.alloc(1 << 20), more)
        }
        more()
      },
    ]
    expect(await refusal()).toBe('the answer is larger than 4 MiB')
    expect(asked).toHaveLength(1)
  })
})

describe('fetchList tries once more after', () => {
  it.each<[string, (response: ServerResponse) => void, RegExp]>([
    ['500', status(500), /^localhost:\d+ answered 500$/],
    ['502', status(502, '<html>'), /^localhost:\d+ answered 502$/],
    ['503', status(503), /^localhost:\d+ answered 503$/],
    ['429', status(429), /^localhost:\d+ answered 429$/],
    ['a connection that breaks', breaks, /^localhost:\d+ can not be reached \(.+\)$/],
    ['a connection that breaks inside the body', breaksInside, /./],
  ])('%s, and says so when that is no better', async (_, answer, says) => {
    answers = [answer, status(200, 'good')]
    expect(Buffer.from(await get()).toString()).toBe('good')
    expect(asked).toHaveLength(2)
    asked = []
    answers = [answer]
    expect(await refusal()).toMatch(says)
    expect(asked).toHaveLength(2)
  })

  it('one failure only', async () => {
    answers = [status(500), status(500), status(200, 'good')]
    expect(await refusal()).toMatch(/answered 500/)
  })

  it('a failure, and takes what comes then for an answer', async () => {
    answers = [status(500), status(404)]
    expect(await refusal()).toMatch(/answered 404/)
  })
})

describe('fetchList takes for an answer, and asks once only,', () => {
  it.each([201, 204, 400, 401, 403, 404, 410])('%d', async (code) => {
    answers = [status(code)]
    expect(await refusal()).toMatch(new RegExp(`^localhost:\\d+ answered ${code}$`))
    expect(asked).toHaveLength(1)
  })

  it.each([301, 302, 303, 307, 308])('the redirect %d, which it does not follow', async (code) => {
    answers = [status(code, '', { location: `${server.url}/elsewhere` }), status(200, 'elsewhere')]
    expect(await refusal()).toMatch(/^localhost:\d+ redirects elsewhere, which is not followed$/)
    expect(asked).toEqual(['GET /list.crl'])
  })
})

describe('fetchList asks nobody', () => {
  it('over http', async () => {
    let visits = 0
    const plain = createServer((_, response) => {
      visits++
      response.end('list')
    })
    await new Promise<void>((resolve) => plain.listen(0, 'localhost', resolve))
    const url = `http://localhost:${(plain.address() as AddressInfo).port}/list.crl`
    expect(await refusal(url)).toBe(`${url} is not an https address`)
    plain.close()
    expect(visits).toBe(0)
  })

  it.each([
    '',
    'list.crl',
    'file:///etc/hostname',
    'data:,list',
    'ftp://localhost/',
    ' https://localhost/',
    '//localhost/',
  ])('at %j', async (url) => {
    expect(await refusal(url)).toMatch(/ is not an https address$/)
  })

  it('shows no password and no query of an address', async () => {
    const said = await refusal('http://bob:s3cret@localhost:1/list.crl?token=abc')
    expect(said).toBe('http://localhost:1/list.crl is not an https address')
    expect(await refusal('https://bob:s3cret@localhost:1/list.crl')).not.toContain('s3cret')
  })

  it('at an address that is none', async () => {
    expect(await refusal('https://')).toBeTruthy()
    expect(await refusal('https://a b/')).toBeTruthy()
  })

  it('whose name nobody knows', async () => {
    expect(await refusal('https://nowhere.invalid/list.crl')).toMatch(/^nowhere\.invalid can not be reached \(.+\)$/)
  })

  it('whose port is closed, and says why', async () => {
    const gone = await startHttps(() => undefined)
    gone.close()
    expect(await refusal(`${gone.url}/list.crl`)).toMatch(/^localhost:\d+ can not be reached \(.*ECONNREFUSED.*\)$/)
  })

  // What Node throws for a host with several addresses, as the vendors' have, is an AggregateError without a message.
  it('none of whose addresses answers, and says why', async () => {
    const gone = await startHttps(() => undefined)
    gone.close()
    const { lookup } = dns
    // The only way to a name with two addresses that every machine has.
    const twice = [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]
    dns.lookup = ((_: string, __: object, answer: (error: null, found: typeof twice) => void) =>
      answer(null, twice)) as unknown as typeof dns.lookup
    try {
      expect(await refusal(`${gone.url.replace('localhost', 'two.invalid')}/list.crl`)).toMatch(
        /^two\.invalid:\d+ can not be reached \(.*ECONNREFUSED.*\)$/,
      )
    } finally {
      dns.lookup = lookup
    }
  })

  it('whose certificate is not trusted', async () => {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    let visits = 0
    const stranger = await startHttps((_, response) => {
      visits++
      response.end('list')
    })
    expect(await refusal(`${stranger.url}/list.crl`)).toMatch(/can not be reached \(.*certificate.*\)/)
    stranger.close()
    expect(visits).toBe(0)
  })
})

describe('a failure', () => {
  it('shows no password and no query of the address', async () => {
    for (const answer of [status(404), status(500), breaks, status(302, '', { location: '/secret' })]) {
      answers = [answer]
      expect(await refusal(`${server.url.replace('//', '//user:secret@')}/a.crl?token=secret`)).not.toContain('secret')
      expect(await refusal(`${server.url}/a.crl?token=secret`)).not.toContain('secret')
    }
  })
})
