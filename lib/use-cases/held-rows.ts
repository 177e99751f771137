// Every row about a developer in a company's book, with the fact that holds it: nothing is left out, so that she sees what is kept.
import type { Json } from '../ledger/canonical.ts';
import { parseFact } from '../ledger/fact.ts';
import { inTurn, readGroup, readGroups } from './batches.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { batchesOf } from './erased-lines.ts';

export interface HeldRow {
  /** Of the company's book. */
  readonly fact: number;
  readonly kind: string;
  readonly at: string;
  /** Whose act it was: a person's id, or `consumer` where many acted at once: then the row says who. */
  readonly by: string;
  /** `<root>:<leaf>` */
  readonly id: string;
  readonly row: Json;
}

/** In order of fact and leaf. Facts that name her themselves are given with their data, and no row. */
export async function heldRows(
  ports: BookPorts,
  state: BookState,
  developer: string,
): Promise<{ readonly rows: readonly HeldRow[]; readonly facts: readonly Omit<HeldRow, 'id'>[] }> {
  const rows: HeldRow[] = [];
  const facts: Omit<HeldRow, 'id'>[] = [];
  const loans = new Set<string>();
  for await (const { bytes } of ports.readBooks.facts(state.book, -1)) {
    const fact = parseFact(bytes);
    const { seq, kind, at, by } = fact;
    const data = fact.data as unknown as { readonly developer?: unknown };
    // What ends a loan names the loan alone.
    const isHers = fact.kind === 'secondment-ended' ? loans.has(fact.data.secondment) : data.developer === developer;
    if (isHers) facts.push({ fact: seq, kind, at, by, row: data as unknown as Json });
    if (isHers && fact.kind === 'secondment-agreed') loans.add(fact.data.secondment);
    for (const batch of batchesOf(fact)) {
      if (fact.kind === 'erasure' || batch.rows === 0) continue;
      const groups = (await readGroups(ports, state.book, batch)).filter((group) => group.startsWith(`${developer} `));
      const found = (await inTurn(groups, (group) => readGroup(ports, state.book, batch, group))).flat();
      for (const { leaf, row } of found.toSorted((a, b) => a.leaf - b.leaf)) {
        if (row !== null) rows.push({ fact: seq, kind, at, by, id: `${batch.root}:${leaf}`, row });
      }
    }
  }
  return { rows, facts };
}
