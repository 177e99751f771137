// Lines of people that a company declares and may take back: only what changed is written, in one fact.
import type { Row } from '../ledger/batch.ts';
import type { Json } from '../ledger/canonical.ts';
import type { Ports } from '../ports.ts';
import type { AppendPorts } from './append.ts';
import type { BookState } from './book-state.ts';
import { isSame, say } from './declare.ts';
import { developerKeyOwner } from './people.ts';

export type RowPorts = AppendPorts & Pick<Ports, 'directory' | 'saltKeys'>;

interface DeclaredRow {
  readonly developer: string;
  readonly stands: boolean;
}

/**
 * @param nameOf what tells one line from another: a later one under the same name takes its place
 * @returns how many lines were new; taking back what never stood is nothing new
 */
export async function declareRows<T extends DeclaredRow>(
  ports: RowPorts,
  state: BookState,
  said: { readonly by: string; readonly company: string; readonly kind: 'work-ordered' | 'time-claimed-elsewhere' },
  lines: { readonly declared: readonly T[]; readonly onFile: readonly T[]; readonly nameOf: (one: T) => string },
): Promise<number> {
  const { by, company, kind } = said;
  const stood = new Map(lines.onFile.map((one) => [lines.nameOf(one), one]));
  const changed = lines.declared.filter((one) => {
    const before = stood.get(lines.nameOf(one));
    return before === undefined ? one.stands : !isSame(before, one);
  });
  if (changed.length === 0) return 0;
  const rows: Row[] = [];
  for (const one of changed.toSorted((a, b) => (lines.nameOf(a) < lines.nameOf(b) ? -1 : 1))) {
    const key = await ports.saltKeys.of(developerKeyOwner(company, one.developer));
    rows.push({ row: one as unknown as Json, position: lines.nameOf(one), key });
  }
  await say(ports, state, { book: state.book, by, kind, data: {}, rows });
  return rows.length;
}
