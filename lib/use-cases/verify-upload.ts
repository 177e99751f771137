// Somebody drops a statement's file: it is verified with our published keys, or with those that came along. Nothing is kept.
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { jwksText, publishedKeys } from '../statement/keys.ts';
import { verifyFile } from '../statement/verify-file.ts';
import type { BookPorts } from './book-state.ts';
import { lookUpDigest } from './look-up-digest.ts';

type KeyPorts = Pick<Ports, 'statementKeys'>;

interface UploadToVerify {
  readonly statement: Uint8Array;
  readonly status: Uint8Array | null;
  /** null = ours. */
  readonly keys: Uint8Array | null;
}

export async function verifyUpload(ports: KeyPorts & BookPorts & Pick<Ports, 'clock'>, upload: UploadToVerify) {
  const { statementKeys, primitives } = ports;
  const { statement: file, status, keys } = upload;
  const isOurs = keys === null;
  const jwks = keys ?? new TextEncoder().encode(jwksText(await statementKeys.publicKeys()));
  const verification = await verifyFile({ file, jwks, status, keysPinned: isOurs }, primitives);
  return {
    kind: 'file' as const,
    verification,
    keys: isOurs ? ('ours' as const) : ('given' as const),
    isTestKey: isOurs && statementKeys.isTest,
    known: await lookUpDigest(ports, toHex(primitives.sha256(file))),
  };
}

/** Every key ever used for statements, as anyone may fetch them (RFC 7517). */
export const keysForAll = async ({ statementKeys }: KeyPorts) => publishedKeys(await statementKeys.publicKeys());
