import { marked } from 'marked'

/** What summaries are made of; anything else has come from a name. */
const OURS = new Set(
  'h2 h3 h4 p strong em code pre br sub hr details summary table thead tbody tr th td blockquote span'.split(' '),
)

/** Markdown as a page: GitHub's dialect, read by a parser of its own. */
export function renderGfm(markdown: string): string {
  return marked.parse(markdown, { gfm: true, async: false })
}

/** Elements of a page that no summary has, with their attributes where it has none. */
export function foreignElements(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9-]*)([^>]*)>/gi)]
    .filter(
      ([, name = '', rest = '']) =>
        !OURS.has(name.toLowerCase()) || !/^( open| align="\w+"| class="language-mermaid")?$/.test(rest),
    )
    .map(([tag]) => tag)
}

/** The text that a reader sees. */
export function textOf(html: string): string {
  return html
    .replace(/<!--.*?-->|<\/?span>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}
