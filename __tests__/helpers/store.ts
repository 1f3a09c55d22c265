import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { get } from 'node:https'
import { join } from 'node:path'
import { type Answer, says, status } from './answers'
import { startHttps } from './https-server'
import { temporaryFolder } from './tree'

/** What the store was sent. */
export interface Posted {
  readonly line: string
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** What a test store is told beforehand. */
export interface StoreSetup {
  readonly token: string
  /** The certificate that is registered for the app, PEM. */
  readonly certificate: string
  /** Root files of the hosts from which it downloads. */
  readonly roots: readonly string[]
  readonly host?: string
}

/**
 * A Nextcloud App Store on this machine. It downloads what it is pointed to by itself, and verifies the posted signature with
 * the openssl command against the registered certificate, unless it was told what to say instead.
 */
export async function startStore({ token, certificate, roots, host = 'store.example' }: StoreSetup) {
  const posted: Posted[] = []
  const taken = new Set<string>()
  const orders: Order[] = []
  const registered = { certificate }
  const ca = roots.map((file) => readFileSync(file, 'utf8'))
  const judge = async (post: Posted): Promise<Answer> => {
    if (post.line !== 'POST /api/v1/apps/releases') return status(404)
    if (post.headers.authorization !== `Token ${token}`) return says(401, { detail: 'Invalid token.' })
    const { download, signature, nightly } = JSON.parse(post.body) as Record<string, string>
    if (!download?.startsWith('https://')) return says(400, { download: ['Enter a valid HTTPS URL'] })
    const bytes = await downloadFrom(download, ca)
    if (!bytes) return says(400, [`${download.split('/').at(-1)} is not a valid tar.gz archive `])
    if (!isSignedBy(registered.certificate, signature ?? '', bytes))
      return says(400, ["Signature is invalid: [('rsa routines', '', 'bad signature')]"])
    const release = `${download} ${nightly}`
    const code = taken.has(release) ? 200 : 201
    taken.add(release)
    return status(code)
  }
  const server = await startHttps((request, response) => {
    void receive(request, response)
  }, host)
  async function receive(request: IncomingMessage, response: ServerResponse) {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const post = {
      line: `${request.method} ${request.url}`,
      headers: request.headers,
      body: Buffer.concat(pieces).toString(),
    }
    posted.push(post)
    const order = orders.shift()
    if (order?.kind === 'answer') return order.answer(response, request)
    const answer = await judge(post)
    if (order?.kind === 'lose') response.destroy()
    else answer(response, request)
  }
  return {
    ...server,
    /** The API's address for releases. */
    address: `${server.url}/api/v1/apps/releases`,
    posted,
    /** The releases that it took: download address and whether nightly. */
    taken,
    /** What it says to the next posts, whatever they are; then it is itself again. */
    say(...answers: readonly Answer[]): void {
      orders.push(...answers.map((answer) => ({ kind: 'answer', answer }) as const))
    },
    /** It does what it is asked, and the connection breaks before it can say so. */
    loseAnswer(): void {
      orders.push({ kind: 'lose' })
    },
    register(pem: string): void {
      registered.certificate = pem
    },
    reset(): void {
      posted.length = 0
      orders.length = 0
      taken.clear()
      registered.certificate = certificate
    },
  }
}

type Order = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'lose' }

/** By another way than the code under test: node:https, with these roots only. Redirects are followed, as the store does. */
function downloadFrom(url: string, ca: readonly string[], left = 10): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { ca: [...ca], rejectUnauthorized: true, agent: false }, (response) => {
      const { statusCode = 0, headers } = response
      if (headers.location && left > 0) {
        response.resume()
        resolve(downloadFrom(new URL(headers.location, url).href, ca, left - 1))
        return
      }
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', () => resolve(undefined))
      response.on('end', () => resolve(statusCode === 200 ? Buffer.concat(pieces) : undefined))
    })
    request.on('error', () => resolve(undefined))
  })
}

/** `openssl dgst -sha512 -verify`, with the public key of the certificate. */
export function isSignedBy(certificate: string, signature: string, bytes: Uint8Array): boolean {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder, name)
  writeFileSync(at('app.crt'), certificate)
  writeFileSync(at('signature'), Buffer.from(signature, 'base64'))
  writeFileSync(at('archive'), bytes)
  const key = spawnSync('openssl', ['x509', '-in', at('app.crt'), '-pubkey', '-noout', '-out', at('app.pub')])
  if (key.status !== 0) throw new Error(`openssl x509: ${key.stderr}`)
  const done = spawnSync('openssl', [
    'dgst',
    '-sha512',
    '-verify',
    at('app.pub'),
    '-signature',
    at('signature'),
    at('archive'),
  ])
  return done.status === 0 && done.stdout.toString().includes('Verified OK')
}
