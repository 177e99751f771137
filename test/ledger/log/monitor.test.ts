// A monitor reads everything again: any byte that was changed anywhere in the log is found, and its file named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootOfEdge } from '../../../lib/ledger/log/grow.ts';
import { monitorTree } from '../../../lib/ledger/log/monitor.ts';
import { tilePath, tilesOf } from '../../../lib/ledger/log/tiles.ts';
import { flipped } from '../bytes.ts';
import { entriesOf, madeLog, reads, sha256 } from './made-log.ts';

const { files, edge } = madeLog([100, 300, 66_000]);
const head = { origin: 'o', size: 66_000, root: rootOfEdge(sha256, edge) };
const watch = (changed: ReadonlyMap<string, Uint8Array>) => monitorTree(sha256, reads(changed), head);
const paths = [...tilesOf(66_000)].map(tilePath);

describe('a monitor', () => {
  it('finds nothing in a log that holds, and gives back all its entries', async () => {
    const { findings, entries, files: read } = await watch(files);
    expect(findings).toEqual([]);
    expect(entries).toEqual(entriesOf(0, 66_000));
    expect(read).toBe(paths.length);
  }, 60_000);

  it('finds each flipped bit, and names the file', async () => {
    const small = madeLog([100, 700]);
    const smallHead = { origin: 'o', size: 700, root: rootOfEdge(sha256, small.edge) };
    const smallPaths = [...tilesOf(700)].map(tilePath);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...smallPaths), fc.nat(), async (path, chance) => {
        const bytes = small.files.get(path)!;
        const changed = new Map(small.files).set(path, flipped(bytes, chance % bytes.length, 1 << (chance % 8)));
        const { findings } = await monitorTree(sha256, reads(changed), smallHead);
        expect(findings.length).toBeGreaterThan(0);
        // Of a tile of a level above, the tile below it is named too: which of the two was changed, hashes cannot tell.
        const named = findings.map((finding) => finding.path).join(' ');
        if (!path.startsWith('tile/1')) expect(named).toContain(path.slice(path.lastIndexOf('/')));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('finds what is gone and what was cut', async () => {
    for (const [path, bytes, what] of [
      ['tile/0/005', null, 'missing'],
      ['tile/entries/200', null, 'missing'],
      ['tile/1/000', new Uint8Array(8191), 'wrong-length'],
    ] as const) {
      const changed = new Map(files);
      if (bytes === null) changed.delete(path);
      else changed.set(path, bytes);
      expect((await watch(changed)).findings).toContainEqual({ path, what });
    }
  }, 60_000);

  it('is not content with a root that matches: a full tile below it may be another', async () => {
    const changed = new Map(files).set('tile/0/007', flipped(files.get('tile/0/007')!, 77));
    expect((await watch(changed)).findings).toEqual([
      { path: 'tile/entries/007', what: 'wrong-entry' },
      { path: 'tile/0/007', what: 'wrong-parent' },
    ]);
  }, 60_000);
});
