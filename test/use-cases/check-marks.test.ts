// The marks of bodies outside in the full check: cosignatures and time stamps that were changed, moved or are a stranger's are named.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfWorld, type MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { timeStamps } from '../../lib/adapters/time-stamp/time-stamps.ts';
import { canonicalBytes, type Json, parseCanonical } from '../../lib/ledger/canonical.ts';
import { decodeBase64, encodeBase64 } from '../../lib/ledger/log/base64.ts';
import { formatTreeHead, parseCheckpoint } from '../../lib/ledger/log/checkpoint.ts';
import { withSignatures } from '../../lib/ledger/log/cosignature.ts';
import { formatNote, formatSignatureLine } from '../../lib/ledger/log/note.ts';
import { keyTypes } from '../../lib/ledger/log/vkey.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { addCosignature } from '../../lib/use-cases/log/add-cosignature.ts';
import { markName, sizesName } from '../../lib/use-cases/log/log-marks.ts';
import { checkpointName } from '../../lib/use-cases/log/log-of-year.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { stampLog } from '../../lib/use-cases/log/stamp-log.ts';
import { startAuthority, type TestAuthority } from '../adapters/time-stamp/test-authority.ts';
import { flipped } from '../ledger/bytes.ts';
import { cosign, madeKey } from '../ledger/log/made-log.ts';
import { addFacts, bookA, logWorld, onWorld } from './log-world.ts';

const witness = madeKey('witness.example/w1', keyTypes.cosignature);
const stranger = madeKey('witness.example/w2', keyTypes.cosignature);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const seconds = Date.parse('2026-01-15T10:00:00.000Z') / 1000;
const nonce = { bytes: (length: number) => new Uint8Array(length).fill(7) };

let authority: TestAuthority;
let other: TestAuthority;
/** Two trees, each with a cosignature and a stamp. */
let marked: MemoryWorld;
let sizes: readonly [number, number];

async function markNow(world: MemoryWorld): Promise<number> {
  const { ports } = onWorld(world);
  await addFacts(ports, bookA, 5);
  await sequenceLog(ports);
  const { note, size } = parseCheckpoint((await world.log.get(checkpointName(2026)))!)!;
  await addCosignature(ports, utf8(`${formatSignatureLine(cosign(witness, note.text, seconds))}\n`));
  await stampLog(ports);
  return size;
}

beforeAll(async () => {
  [authority, other] = await Promise.all([startAuthority(), startAuthority()]);
  marked = logWorld();
  marked.witnesses = { keys: [witness.key], submitting: [] };
  marked.timeStamps = timeStamps(authority.url, authority.ca, nonce);
  sizes = [await markNow(marked), await markNow(marked)];
}, 60_000);
afterAll(() => Promise.all([authority.close(), other.close()]));

async function found(world: MemoryWorld): Promise<string[]> {
  const { findings } = await checkLedger(onWorld(world).ports);
  return findings.map(({ book, name, detail }) => `${book} ${name} ${detail.en}`);
}

interface Kept {
  v: number;
  checkpoint: string;
  stamp: { response: string; ca: string; at: string } | null;
}

async function kept(world: MemoryWorld, size: number): Promise<Kept> {
  return parseCanonical((await world.log.get(markName(2026, size)))!) as unknown as Kept;
}
const keep = async (world: MemoryWorld, size: number, mark: Kept): Promise<void> =>
  world.log.replace(markName(2026, size), canonicalBytes(mark as unknown as Json));

async function editMark(world: MemoryWorld, edit: (mark: Kept) => Kept | Promise<Kept>): Promise<void> {
  await keep(world, sizes[0], await edit(await kept(world, sizes[0])));
}

const noteOf = ({ checkpoint }: Kept) => parseCheckpoint(decodeBase64(checkpoint)!)!.note;

/** In the place of a line of a witness. */
function withLine(mark: Kept, name: string, change: (signature: Uint8Array) => Uint8Array): Kept {
  const { text, signatures } = noteOf(mark);
  const changed = signatures.map((line) =>
    line.name === name ? { ...line, signature: change(line.signature) } : line,
  );
  return { ...mark, checkpoint: encodeBase64(formatNote({ text, signatures: changed })) };
}

