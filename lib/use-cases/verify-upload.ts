// Somebody drops a statement's file: it is verified with our published keys, or with those that came along. Nothing is kept.
import { formatVkey, type NoteKey } from '../ledger/log/vkey.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { jwksText, publishedKeys } from '../statement/keys.ts';
import { verifyFile } from '../statement/verify-file.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { logKeysOf } from './log/log-of-year.ts';
import { lookUpDigest } from './look-up-digest.ts';
import { registryBook } from './people.ts';
import { registrarPin } from './registrar-pin.ts';

type KeyPorts = Pick<Ports, 'statementKeys'>;
type LogKeyPorts = Pick<Ports, 'readLogPlaces' | 'logKeys' | 'installation' | 'primitives' | 'witnesses'>;

interface UploadToVerify {
  readonly statement: Uint8Array;
  readonly status: Uint8Array | null;
  /** null = ours. */
  readonly keys: Uint8Array | null;
}

/** @returns one key a line, of each year’s log and of the witnesses; null while there is no log */
async function ownLogKeys(ports: LogKeyPorts): Promise<Uint8Array | null> {
  const keys: NoteKey[] = [];
  for await (const { year } of ports.readLogPlaces.years()) keys.push(...(await logKeysOf(ports, year)));
  if (keys.length === 0) return null;
  return new TextEncoder().encode([...keys, ...ports.witnesses.keys].map((key) => `${formatVkey(key)}\n`).join(''));
}

export async function verifyUpload(
  ports: KeyPorts & LogKeyPorts & BookPorts & Pick<Ports, 'clock'>,
  upload: UploadToVerify,
) {
  const { statementKeys, primitives } = ports;
  const { statement: file, status, keys } = upload;
  const isOurs = keys === null;
  const jwks = keys ?? new TextEncoder().encode(jwksText(await statementKeys.publicKeys()));
  // Our log and its witnesses are pinned with our keys; with keys of the visitor’s, those of the log are what came along.
  const vkey = isOurs ? await ownLogKeys(ports) : null;
  const registrar = isOurs ? await registrarPin(ports, await readBook(ports, registryBook)) : null;
  const verification = await verifyFile({ file, jwks, status, keysPinned: isOurs, vkey, registrar }, primitives);
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
