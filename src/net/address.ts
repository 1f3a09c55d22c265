/** An address without what may be secret in it: user, password, query. */
export function shownAddress(url: string): string {
  const { protocol = '', host = '', pathname = '' } = URL.canParse(url) ? new URL(url) : {}
  return host ? `${protocol}//${host}${pathname}` : 'what was given'
}

/** True for the beginning of an https address; what follows may still be no host. */
export function isHttps(url: string): boolean {
  return /^https:\/\//i.test(url)
}
