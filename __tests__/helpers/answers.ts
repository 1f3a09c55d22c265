import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What a test server does with one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void

export const status =
  (code: number, body: string | Uint8Array = '', headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body)

export const serves = (bytes: Uint8Array, headers: Record<string, string> = {}) => status(200, bytes, headers)

/** JSON, as the store's API answers. */
export const says = (code: number, value: unknown, headers: Record<string, string> = {}) =>
  status(code, JSON.stringify(value), { 'content-type': 'application/json', ...headers })

export const redirects = (location: string, code = 302) => status(code, '', { location })

/** Packed on the way, which whoever asks undoes. */
export const packed = (bytes: Uint8Array) => status(200, gzipSync(bytes), { 'content-encoding': 'gzip' })

/** The host unpacks what it should serve as it is: whoever asks gets a tar. */
export const unpacked = (gzipped: Uint8Array) => status(200, gzipped, { 'content-encoding': 'gzip' })

export const breaks: Answer = (response) => response.destroy()

/** Promises all, sends half and is gone. */
export const truncates =
  (bytes: Uint8Array): Answer =>
  (response) => {
    response
      .writeHead(200, { 'content-length': String(bytes.length) })
      .write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
  }

/** Says nothing, for as long as anybody waits. */
export const hangs: Answer = () => undefined

/** Begins, and then says nothing any more. */
export const stalls: Answer = (response) => {
  response.writeHead(200).write('x')
}

/** Never comes to an end. */
export const endless: Answer = (response) => {
  response.writeHead(200)
  const more = () => {
    if (!response.destroyed) response.write(Buffer.alloc(1 << 20, 7), more)
  }
  more()
}

/** Answers one after the other; the last one stays. */
export function inTurn(first: Answer, ...rest: readonly Answer[]): Answer {
  const left = [first, ...rest]
  return (response, request) => {
    const answer = left.length > 1 ? left.shift() : left[0]
    answer?.(response, request)
  }
}
