// The signature inside a sealed PDF: CMS with the attributes that a CAdES baseline signature must have (RFC 5652; ETSI EN 319 122-1; RFC 5035).
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Signer } from '../../ports/keys.ts';
import { primitives } from '../primitives.ts';
import { bufferOf, ecdsaWithSha256, sha256Oid } from './sealing-key.ts';

const { sha256 } = primitives;
const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';

const octets = (bytes: Uint8Array): asn1.OctetString => new asn1.OctetString({ valueHex: bufferOf(bytes) });
const sequence = (...value: asn1.BaseBlock[]): asn1.Sequence => new asn1.Sequence({ value });

/** ESSCertIDv2: the hash alone, for SHA-256 is the default and is left out in DER (RFC 5035, 4). */
const namesCertificate = (der: Uint8Array): asn1.Sequence => sequence(sequence(sequence(octets(sha256(der)))));

const attribute = (type: string, value: asn1.BaseBlock): Attribute => new Attribute({ type, values: [value] });

/** DER puts the members of a set in the order of their bytes (X.690, 11.6). */
const inOrder = (attributes: readonly Attribute[]): Attribute[] =>
  attributes
    .map((each) => ({ each, bytes: Buffer.from(each.toSchema().toBER(false)) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ each }) => each);

/**
 * Without a signing time among its attributes: in a PDF that stands in the signature dictionary (ETSI EN 319 142-1, 6.3).
 * @param content what is signed, which is not in it
 * @param certificates DER, the signer’s first
 * @returns DER
 */
export async function cadesSignature(
  content: Uint8Array,
  certificates: readonly Uint8Array[],
  signDigest: Signer['signDigest'],
): Promise<Uint8Array> {
  const [own] = certificates;
  if (own === undefined) throw new Error('seal: there is no certificate');
  const chain = certificates.map((der) => Certificate.fromBER(bufferOf(der)));
  const { issuer, serialNumber } = chain[0]!;
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: inOrder([
      attribute(contentType, new asn1.ObjectIdentifier({ value: data })),
      attribute(messageDigest, octets(sha256(content))),
      attribute(signingCertificateV2, namesCertificate(own)),
    ]),
  });
  // What is signed bears the tag of a set; what is sent, that of its place (RFC 5652, 5.4).
  const set = new asn1.Set({ value: signedAttrs.attributes.map((each) => each.toSchema()) });
  const signature = await signDigest(sha256(new Uint8Array(set.toBER(false))));
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: sha256Oid });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: data }),
    certificates: chain,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        digestAlgorithm,
        signedAttrs,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 }),
        signature: octets(signature),
      }),
    ],
  });
  const envelope = new ContentInfo({ contentType: signedData, content: signed.toSchema(true) });
  return new Uint8Array(envelope.toSchema().toBER(false));
}
