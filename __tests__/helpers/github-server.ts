import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Answer, Received } from './github-answer'

export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Starts a server; with credentials (PEM) it speaks https, under the name that they are for. */
export async function listen(
  serve: Serve,
  credentials?: { readonly key: string; readonly cert: string },
  name = 'localhost',
) {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    // A mistake in here ends the test that met it, not only by its timeout.
    serve(request, response).catch((error) => {
      response.destroy()
      throw error
    })
  }
  const server = credentials ? createSecureServer(credentials, listener) : createServer(listener)
  const host = credentials ? 'localhost' : '127.0.0.1'
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: credentials ? `https://${name}:${port}` : `http://${host}:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** What is known of a request when its head is there. */
export function receive(request: IncomingMessage): Received {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const { method = '', headers } = request
  return {
    method,
    path: pathname,
    query: searchParams,
    headers,
    body: undefined,
    receivedAt: performance.now(),
    status: undefined,
  }
}

/** The whole body; undefined when it broke off, or was broken off by us after so many bytes. */
export async function readBody(request: IncomingMessage, most = Number.POSITIVE_INFINITY): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= most) return undefined
    }
  } catch {
    return undefined
  }
  return most === Number.POSITIVE_INFINITY ? Buffer.concat(chunks) : undefined
}

/** @param cut bytes of the body after which the connection ends */
export function send(response: ServerResponse, { status, headers = {}, body }: Answer, cut?: number): void {
  const isText = typeof body === 'string' || Buffer.isBuffer(body)
  const bytes = Buffer.from(body === undefined ? '' : isText ? body : JSON.stringify(body))
  response.writeHead(status, {
    ...(isText || body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
    ...(status === 204 ? {} : { 'content-length': bytes.length }),
  })
  if (cut === undefined) response.end(bytes)
  else response.write(bytes.subarray(0, cut), () => response.destroy())
}
