import { describe, expect, it } from 'vitest'
import type { Certificate } from '../../src/pki/certificate'
import { assertChainInput } from '../../src/pki/chain-input'
import { errorOf } from '../helpers/errors'
import { issueIntermediate, issueLeaf, issueRoot, key, v2Authority } from '../helpers/v2-pki'

const leaf = issueLeaf()
const intermediate = issueIntermediate()
const root = issueRoot()
const other = issueIntermediate({ subject: [['CN', 'Other']], key: key('secp384r1 other') })
const chain = { leaf, issuers: [intermediate, root] as const, authority: v2Authority() }
const check = (...given: Certificate[]) => assertChainInput(given, chain)

describe('certificate-chain may hold', () => {
  it.each<[string, Certificate[]]>([
    ['nothing', []],
    ['the intermediate', [intermediate]],
    ['the root as well', [intermediate, root]],
    ['the root alone', [root]],
    ['the leaf in front', [leaf, intermediate]],
    ['the whole chain', [leaf, intermediate, root]],
    ['the same certificate, read a second time', [issueCopy(intermediate)]],
  ])('%s', (_, given) => {
    expect(() => check(...given)).not.toThrow()
  })
})

/** Two readings of one file are two objects. */
function issueCopy(certificate: Certificate): Certificate {
  return { ...certificate, der: Buffer.from(certificate.der) }
}

describe('certificate-chain may not hold', () => {
  const unrelated = /^certificate-chain holds "CN=Other", which is no part of the chain/
  const order = /^certificate-chain is in the wrong order/
  // Made anew, an EC signature is another one, and so is the certificate.
  const renewed = issueIntermediate()
  it.each<[string, Certificate[], RegExp]>([
    ['an unrelated certificate', [other], unrelated],
    ['one behind the right one', [intermediate, other], unrelated],
    ['one in front of the right one', [other, intermediate], unrelated],
    ['a renewed intermediate with the same name and key', [renewed], /holds "CN=Test Intermediate CA G2"/],
    ['the root first', [root, intermediate], order],
    ['the leaf last', [intermediate, leaf], order],
    ['the same twice', [intermediate, intermediate], order],
    ['an unrelated one and a wrong order', [root, intermediate, other], unrelated],
  ])('%s', (_, given, says) => {
    const error = errorOf(() => check(...given))
    expect(error.code).toBe('CERTIFICATE_INVALID')
    expect(error.message).toMatch(says)
  })
})
