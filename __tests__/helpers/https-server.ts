import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeDer, makeOid, readDer, TAG } from '../../src/pki/der'
import { issueCertificate } from '../../src/pki/issue'
import { certificatePem } from './authority'
import { temporaryFolder } from './tree'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real https server on this machine, and the file with the root that a child process has to trust. */
export async function startHttps(answer: Answer) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
  const name = [['CN', 'localhost']] as const
  const day = 24 * 60 * 60 * 1000
  const names = readDer(Buffer.concat([Buffer.from([0x30, 0x0b, 0x82, 0x09]), Buffer.from('localhost')]))
  const caTrue = makeDer(TAG.SEQUENCE, [makeDer(TAG.BOOLEAN, Uint8Array.of(0xff))])
  const certificate = certificatePem(
    issueCertificate(
      {
        subject: name,
        issuer: name,
        publicKey: createPublicKey(privateKey),
        serial: '01',
        notBefore: new Date(Date.now() - day),
        notAfter: new Date(Date.now() + day),
        extensions: [
          { oid: '2.5.29.19', critical: true, value: caTrue },
          { oid: '2.5.29.17', value: names },
          { oid: '2.5.29.37', value: makeDer(TAG.SEQUENCE, [makeOid('1.3.6.1.5.5.7.3.1')]) },
        ],
      },
      privateKey,
    ),
  )
  const rootFile = join(temporaryFolder(), 'https-root.pem')
  writeFileSync(rootFile, certificate)
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const server = createServer({ key, cert: certificate }, answer)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://localhost:${port}`,
    rootFile,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
