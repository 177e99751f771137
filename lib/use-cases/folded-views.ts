// The views of a book held against the fold of its facts: what differs, what is gone, what no fact made.
import { canonicalText, type Json } from '../ledger/canonical.ts';
import { type AnyFact, digestOf } from '../ledger/fact.ts';
import { type BookKind, bookKindOf } from '../ledger/kinds.ts';
import { fixedPartitions, partitionOf } from '../ledger/views/partitions.ts';
import { viewsOfFact } from '../ledger/views/views-of-fact.ts';
import { UnreadableView, type ViewItem } from '../ports/views.ts';
import type { Ports } from '../ports.ts';
import { inTurn, type ReadingPorts } from './batches.ts';
import { cursorName, readFact, rowsBehind } from './book-state.ts';

export type FoldPorts = ReadingPorts & Pick<Ports, 'readBooks' | 'readViews'>;

interface Folded {
  readonly seq: number;
  readonly value: Json;
}

export interface ViewFlaw {
  readonly name: string;
  /** As it stands there; null if it is gone or cannot be read. */
  readonly stored: ViewItem | null;
  /** As the last fact left it; null if no fact made it. */
  readonly folded: Folded | null;
  readonly is: 'changed' | 'missing' | 'extra' | 'unreadable';
}

export interface FoldedViews {
  /** The next fact of the book, its chain and rows checked. */
  readonly take: (fact: AnyFact) => Promise<void>;
  /**
   * What is not as the facts taken say. An item that is behind because the cursor is, or ahead because somebody is writing, is no flaw.
   * @param upTo seq of the last fact taken: what the views know beyond it was not folded
   * @param alsoIn partitions to look at, whether or not anything that is left names them
   */
  readonly flaws: (upTo: number, alsoIn?: Iterable<string>) => AsyncGenerator<ViewFlaw>;
}

/** Where an item says how far somebody has come in the book: not a fold, but its digest is that of a fact. */
const isPosition = (name: string): boolean => name === cursorName || name.startsWith(`${cursorName}-`);

const namesOfMonths = 'month-names';

/** Months that no fact names are looked at too, as far as anybody would ask for: from the year before to the year after. */
function monthPartitions(years: readonly number[]): string[] {
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 1];
  const months = Array.from(
    { length: years.length === 0 ? 0 : 12 * (last - first + 1) },
    (_, i) => `${first + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}`,
  );
  return ['months', 'complete'].flatMap((family) => months.map((month) => `${family}/${month}`));
}

function sameValue(a: Json, b: Json): boolean {
  try {
    return canonicalText(a) === canonicalText(b);
  } catch {
    return false;
  }
}

/** @returns how far the views are, -1 where no cursor stands that can be read */
export const storedCursor = (ports: Pick<Ports, 'readViews'>, book: string): Promise<number> =>
  ports.readViews.get(book, cursorName).then(
    (item) => item?.asOfSeq ?? -1,
    (error: unknown) => {
      if (error instanceof UnreadableView) return -1;
      throw error;
    },
  );

/** @param cursor how far the views had come before the first fact was taken; -1 = nowhere */
export function foldedViews(ports: FoldPorts, book: string, cursor: number): FoldedViews {
  const behind = rowsBehind(ports, book);
  // Up to the cursor the last value alone can stand there; after it, each of those that came since.
  const folds = new Map<string, readonly Folded[]>();
  const years = new Set<number>();

  async function positionIsRight({ asOfSeq, name, value }: ViewItem): Promise<boolean> {
    const stored = await ports.readBooks.fact(book, asOfSeq);
    if (stored === null) return false;
    const { fact, bytes } = readFact(stored);
    const digest = digestOf(ports.primitives.sha256, bytes);
    return sameValue(value, name === cursorName ? { digest, at: fact.at } : { digest });
  }

  async function isRight(item: ViewItem, upTo: number): Promise<boolean> {
    const { name, asOfSeq, value } = item;
    if (isPosition(name)) return positionIsRight(item).catch(() => false);
    const known = folds.get(name) ?? [];
    if (known.some((each) => each.seq === asOfSeq && sameValue(each.value, value))) return true;
    if (asOfSeq <= upTo) return false;
    // It knows a fact that was not taken: one that came since, or one that does not read.
    return ports.readBooks.fact(book, asOfSeq).then(
      (fact) => fact !== null,
      () => true,
    );
  }

  /** One item that does not read stops a list: then each that should be there is asked for by name. */
  async function itemsOf(partition: string, expected: readonly string[]) {
    const items: ViewItem[] = [];
    const unreadable = new Set<string>();
    const note = (error: unknown): null => {
      if (!(error instanceof UnreadableView)) throw error;
      unreadable.add(error.viewName);
      return null;
    };
    try {
      for await (const item of ports.readViews.list(book, partition)) items.push(item);
      return { items, unreadable };
    } catch (error) {
      note(error);
      const names = partition === '' ? [...expected, cursorName] : expected;
      const found = await inTurn(names, (name) => ports.readViews.get(book, name).catch(note));
      return { items: found.filter((item) => item !== null), unreadable };
    }
  }

  async function* flawsOf(partition: string, expected: readonly string[], upTo: number): AsyncGenerator<ViewFlaw> {
    const { items, unreadable } = await itemsOf(partition, expected);
    const lastFold = (name: string): Folded | null => folds.get(name)?.at(-1) ?? null;
    for (const name of unreadable) yield { name, stored: null, folded: lastFold(name), is: 'unreadable' };
    for (const item of items) {
      if (await isRight(item, upTo)) continue;
      const folded = lastFold(item.name);
      yield {
        name: item.name,
        stored: item,
        folded,
        is: folded === null && !isPosition(item.name) ? 'extra' : 'changed',
      };
    }
    const found = new Set([...unreadable, ...items.map(({ name }) => name)]);
    for (const name of expected) {
      const isThere = found.has(name) || folds.get(name)![0]!.seq > cursor;
      if (!isThere) yield { name, stored: null, folded: lastFold(name), is: 'missing' };
    }
  }

  return {
    take: async (fact) => {
      years.add(Number(fact.at.slice(0, 4)));
      for (const { name, apply } of await viewsOfFact(fact, behind)) {
        const known = folds.get(name) ?? [];
        const value = apply(known.at(-1)?.value ?? null);
        if (value === null) continue;
        const { seq } = fact;
        const still = seq <= cursor ? [] : known.filter((each) => each.seq !== seq);
        folds.set(name, [...still, { seq, value }]);
        const [, year] = /^(?:months|complete)\/(\d{4})/.exec(name) ?? [];
        if (year !== undefined) years.add(Number(year));
      }
    },
    flaws: async function* (upTo, alsoIn = []) {
      const kind = bookKindOf(book) as BookKind;
      const expected = Map.groupBy(folds.keys(), partitionOf);
      const isCompany = kind === 'company';
      // Rows that named them may be erased: what stands there says which months there were, and so is looked at last.
      const named = isCompany ? (await itemsOf(namesOfMonths, [])).items : [];
      for (const { name } of named) years.add(Number(name.slice(namesOfMonths.length + 1).slice(0, 4)));
      const months = isCompany ? monthPartitions([...years]) : [];
      const partitions = new Set([...fixedPartitions[kind], ...months, ...expected.keys(), ...alsoIn]);
      if (partitions.delete(namesOfMonths)) partitions.add(namesOfMonths);
      for (const partition of partitions) yield* flawsOf(partition, expected.get(partition) ?? [], upTo);
    },
  };
}
