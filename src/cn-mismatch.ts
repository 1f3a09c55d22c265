import { exception } from './findings/exceptions'
import type { Finding } from './findings/finding'
import { CORE } from './pki/identity'
import type { EnvelopeSubject } from './subject'

/**
 * The finding for a leaf that speaks for something else.
 *
 * @param shown whom the leaf is for, as the servers print it
 * @param sentence the server's
 */
export function cnMismatch({ id, within }: EnvelopeSubject, shown: string, sentence: string): Finding {
  const isFor = `The certificate is for "${shown}", and`
  if (id === CORE)
    return exception(
      'CN_MISMATCH',
      `${isFor} a server is signed as "${CORE}".`,
      `Sign with the certificate that the vendor issued for its server: its CN is "${CORE}".`,
      sentence,
    )
  if (within)
    return exception(
      'CN_MISMATCH',
      `${isFor} the server takes the app for "${id}".`,
      'Take the app from its own release, into a folder that is named as the app id.',
      sentence,
    )
  return exception(
    'CN_MISMATCH',
    `${isFor} info.xml says that the app is "${id}".`,
    `Sign with the certificate of "${id}", or correct <id> in appinfo/info.xml.`,
    sentence,
  )
}
