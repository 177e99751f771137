// What the public log and bodies outside say of an issued statement, by the witnesses and the authority that the operator pinned.
import { parseCheckpoint } from '../ledger/log/checkpoint.ts';
import type { KeyView } from '../ledger/views/registry-views.ts';
import type { Ports } from '../ports.ts';
import { linesBytes } from '../statement/bundle/text-lines.ts';
import { logEvidence as checkedEvidence } from '../statement/bundle/verify-log.ts';
import { type RegistrarPin, type RegistryFound, registryEvidence } from '../statement/bundle/verify-registry.ts';
import { type Beyond, nothingBeyond, type SignedStatement } from '../statement/verify.ts';
import { type BookPorts, readBook } from './book-state.ts';
import { type EvidencePorts, type LogEvidence, logEvidence } from './log/log-evidence.ts';
import { isBrokenLog } from './log/log-head.ts';
import { registryBook } from './people.ts';
import { registrarPin } from './registrar-pin.ts';
import { registryLines } from './registry-evidence.ts';

export type SeenPorts = EvidencePorts & BookPorts & Pick<Ports, 'installation' | 'timeStamps'>;

/** A log that is out of order stops nobody from reading a statement: it then stands without proof, and says so. */
async function evidenceAtHand(ports: SeenPorts, book: string, seq: number): Promise<LogEvidence | null> {
  try {
    return await logEvidence(ports, { book, seq });
  } catch (error) {
    if (isBrokenLog(error)) return null;
    throw error;
  }
}

const encoder = new TextEncoder();
const linesOf = (keys: readonly string[]): Uint8Array => encoder.encode(keys.map((key) => `${key}\n`).join(''));

/** The text that a stamp is over: a checkpoint without its signatures. */
const bodyOf = (checkpoint: Uint8Array): Uint8Array => encoder.encode(parseCheckpoint(checkpoint)?.note.text ?? '');

/** What the log, its witnesses and an authority say. */
async function logSeen(
  ports: SeenPorts,
  { book, seq }: { readonly book: string; readonly seq: number },
  signed: SignedStatement,
): Promise<Beyond> {
  const found = await evidenceAtHand(ports, book, seq);
  if (found === null) return nothingBeyond;
  const { fact, salt, proof, checkpoint, timestamp, timestampCa, vkeys, witnessVkeys } = found;
  // A stamp of an authority that is no longer pinned counts for nothing, and is no flaw.
  const ca = ports.timeStamps.authority?.ca ?? null;
  const stamp = ca !== null && ca === timestampCa ? timestamp : null;
  const files = new Map<string, Uint8Array>([
    ['statement.fact', fact],
    ['statement.salt', salt],
    ['statement.tlog-proof', proof],
    ...(stamp === null
      ? []
      : ([
          ['checkpoint.tsr', stamp],
          ['checkpoint.body', bodyOf(checkpoint)],
        ] as const)),
  ]);
  const tsaCa = ca === null ? null : encoder.encode(ca);
  const pins = { vkey: linesOf([...vkeys, ...witnessVkeys]), logPinned: true, tsaCa };
  return checkedEvidence(signed, files, pins, {
    ...ports.primitives,
    verifyTimeStamp: async (token, text, pem) => {
      const checked = await ports.timeStamps.check(text, token, pem);
      return checked === null ? null : new Date(checked.at);
    },
  });
}

/** What was signed is read from where it was put beside the statement once it held: a page need not read the whole registry each time. */
const keptLines = (jws: string): string => `statements/${jws}.registry.jsonl`;

/** Each signature is checked at each look. A copy that shows no registrar is read past: it was changed, or is another statement’s. */
async function registrySeen(
  ports: SeenPorts,
  jws: string,
  signed: SignedStatement,
  pin: RegistrarPin,
): Promise<RegistryFound> {
  const found = (lines: Uint8Array): Promise<RegistryFound> =>
    registryEvidence(signed, new Map([['registry.jsonl', lines]]), new Map(), pin, ports.primitives);
  const kept = await ports.objects.get(keptLines(jws));
  const seen = kept === null ? null : await found(kept);
  if (seen !== null && seen.registrar !== 'nobody') return seen;
  const lines = linesBytes(await registryLines(ports, signed.payload));
  const now = await found(lines);
  if (kept === null && now.registrar !== 'nobody') await ports.objects.put(keptLines(jws), lines);
  return now;
}

/** @param issue `seq` of the fact that issued the statement @returns the same checks as a reader of the bundle makes, with the operator’s own pins */
export async function seenOutside(
  ports: SeenPorts,
  issue: { readonly book: string; readonly seq: number; readonly jws: string },
  signed: SignedStatement,
): Promise<Beyond> {
  const seen = await logSeen(ports, issue, signed);
  const registry = await readBook(ports, registryBook);
  const known = (await registry.get(`keys/${signed.key.kid}`)) as unknown as KeyView | null;
  const key = known === null ? null : { published: known.at, retired: known.retired };
  const pin = await registrarPin(ports, registry);
  // Where nobody says who keeps the registry, its signatures say nothing of whose word it is.
  if (pin === null) return { ...seen, key };
  const { problems, made, registrar } = await registrySeen(ports, issue.jws, signed, pin);
  return {
    ...seen,
    problems: [...seen.problems, ...problems],
    made: [...seen.made, ...made],
    outside: { ...seen.outside, registrar },
    key,
  };
}
