import type { ExceptionCode, Finding } from './finding'

/** The servers' own sentences (SPEC 3). CN_MISMATCH has two blanks to fill. */
const SENTENCES: Record<ExceptionCode, string> = {
  MISSING_SIGNATURE: 'Signature data not found.',
  BAD_CHAIN: 'Certificate is not valid.',
  BAD_ALGORITHM: 'Signature algorithm is not accepted.',
  BAD_SIGNATURE: 'Signature could not get verified.',
  CRL_UNAVAILABLE: 'Certificate Revocation List is not valid.',
  REVOKED: 'Certificate has been revoked.',
  CN_MISMATCH: 'Certificate is not valid for required scope.',
}

/**
 * A finding that a server reports as EXCEPTION.
 *
 * @param code the reason
 * @param message what is wrong, in plain words
 * @param hint what to do about it
 * @param exception the server's sentence, where it is not always the same
 */
export function exception(code: ExceptionCode, message: string, hint: string, sentence = SENTENCES[code]): Finding {
  return { code, severity: 'error', message, hint, exception: sentence }
}

/** The sentence for a leaf of another app, with its blanks filled (SPEC 3, step 4). */
export function scopeSentence(requested: string, commonName: string): string {
  return `${SENTENCES.CN_MISMATCH} (Requested: ${requested}, current: CN=${commonName})`
}
