// The same root by hand: no row is looked at but for its source, and nothing is refused.
import { hash } from 'node:crypto';
import { canonicalText } from '../../../lib/ledger/canonical.ts';
import type { Prepare } from '../beside/way.ts';
import { timed } from '../statement/timed.ts';
import { madeEntries } from './made-entries.ts';

interface Row {
  readonly source: { readonly [name: string]: string | number | null };
  readonly parts: readonly { readonly amount: number }[];
}

const node = (left: Buffer, right: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');

function rootOf(leaves: Buffer[]): Buffer {
  let level = leaves;
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) =>
      2 * i + 1 < level.length ? node(level[2 * i]!, level[2 * i + 1]!) : level[2 * i]!,
    );
  }
  return level[0]!;
}

export const prepare: Prepare = async (_load, size) => {
  const lines = madeEntries(size);
  return () =>
    timed(
      'rows',
      () => {
        let minutes = 0;
        const leaves = lines.map((line) => {
          const { source, ...rest } = JSON.parse(line) as Row;
          minutes += rest.parts[0]!.amount;
          const text = canonicalText({ ...rest, sourceDigest: hash('sha256', canonicalText(source)) });
          return hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(text)]), 'buffer');
        });
        return { root: rootOf(leaves).toString('hex'), minutes };
      },
      (found) => found,
    );
};
