// The question to a time-stamping authority (RFC 3161 section 2.4.1), and what its answer must repeat.
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

const sha256Oid = '2.16.840.1.101.3.4.2.1';

export interface StampAsked {
  /** SHA-256 of what is stamped. */
  readonly digest: Uint8Array;
  /** 16 bytes, drawn for this question. */
  readonly nonce: Uint8Array;
}

/** @returns a positive DER integer of these bytes, of one spelling: its first bit clear, its first byte not zero */
export const nonceInteger = (nonce: Uint8Array): Integer => {
  const bytes = Uint8Array.from(nonce);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return new Integer({ valueHex: bytes.slice().buffer });
};

/** @returns DER: SHA-256, the nonce, and the certificates asked for */
export function timeStampRequest({ digest, nonce }: StampAsked): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(digest).buffer }),
    }),
    nonce: nonceInteger(nonce),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER(false));
}
