// Proofs from tiles, held against those of the plain tree; and what is refused: every changed bit of a proof.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../lib/ledger/log/base64.ts';
import { rootOfEdge } from '../../../lib/ledger/log/grow.ts';
import { consistencyProof, inclusionProof, isConsistent, treeReader } from '../../../lib/ledger/log/proof.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from '../../../lib/ledger/log/tlog-proof.ts';
import { keyTypes } from '../../../lib/ledger/log/vkey.ts';
import { inclusionPath, leafHash, merkleRoot } from '../../../lib/ledger/merkle.ts';
import { flipped, utf8 } from '../bytes.ts';
import { entriesOf, entryOf, madeCheckpoint, madeKey, madeLog, reads, sha256, verifyEd25519 } from './made-log.ts';

const most = 700;
const leaves = entriesOf(0, most).map((entry) => leafHash(sha256, entry));
const rootAt = (size: number): Uint8Array => merkleRoot(sha256, leaves.slice(0, size));
const log = madeLog(Array.from({ length: most }, (_, i) => i + 1));
const readerAt = (size: number) => treeReader(sha256, reads(log.files), size);

describe('a proof of inclusion', () => {
  it('from tiles is that of the plain tree', async () => {
    const place = fc.integer({ min: 1, max: most }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
    await fc.assert(
      fc.asyncProperty(place, async ([size, index]) => {
        const path = await inclusionProof(readerAt(size), index);
        expect(path).toEqual(inclusionPath(sha256, leaves.slice(0, size), index));
      }),
      { numRuns: 200 },
    );
    await expect(inclusionProof(readerAt(5), 5)).rejects.toThrow(RangeError);
  });
});

describe('a proof of consistency', () => {
  // RFC 6962 section 2.1.3: the three examples over seven leaves.
  it('is that of the examples of RFC 6962', async () => {
    const root = (from: number, to: number): Uint8Array => merkleRoot(sha256, leaves.slice(from, to));
    expect(await consistencyProof(readerAt(7), 3)).toEqual([root(2, 3), root(3, 4), root(0, 2), root(4, 7)]);
    expect(await consistencyProof(readerAt(7), 4)).toEqual([root(4, 7)]);
    expect(await consistencyProof(readerAt(7), 6)).toEqual([root(4, 6), root(6, 7), root(0, 4)]);
  });

  it('holds between any two sizes of one log, and for no other root and no other proof', async () => {
    const two = fc.integer({ min: 0, max: most }).chain((size) => fc.tuple(fc.nat(size), fc.constant(size)));
    await fc.assert(
      fc.asyncProperty(two, fc.nat(), async ([was, is], chance) => {
        const before = { size: was, root: rootAt(was) };
        const after = { size: is, root: rootAt(is) };
        const proof = await consistencyProof(readerAt(is), was);
        expect(isConsistent(sha256, before, after, proof)).toBe(true);
        const bit = 1 << (chance % 8);
        const turned = (bytes: Uint8Array): Uint8Array => flipped(bytes, chance % 32, bit);
        expect(isConsistent(sha256, { ...before, root: turned(before.root) }, after, proof)).toBe(false);
        if (was > 0) expect(isConsistent(sha256, before, { ...after, root: turned(after.root) }, proof)).toBe(false);
        expect(isConsistent(sha256, before, after, [...proof, rootAt(1)])).toBe(false);
        if (proof.length === 0) return;
        const at = chance % proof.length;
        const altered = proof.map((hash, i) => (i === at ? turned(hash) : hash));
        expect(isConsistent(sha256, before, after, altered)).toBe(false);
        expect(isConsistent(sha256, before, after, proof.slice(1))).toBe(false);
        expect(isConsistent(sha256, after, before, proof)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the file of a proof', () => {
  const maker = madeKey('communs.example/log/2026', keyTypes.ed25519);
  const stranger = madeKey('communs.example/log/2026', keyTypes.ed25519);
  const entry = entryOf(412);
  let file: Uint8Array;
  beforeAll(async () => {
    const path = await inclusionProof(readerAt(most), 412);
    file = formatTlogProof({ index: 412, path, checkpoint: madeCheckpoint(log.edge, maker) });
  });
  const checks = { sha256, verifyEd25519 };

  it('proves that an entry is in the tree that the log signed', async () => {
    const proven = await verifyTlogProof(checks, file, entry, [maker.key]);
    expect(proven).toMatchObject({ index: 412, checkpoint: { origin: 'communs.example/log/2026', size: most } });
  });

  it('is the text that the specification shows', () => {
    const [first, index, hash, ...rest] = new TextDecoder().decode(file).split('\n');
    expect([first, index]).toEqual(['c2sp.org/tlog-proof@v1', 'index 412']);
    expect(hash).toBe(encodeBase64(leaves[413]!));
    expect(rest).toContain('communs.example/log/2026');
    expect(rest.at(-2)).toMatch(/^— communs\.example\/log\/2026 [A-Za-z0-9+/]+=*$/);
  });

  it('proves nothing of another entry, nor under a key that nobody gave', async () => {
    expect(await verifyTlogProof(checks, file, entryOf(411), [maker.key])).toBe('not-in-tree');
    expect(await verifyTlogProof(checks, file, entry, [stranger.key])).toBe('unknown-key');
    expect(await verifyTlogProof(checks, file, entry, [])).toBe('unknown-key');
  });

  it('proves nothing after any flip of one bit', async () => {
    let taken = 0;
    for (let at = 0; at < file.length; at += 1) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const answer = await verifyTlogProof(checks, flipped(file, at, bit), entry, [maker.key]);
        if (typeof answer !== 'string') taken += 1;
      }
    }
    expect(taken).toBe(0);
  });

  it('may hold extra data, which vouches for nothing', () => {
    const text = new TextDecoder().decode(file);
    const withExtra = (extra: string) => parseTlogProof(utf8(text.replace('\nindex', `\nextra ${extra}\nindex`)));
    expect(withExtra('YQ==')).toEqual(parseTlogProof(file));
    expect(withExtra('YR==')).toBeNull();
  });

  it('of a log with one entry is the checkpoint alone', async () => {
    const one = madeLog([1]);
    const path = await inclusionProof(treeReader(sha256, reads(one.files), 1), 0);
    const alone = formatTlogProof({ index: 0, path, checkpoint: madeCheckpoint(one.edge, maker) });
    expect(await verifyTlogProof(checks, alone, entryOf(0), [maker.key])).toMatchObject({ index: 0 });
    expect(rootOfEdge(sha256, one.edge)).toEqual(leaves[0]);
  });
});
