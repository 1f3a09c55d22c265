// @types/node-forge describes the whole library only; we load its ASN.1 reader alone, which starts four times faster.
declare module 'node-forge/lib/asn1.js' {
  import type { asn1 as Asn1Module } from 'node-forge'

  const asn1: typeof Asn1Module & {
    fromDer(
      bytes: string,
      options: { strict: boolean; parseAllBytes: boolean; decodeBitStrings: boolean },
    ): Asn1Module.Asn1
  }
  export default asn1
}
