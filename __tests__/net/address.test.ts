import { describe, expect, it } from 'vitest'
import { shownAddress } from '../../src/net/address'
import { isPrivateHost, publicAddressProblem } from '../../src/net/public-address'

const hostname = (host: string) => new URL(`https://${host}/`).hostname

describe('isPrivateHost says yes to', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'api.localhost',
    'printer.local',
    'build.corp',
    'metadata.google.internal',
    'nas.home.arpa',
    'nas.lan',
    'intranet',
    'store',
    '127.0.0.1',
    '127.8.9.10',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:10.0.0.1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
  ])('%s', (host) => expect(isPrivateHost(hostname(host))).toBe(true))
})

describe('isPrivateHost says no to', () => {
  it.each([
    'github.com',
    'objects.githubusercontent.com',
    'github.com.',
    'localhost.com',
    'local.example',
    'notlocal.example',
    'internal.example.org',
    'mycorp.com',
    '8.8.8.8',
    '11.0.0.1',
    '126.255.255.255',
    '128.0.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '100.63.255.255',
    '100.128.0.1',
    '[2606:4700::1111]',
    '[::ffff:8.8.8.8]',
  ])('%s', (host) => expect(isPrivateHost(hostname(host))).toBe(false))
})

describe('publicAddressProblem', () => {
  it.each([
    'https://github.com/a/b/releases/download/v1/b.tar.gz',
    'HTTPS://github.com/',
    'https://files.example:8443/a.tar.gz?job=package#x',
  ])('finds none in %s', (url) => expect(publicAddressProblem(url)).toBeUndefined())

  it.each([
    ['', 'is not an address'],
    ['b.tar.gz', 'is not an address'],
    ['//github.com/b.tar.gz', 'is not an address'],
    ['https://', 'is not an address'],
    ['https://a b/', 'is not an address'],
    ['http://github.com/b.tar.gz', 'is not an https address'],
    ['ftp://github.com/b.tar.gz', 'is not an https address'],
    ['file:///etc/hostname', 'is not an https address'],
    ['data:,x', 'is not an https address'],
    ['https://user@github.com/', 'has a user name or a password in it'],
    ['https://user:secret@github.com/', 'has a user name or a password in it'],
    ['https://:secret@github.com/', 'has a user name or a password in it'],
    ['https://github.com@127.0.0.1/', 'has a user name or a password in it'],
    ['https://localhost/b.tar.gz', 'is on a private host, which nobody reaches from outside'],
    ['https://0x7f.1/b.tar.gz', 'is on a private host, which nobody reaches from outside'],
    ['https://[::1]:8443/b.tar.gz', 'is on a private host, which nobody reaches from outside'],
  ])('of %j is that it %s', (url, problem) => expect(publicAddressProblem(url)).toBe(problem))

  // `URL` forgives these; not everybody does.
  it.each([' https://github.com/', 'https:github.com', 'https:/github.com', '\thttps://github.com/'])(
    'refuses the sloppy spelling %j',
    (url) => expect(publicAddressProblem(url)).toBe('is not an https address'),
  )
})

describe('shownAddress', () => {
  it.each([
    ['https://localhost/a/b.crl', 'https://localhost/a/b.crl'],
    ['https://localhost:8443/a.crl', 'https://localhost:8443/a.crl'],
    ['https://user:secret@localhost/a.crl', 'https://localhost/a.crl'],
    ['https://localhost/a.crl?token=secret', 'https://localhost/a.crl'],
    ['https://localhost/a.crl#secret', 'https://localhost/a.crl'],
    ['ftp://localhost/list.crl', 'ftp://localhost/list.crl'],
    ['//localhost/list.crl', 'what was given'],
    ['file:///etc/hostname', 'what was given'],
    ['data:,list', 'what was given'],
    ['secret', 'what was given'],
    ['', 'what was given'],
  ])('%j is shown as %j', (url, shown) => {
    expect(shownAddress(url)).toBe(shown)
  })
})
