import { writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readDer } from '../../src/pki/der'
import { extension, issueWith, key, keyPem, pem } from './certificates'
import { temporaryFolder } from './tree'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/**
 * A key and a certificate (PEM), and the file with the root that a child process has to trust.
 *
 * @param host the name that it is for; any but localhost needs `helpers/names.cjs`
 */
export function localhostCredentials(host = 'localhost') {
  const privateKey = key('secp384r1 https')
  const name = [['CN', host]] as const
  const day = 24 * 60 * 60 * 1000
  const names = readDer(Buffer.concat([Buffer.from([0x30, host.length + 2, 0x82, host.length]), Buffer.from(host)]))
  const cert = pem(
    issueWith({
      subject: name,
      issuer: name,
      key: privateKey,
      signer: privateKey,
      serial: '01',
      notBefore: new Date(Date.now() - day),
      notAfter: new Date(Date.now() + day),
      extensions: [extension.ca(), { oid: '2.5.29.17', value: names }, extension.serverAuth],
    }),
  )
  const rootFile = join(temporaryFolder(), 'https-root.pem')
  writeFileSync(rootFile, cert)
  return { key: keyPem(privateKey), cert, rootFile }
}

/**
 * A real https server on this machine, and the file with the root that a child process has to trust.
 *
 * @param host the name that its certificate is for
 */
export async function startHttps(answer: Answer, host = 'localhost') {
  const { rootFile, ...credentials } = localhostCredentials(host)
  const server = createServer(credentials, answer)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://${host}:${port}`,
    port,
    rootFile,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
