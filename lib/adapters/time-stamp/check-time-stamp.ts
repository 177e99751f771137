// The answer of a time-stamping authority held against what was asked, its signature, and the authority that was set (RFC 3161, 2.4.2).
import { createHash, webcrypto } from 'node:crypto';
import { fromBER } from 'asn1js';
import { Certificate, CryptoEngine, type ExtKeyUsage, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { certificatesOfPem } from '../pem.ts';
import { nonceInteger, type StampAsked } from './time-stamp-request.ts';

const oids = {
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  extKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });

export type StampFlaw =
  | 'unreadable'
  | 'not-granted'
  | 'other-text'
  | 'other-nonce'
  | 'wrong-signature'
  | 'wrong-certificate';

/** @throws Error if there is none: without one, nothing would be held against anything */
function certificatesIn(ca: string): Certificate[] {
  const certificates = certificatesOfPem(ca);
  if (certificates.length === 0) throw new Error('no certificate in PEM');
  return certificates.map((der) => Certificate.fromBER(Uint8Array.from(der).buffer));
}

interface Token {
  readonly signed: SignedData;
  readonly info: TSTInfo;
}

function tokenIn(response: Uint8Array): Token | StampFlaw {
  const { offset, result } = fromBER(Uint8Array.from(response).buffer);
  // Bytes behind the answer would be nobody’s.
  if (offset !== response.length) return 'unreadable';
  const answer = new TimeStampResp({ schema: result });
  // 0: granted; 1: granted with modifications. Anything else carries no token.
  if (answer.status.status > 1 || answer.timeStampToken === undefined) return 'not-granted';
  const signed = new SignedData({ schema: answer.timeStampToken.content });
  const infoBytes = signed.encapContentInfo.eContent?.getValue();
  if (signed.encapContentInfo.eContentType !== oids.tstInfo || infoBytes === undefined) return 'unreadable';
  return { signed, info: TSTInfo.fromBER(infoBytes) };
}

/** Only for time stamps, and it says so as something that must be understood (RFC 3161 section 2.3). */
function isForTimeStamps(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === oids.extKeyUsage);
  const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === oids.timeStamping;
}

/**
 * @param asked `nonce` null: of a stamp that was kept, whose question is gone
 * @param ca PEM of the authority that was set
 * @returns when it was stamped, UTC; or why it is none
 */
export async function checkTimeStamp(
  response: Uint8Array,
  asked: { readonly text: Uint8Array; readonly nonce: StampAsked['nonce'] | null },
  ca: string,
): Promise<{ readonly at: string } | StampFlaw> {
  try {
    const token = tokenIn(response);
    if (typeof token === 'string') return token;
    const { signed, info } = token;
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    if (hashAlgorithm.algorithmId !== oids.sha256) return 'other-text';
    const digest = createHash('sha256').update(asked.text).digest();
    if (!digest.equals(hashedMessage.valueBlock.valueHexView)) return 'other-text';
    if (asked.nonce !== null && info.nonce?.isEqual(nonceInteger(asked.nonce)) !== true) return 'other-nonce';
    const verified = await signed.verify(
      {
        signer: 0,
        trustedCerts: certificatesIn(ca),
        checkDate: info.genTime,
        checkChain: true,
        extendedMode: true,
        data: Uint8Array.from(asked.text).buffer,
      },
      engine,
    );
    if (verified.signatureVerified !== true || verified.signerCertificateVerified !== true) return 'wrong-signature';
    if (!verified.signerCertificate || !isForTimeStamps(verified.signerCertificate)) return 'wrong-certificate';
    return { at: info.genTime.toISOString() };
  } catch {
    // pkijs throws for what it cannot read and for what does not verify alike.
    return 'unreadable';
  }
}
