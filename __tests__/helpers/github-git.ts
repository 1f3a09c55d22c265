import type { components } from '@octokit/openapi-types'
import { type Route, refuse } from './github-answer'
import { commitOf, type Repository, targetCommit } from './github-repository'

/** References, annotated tags and commits of the repository. */
export function serveGit(repository: Repository): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/git\/ref\/(tags|heads)(?:\/|%2F)(.+)$/i,
      needs: ['contents', 'read'],
      handle: (_, [kind = '', name = '']) => ({ status: 200, body: showReference(repository, kind, name) }),
    },
    {
      method: 'GET',
      path: /^\/git\/tags\/([0-9a-f]{40})$/,
      needs: ['contents', 'read'],
      handle: (_, [sha = '']) => ({ status: 200, body: showTag(repository, sha) }),
    },
    {
      method: 'GET',
      path: /^\/commits\/(.+)$/,
      needs: ['contents', 'read'],
      handle: (_, [ref = '']) => ({ status: 200, body: showCommit(repository, ref) }),
    },
  ]
}

function showReference(repository: Repository, kind: string, name: string): components['schemas']['git-ref'] {
  const { apiUrl, path, tags, branches } = repository
  const found = (kind === 'tags' ? tags : branches).get(name) ?? refuse(404, 'Not Found')
  const object = typeof found === 'string' ? { sha: found, type: 'commit' } : { sha: found.tag, type: 'tag' }
  const url = `${apiUrl}${path}/git`
  return {
    ref: `refs/${kind}/${name}`,
    node_id: 'REF_1',
    url: `${url}/refs/${kind}/${name}`,
    object: { ...object, url: `${url}/${object.type}s/${object.sha}` },
  }
}

function showTag({ apiUrl, path, tags }: Repository, sha: string): components['schemas']['git-tag'] {
  for (const [name, tag] of tags) {
    if (typeof tag === 'string' || tag.tag !== sha) continue
    const url = `${apiUrl}${path}/git`
    return {
      node_id: 'TA_1',
      tag: name,
      sha,
      url: `${url}/tags/${sha}`,
      message: name,
      tagger: { name: 'Mona', email: 'mona@example.org', date: '2026-11-01T00:00:00Z' },
      object: { sha: tag.commit, type: 'commit', url: `${url}/commits/${tag.commit}` },
    }
  }
  return refuse(404, 'Not Found')
}

function showCommit(repository: Repository, ref: string): components['schemas']['commit'] {
  const { apiUrl, path, htmlUrl, tags } = repository
  const tag = tags.get(ref.replace(/^tags\//, ''))
  const sha = targetCommit(repository, ref.replace(/^heads\//, '')) ?? (tag && commitOf(tag))
  if (sha === undefined) refuse(422, `No commit found for SHA: ${ref}`)
  const url = `${apiUrl}${path}/commits/${sha}`
  const author = { name: 'Mona', email: 'mona@example.org', date: '2026-11-01T00:00:00Z' }
  return {
    ...{ url, sha, node_id: 'C_1', html_url: `${htmlUrl}/commit/${sha}`, comments_url: `${url}/comments` },
    commit: {
      url: `${apiUrl}${path}/git/commits/${sha}`,
      author,
      committer: author,
      message: 'A commit',
      comment_count: 0,
      tree: { sha, url: `${apiUrl}${path}/git/trees/${sha}` },
    },
    author: null,
    committer: null,
    parents: [],
  }
}