const edits: readonly (readonly [string, (world: MemoryWorld) => Promise<void>, () => string, RegExp])[] = [
  [
    'a bit of a cosignature',
    (world) => editMark(world, (mark) => withLine(mark, witness.key.name, (bytes) => flipped(bytes, 60))),
    () => markName(2026, sizes[0]),
    /cosignature of a pinned witness was changed/,
  ],
  [
    'the instant in a cosignature',
    (world) => editMark(world, (mark) => withLine(mark, witness.key.name, (bytes) => flipped(bytes, 7))),
    () => markName(2026, sizes[0]),
    /cosignature of a pinned witness was changed/,
  ],
  [
    'the cosignature of another checkpoint',
    async (world) => {
      const later = noteOf(await kept(world, sizes[1])).signatures.find(({ name }) => name === witness.key.name)!;
      await editMark(world, (mark) => withLine(mark, witness.key.name, () => later.signature));
    },
    () => markName(2026, sizes[0]),
    /of another checkpoint/,
  ],
  [
    'the cosignature of a stranger',
    (world) =>
      editMark(world, (mark) => {
        const note = noteOf(mark);
        return { ...mark, checkpoint: encodeBase64(withSignatures(note, [cosign(stranger, note.text, seconds)])) };
      }),
    () => markName(2026, sizes[0]),
    /of no pinned witness/,
  ],
  [
    'a cosignature among what is served',
    async (world) => {
      const { note } = parseCheckpoint((await world.log.get(checkpointName(2026)))!)!;
      const more = cosign(stranger, note.text, seconds);
      await world.log.replace(checkpointName(2026), withSignatures(note, [more]));
    },
    () => checkpointName(2026),
    /of no pinned witness/,
  ],
  [
    'a bit of the stamped digest',
    (world) =>
      editMark(world, ({ stamp, ...mark }) => {
        const response = decodeBase64(stamp!.response)!;
        return { ...mark, stamp: { ...stamp!, response: encodeBase64(flipped(response, response.length - 20)) } };
      }),
    () => markName(2026, sizes[0]),
    /time stamp was changed/,
  ],
  [
    'the instant beside a stamp',
    (world) =>
      editMark(world, ({ stamp, ...mark }) => ({ ...mark, stamp: { ...stamp!, at: '2020-01-01T00:00:00.000Z' } })),
    () => markName(2026, sizes[0]),
    /time stamp was changed/,
  ],
  [
    'the stamp of another checkpoint',
    async (world) => {
      const { stamp } = await kept(world, sizes[1]);
      await editMark(world, (mark) => ({ ...mark, stamp }));
    },
    () => markName(2026, sizes[0]),
    /time stamp was changed, or is of another checkpoint/,
  ],
  [
    'the stamp of another authority',
    (world) =>
      editMark(world, async (mark) => {
        const strange = timeStamps(other.url, other.ca, nonce).authority!;
        const { response, at } = await strange.stamp(utf8(noteOf(mark).text));
        return { ...mark, stamp: { response: encodeBase64(response), ca: other.ca, at } };
      }),
    () => markName(2026, sizes[0]),
    /not of the authority that is set/,
  ],
  [
    'a bit of the root',
    (world) =>
      editMark(world, (mark) => {
        const { text, signatures } = noteOf(mark);
        const [origin, size, root] = text.split('\n');
        const changed = `${origin}\n${size}\n${encodeBase64(flipped(decodeBase64(root!)!, 3))}\n`;
        return { ...mark, checkpoint: encodeBase64(formatNote({ text: changed, signatures })) };
      }),
    () => markName(2026, sizes[0]),
    /changed, or is not ours/,
  ],
  [
    'a tree that the log signed and went on from no more',
    async (world) => {
      const { ports } = onWorld(world);
      const mark = await kept(world, sizes[0]);
      const { origin, size } = parseCheckpoint(decodeBase64(mark.checkpoint)!)!;
      const text = formatTreeHead({ origin, size, root: new Uint8Array(32).fill(9) });
      const [own] = noteOf(mark).signatures;
      const signature = await ports.logSigner.sign(utf8(text));
      const note = { text, signatures: [{ ...own!, signature }] };
      await keep(world, size, { ...mark, checkpoint: encodeBase64(formatNote(note)), stamp: null });
    },
    () => markName(2026, sizes[0]),
    /no part of what the log says today/,
  ],
  [
    'a mark that does not read',
    (world) => world.log.replace(markName(2026, sizes[0]), utf8('{}')),
    () => markName(2026, sizes[0]),
    /changed, or is not ours/,
  ],
  [
    'the list of sizes',
    (world) => world.log.replace(sizesName(2026), utf8('[0]')),
    () => sizesName(2026),
    /changed, or is not ours/,
  ],
];

describe('the full check of what bodies outside said', () => {
  it('finds nothing in what was taken as it came', async () => {
    expect(await found(marked)).toEqual([]);
  });

  it.each(edits)('names %s', async (_what, edit, name, says) => {
    const world = copyOfWorld(marked, marked.random);
    await edit(world);
    const named = await found(world);
    expect(named).toHaveLength(1);
    expect(named[0]).toContain(`log/2026 ${name()}`);
    expect(named[0]).toMatch(says);
  });

  it('is not called a change when it is our own store that fails', async () => {
    const { ports } = onWorld(marked);
    for (const failing of [sizesName(2026), markName(2026, sizes[0])]) {
      const get = async (name: string) => {
        if (name === failing) throw new Error('the store is slow today');
        return ports.readLogFiles.get(name);
      };
      const check = checkLedger({ ...ports, readLogFiles: { ...ports.readLogFiles, get } });
      await expect(check).rejects.toThrow('the store is slow today');
    }
  });

  it('asks for the key of a witness that is pinned no more, and for the certificate of an authority that was changed', async () => {
    const world = copyOfWorld(marked, marked.random);
    world.witnesses = { keys: [], submitting: [] };
    world.timeStamps = timeStamps(other.url, other.ca, nonce);
    const named = await found(world);
    expect(named.filter((one) => one.includes('COMMUNS_WITNESSES'))).toHaveLength(3);
    expect(named.filter((one) => one.includes('COMMUNS_TSA_CA'))).toHaveLength(2);
    world.witnesses = { keys: [witness.key], submitting: [] };
    world.timeStamps = timeStamps(other.url, `${authority.ca}\n${other.ca}`, nonce);
    expect(await found(world)).toEqual([]);
  });
});
