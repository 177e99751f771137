// Reads the seal out of a PDF with the ASN.1 library alone, so that tests can look at what was signed.
import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import * as asn1 from 'asn1js';

/** @returns where `<…>` of the signature begins and ends */
export function placeOf(pdf: Uint8Array): { readonly start: number; readonly end: number } {
  const text = Buffer.from(pdf).toString('latin1');
  const [, start, end] = /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(text) ?? [];
  if (start === undefined) throw new Error('no sealed ranges');
  return { start: Number(start), end: Number(end) };
}

/** The CMS of the seal, without the zeros behind it. */
export function cmsOf(pdf: Uint8Array): Buffer {
  const { start, end } = placeOf(pdf);
  const padded = Buffer.from(Buffer.from(pdf.slice(start + 1, end - 1)).toString('latin1'), 'hex');
  // Its own length stands in its first bytes: a long form of two.
  return padded.subarray(0, 4 + padded.readUInt16BE(2));
}

const attributeNames: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.9.3': 'contentType',
  '1.2.840.113549.1.9.4': 'messageDigest',
  '1.2.840.113549.1.9.5': 'signingTime',
  '1.2.840.113549.1.9.16.2.47': 'signingCertificateV2',
};

type Block = asn1.BaseBlock & { readonly valueBlock: { readonly value: readonly Block[] } };
const childrenOf = (block: asn1.BaseBlock): readonly Block[] => (block as Block).valueBlock.value;
const bytesOf = (block: asn1.BaseBlock): Buffer => Buffer.from((block as asn1.OctetString).valueBlock.valueHexView);

interface SealSignature {
  readonly signedAttributes: readonly string[];
  readonly messageDigest: Buffer;
  readonly verifies: boolean;
}

export const signatureOf = (pdf: Uint8Array, [certificate]: readonly Uint8Array[]): SealSignature =>
  signatureBy(pdf, new X509Certificate(certificate!).publicKey);

export function signatureBy(pdf: Uint8Array, key: KeyObject): SealSignature {
  const envelope = asn1.fromBER(Uint8Array.from(cmsOf(pdf)).buffer).result;
  const [signedData] = childrenOf(childrenOf(envelope)[1]!);
  const [signer] = childrenOf(childrenOf(signedData!).at(-1)!);
  const [, , , attributes, , signature] = childrenOf(signer!);
  const found = childrenOf(attributes!).map((each) => {
    const [type, values] = childrenOf(each);
    const oid = (type as unknown as asn1.ObjectIdentifier).valueBlock.toString();
    return { name: attributeNames[oid] ?? oid, value: childrenOf(values!)[0]! };
  });
  // RFC 5652, 5.4: signed as a set, whatever tag stands in its place.
  const signed = Buffer.from(attributes!.toBER(false));
  signed[0] = 0x31;
  return {
    signedAttributes: found.map(({ name }) => name).sort(),
    messageDigest: bytesOf(found.find(({ name }) => name === 'messageDigest')!.value),
    verifies: verify('sha256', signed, key, bytesOf(signature!)),
  };
}
