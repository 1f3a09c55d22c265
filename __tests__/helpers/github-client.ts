import { COMMIT, type GitHub } from './github'

/** The least that makes a check run. */
export const RUN = { name: 'App signature', head_sha: COMMIT }

/** A client of the local GitHub that does as it is told. */
export function clientOf(github: GitHub) {
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${github.url}/repos/${github.repository}${path}`, {
      method,
      headers: { authorization: `Bearer ${github.token}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
}

/** The status and the message of an answer. */
export async function refusal(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer
  return [response.status, ((await response.json()) as { message: string }).message]
}
