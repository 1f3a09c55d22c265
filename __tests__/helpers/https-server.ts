import { writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readDer } from '../../src/pki/der'
import { extension, issueWith, key, keyPem, pem } from './certificates'
import { temporaryFolder } from './tree'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A key and a certificate for localhost (PEM), and the file with the root that a child process has to trust. */
export function localhostCredentials() {
  const privateKey = key('secp384r1 https')
  const name = [['CN', 'localhost']] as const
  const day = 24 * 60 * 60 * 1000
  const names = readDer(Buffer.concat([Buffer.from([0x30, 0x0b, 0x82, 0x09]), Buffer.from('localhost')]))
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

/** A real https server on this machine, and the file with the root that a child process has to trust. */
export async function startHttps(answer: Answer) {
  const { rootFile, ...credentials } = localhostCredentials()
  const server = createServer(credentials, answer)
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
