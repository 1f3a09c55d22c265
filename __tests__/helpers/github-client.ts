import { COMMIT, type GitHub } from './github'

/** The least that makes a check run. */
export const RUN = { name: 'App signature', head_sha: COMMIT }

/** A client of the local GitHub that does as it is told. A path that begins with http is the whole address. */
export function clientOf(github: GitHub) {
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(path.startsWith('http') ? path : `${github.url}/repos/${github.repository}${path}`, {
      method,
      headers: { authorization: `Bearer ${github.token}`, ...headers },
      ...(body === undefined ? {} : { body: encode(body) }),
    })
}

function encode(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** The status and the message of an answer. */
export async function refusal(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer
  return [response.status, ((await response.json()) as { message: string }).message]
}

/** The status of an answer and its JSON, of the type that the API's description gives it. */
export async function json<T>(answer: Promise<Response>): Promise<{ status: number; body: T }> {
  const response = await answer
  return { status: response.status, body: (await response.json()) as T }
}
