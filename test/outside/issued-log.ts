// A log that the sequencer made, written out as it is served, with the files that a bundle holds of it.
import { createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { logEntry } from '../../lib/ledger/log/entry.ts';
import { tilePath, tilesOf } from '../../lib/ledger/log/tiles.ts';
import { logEvidence } from '../../lib/use-cases/log/log-evidence.ts';
import { checkpointName, tileName } from '../../lib/use-cases/log/log-of-year.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { addFacts, bookA, bookB, logWorld, onWorld, published } from '../use-cases/log-world.ts';

/** Every tile under the log’s standing checkpoint, below `folder` as it is served. */
export async function writeServed(ports: Parameters<typeof published>[0], year: number, folder: string): Promise<void> {
  const { size } = parseCheckpoint((await ports.readLogFiles.get(checkpointName(year)))!)!;
  for (const place of tilesOf(size)) {
    const name = tilePath(place);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), (await ports.readLogFiles.tile(tileName(year, name)))!);
  }
}

export interface IssuedLog {
  readonly folder: string;
  readonly path: (name: string) => string;
  /** Where what is served lies, below `folder`. */
  readonly served: string;
}

/** @returns log.vkey, log.pub.pem, statement.tlog-proof, entry, checkpoint, checkpoint.body, checkpoint.sig, old-checkpoint */
export async function issueLog(): Promise<IssuedLog> {
  const folder = mkdtempSync(join(tmpdir(), 'communs-log-'));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(path(name), bytes);
  const { ports } = onWorld(logWorld());
  await addFacts(ports, bookA, 300);
  await sequenceLog(ports);
  write('old-checkpoint', (await ports.readLogFiles.get(checkpointName(2026)))!);
  await addFacts(ports, bookB, 321);
  await sequenceLog(ports);
  const checkpoint = (await published(ports))!;
  await writeServed(ports, 2026, path('served'));
  const evidence = (await logEvidence(ports, { book: bookB, seq: 123 }))!;
  write('statement.tlog-proof', evidence.proof);
  write('entry', logEntry(ports.primitives.sha256, evidence.salt, evidence.fact));
  write('checkpoint', evidence.checkpoint);
  write('checkpoint.body', checkpoint.note.text);
  write('checkpoint.sig', checkpoint.note.signatures[0]!.signature);
  write('log.vkey', `${evidence.vkeys.join('\n')}\n`);
  const x = Buffer.from((await ports.logKeys.publicKeys())[0]!).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  write('log.pub.pem', key.export({ type: 'spki', format: 'pem' }));
  return { folder, path, served: path('served') };
}
