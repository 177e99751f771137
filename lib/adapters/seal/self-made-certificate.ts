// A certificate that the statement key makes for itself: it lets readers check a seal, and names nobody whom somebody else vouches for.
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';
import type { Signer } from '../../ports/keys.ts';
import { primitives } from '../primitives.ts';
import { bufferOf, currentKey, ecdsaWithSha256, publicKeyDer } from './sealing-key.ts';

const { sha256 } = primitives;
const commonName = '2.5.4.3';
const organization = '2.5.4.10';
const basicConstraints = '2.5.29.19';
const keyUsage = '2.5.29.15';
const subjectKeyIdentifier = '2.5.29.14';

// As long as UTCTime goes (RFC 5280, 4.1.2.5.1): the key decides how long seals hold, not this paper.
const notBefore = new Date(Date.UTC(2020, 0, 1));
const notAfter = new Date(Date.UTC(2049, 11, 31));

/** digitalSignature and contentCommitment: the first two of its bits. */
const mayBeSigned = 0b1100_0000;

const warnings = {
  test: 'TEST \u2013 not a qualified seal',
  selfMade: 'SELF-MADE \u2013 not a qualified seal',
} as const;

/** One attribute in each of its parts; the class by itself would put them all in one. */
const nameOf = (operator: string, isTest: boolean): RelativeDistinguishedNames => {
  const part = (type: string, value: string): asn1.Set =>
    new asn1.Set({
      value: [new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }).toSchema()],
    });
  // RFC 5280, appendix A: at most 64 characters each.
  const name = [
    part(organization, operator.slice(0, 64)),
    part(commonName, isTest ? warnings.test : warnings.selfMade),
  ];
  return RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: name }).toBER(false));
};

const extension = (extnID: string, critical: boolean, value: asn1.BaseBlock): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER(false) });

/**
 * X.509 v3 (RFC 5280). Of a key whose signatures are deterministic, the same bytes at every call.
 * @param operator who runs the installation @returns DER
 */
export async function selfMadeCertificate(signer: Signer, operator: string): Promise<Uint8Array> {
  const der = publicKeyDer(await currentKey(signer));
  const digest = sha256(der);
  const name = nameOf(operator, signer.isTest);
  const signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 });
  // Positive, and without a leading zero.
  const serial = Uint8Array.from(digest.slice(0, 16), (byte, i) => (i === 0 ? (byte & 0x3f) | 0x40 : byte));
  const certificate = new Certificate({
    version: 2,
    serialNumber: new asn1.Integer({ valueHex: bufferOf(serial) }),
    signature: signatureAlgorithm,
    signatureAlgorithm,
    issuer: name,
    subject: name,
    notBefore: new Time({ type: 0, value: notBefore }),
    notAfter: new Time({ type: 0, value: notAfter }),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(bufferOf(der)),
    extensions: [
      extension(basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
      extension(keyUsage, true, new asn1.BitString({ valueHex: Uint8Array.of(mayBeSigned).buffer, unusedBits: 6 })),
      extension(subjectKeyIdentifier, false, new asn1.OctetString({ valueHex: bufferOf(digest.slice(0, 20)) })),
    ],
  });
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER(false));
  const signature = await signer.signDigest(sha256(certificate.tbsView));
  certificate.signatureValue = new asn1.BitString({ valueHex: bufferOf(signature) });
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}
