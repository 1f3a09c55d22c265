import { describe, expect, it } from 'vitest'
import type { AppInfo } from '../src/payload/app-info'
import { bundledAuthorities } from '../src/pki/authorities'
import { chooseServer, onlyServer } from '../src/server'
import { makeAuthority } from './helpers/certificates'

const [nextcloud, g1, g2] = bundledAuthorities()
const custom = makeAuthority()
const ANY = { min: undefined, max: undefined }
const app = (dependencies: AppInfo['dependencies']): AppInfo => ({ id: 'a', version: '1', dependencies })
const NONE = app({})
const BOTH = app({ nextcloud: ANY, owncloud: ANY })
const NEXTCLOUD = app({ nextcloud: ANY })
const OWNCLOUD = app({ owncloud: { min: '10', max: '11' } })

describe('onlyServer', () => {
  it('is the one that info.xml names', () => {
    expect([NEXTCLOUD, OWNCLOUD, BOTH, NONE].map(onlyServer)).toEqual(['nextcloud', 'owncloud', undefined, undefined])
  })
})

describe('chooseServer', () => {
  it('takes what the user said first', () => {
    expect(chooseServer('owncloud', nextcloud, NEXTCLOUD, 'legacy')).toEqual({ server: 'owncloud' })
    expect(chooseServer('nextcloud', g2, OWNCLOUD, 'v2')).toEqual({ server: 'nextcloud' })
  })

  it('then who issued the leaf', () => {
    expect(chooseServer(undefined, nextcloud, OWNCLOUD, 'legacy')).toEqual({ server: 'nextcloud' })
    for (const authority of [g1, g2])
      expect(chooseServer(undefined, authority, NEXTCLOUD, 'legacy')).toEqual({ server: 'owncloud' })
  })

  it('then the format: nobody else reads v2', () => {
    for (const authority of [custom, undefined])
      expect(chooseServer(undefined, authority, NEXTCLOUD, 'v2')).toEqual({ server: 'owncloud' })
  })

  it('then what info.xml depends on', () => {
    expect(chooseServer(undefined, custom, OWNCLOUD, 'legacy')).toEqual({ server: 'owncloud' })
    expect(chooseServer(undefined, undefined, NEXTCLOUD, 'legacy')).toEqual({ server: 'nextcloud' })
  })

  it('and guesses where nothing says so, which is a notice', () => {
    for (const unclear of [BOTH, NONE]) {
      const { server, finding } = chooseServer(undefined, undefined, unclear, 'legacy')
      expect(server).toBe('nextcloud')
      expect(finding).toMatchObject({ code: 'SERVER_GUESSED', severity: 'notice' })
      expect(finding?.hint).toContain('server: owncloud')
    }
  })
})
