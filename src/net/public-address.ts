import { BlockList, isIP } from 'node:net'
import { isHttps } from './address'

/** Networks that nobody outside reaches, or that stand for something else (IANA special-purpose address registries). */
const PRIVATE_NETWORKS: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

/** Endings of names that mean something on the spot only (RFC 6761, 6762, 8375, and ICANN's `.internal`). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/

const privateNetworks = new BlockList()
for (const [network, prefix, family] of PRIVATE_NETWORKS) privateNetworks.addSubnet(network, prefix, family)

/**
 * Whether a host is one that the public Internet can not have: a loopback, link-local or private IP address in any spelling,
 * or a name that means something on the spot only. Names are not looked up: many a company resolves its own public names to
 * private addresses inside, and it is from outside that the App Store asks.
 *
 * @param hostname as `URL` gives it: lower case, IPv4 with four decimals, IPv6 in brackets
 */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(bare)
  if (family) return privateNetworks.check(bare, family === 4 ? 'ipv4' : 'ipv6')
  const name = bare.replace(/\.$/, '').toLowerCase()
  return !name.includes('.') || PRIVATE_NAME.test(name)
}

/**
 * Why something is not an address from which anybody can download without signing in.
 *
 * @returns the rest of a sentence that begins with the address; undefined when nothing is wrong
 */
export function publicAddressProblem(url: string): string | undefined {
  if (!URL.canParse(url)) return 'is not an address'
  const { protocol, username, password, hostname } = new URL(url)
  if (!isHttps(url) || protocol !== 'https:') return 'is not an https address'
  if (username || password) return 'has a user name or a password in it'
  if (isPrivateHost(hostname)) return 'is on a private host, which nobody reaches from outside'
  return undefined
}
