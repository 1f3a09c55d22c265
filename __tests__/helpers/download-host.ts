import { type Answer, status } from './answers'
import { startHttps } from './https-server'

/** What one request to a test server was. */
export interface Asked {
  readonly line: string
  readonly headers: Record<string, string | string[] | undefined>
}

/** An https host from which archives are downloaded, or certificates. What it does at which path is up to the test. */
export async function startDownloadHost(host = 'files.example') {
  const paths = new Map<string, Answer>()
  const asked: Asked[] = []
  const server = await startHttps((request, response) => {
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers })
    const answer = paths.get(request.url ?? '') ?? status(404)
    answer(response, request)
  }, host)
  return {
    ...server,
    asked,
    /** Decides what is at a path, and gives its address. */
    at(path: string, answer: Answer): string {
      paths.set(path, answer)
      return server.url + path
    },
    /** Forgets everything. */
    reset(): void {
      paths.clear()
      asked.length = 0
    },
  }
}
