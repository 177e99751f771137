// Brings the views of one book up to its facts. The stream, the embedded append, start-up and the command all run this same step.
import { type AnyFact, digestOf } from '../ledger/fact.ts';
import type { ViewChange } from '../ledger/views/view-change.ts';
import { viewsOfFact } from '../ledger/views/views-of-fact.ts';
import type { ViewItem } from '../ports/views.ts';
import type { Ports } from '../ports.ts';
import { inTurn, type ReadingPorts } from './batches.ts';
import { type BookState, cursorName, factsAfter, readCursor, rowsBehind } from './book-state.ts';

export type ViewPorts = ReadingPorts & Pick<Ports, 'readBooks' | 'readViews' | 'writeViews'>;

interface Step {
  readonly seq: number;
  readonly change: ViewChange;
}

/** So many facts are folded before anything is written: a rebuild writes each item once, not once for each fact. */
const factsAtOnce = 200;

type Item = Pick<ViewItem, 'asOfSeq' | 'value'> | null;

/**
 * Applies what the item has not seen. Of two updaters at once, one is told `moved` and looks again; none skips a fact.
 * @param known the item as it stands, or most likely stands; absent: it is looked at
 */
async function bringUpToDate(
  ports: ViewPorts,
  book: string,
  name: string,
  steps: readonly Step[],
  known?: Item,
): Promise<void> {
  let item = known === undefined ? await ports.readViews.get(book, name) : known;
  for (;;) {
    const unseen = steps.filter(({ seq }) => seq > (item?.asOfSeq ?? -1));
    const last = unseen.at(-1);
    if (last === undefined) return;
    const value = unseen.reduce((old, { change }) => change.apply(old), item?.value ?? null);
    // A change of what no fact made: there is still no such item.
    if (value === null) return;
    const put = await ports.writeViews.put({ book, name, asOfSeq: last.seq, value }, item?.asOfSeq ?? null);
    if (put === 'put') return;
    item = await ports.readViews.get(book, name);
  }
}

/** @param from the head up to which the cursor stands */
async function write(
  ports: ViewPorts,
  from: BookState['head'],
  head: BookState['head'],
  steps: readonly Step[],
): Promise<void> {
  const byName = Map.groupBy(steps, ({ change }) => change.name);
  await inTurn([...byName], ([name, ofName]) =>
    bringUpToDate(ports, head.book, name, ofName, ofName[0]!.change.isNew ? null : undefined),
  );
  // The cursor last: a crash before it leaves items that are ahead, and that the next run finds up to date.
  const { book, seq, digest, at } = head;
  const cursor: ViewChange = { name: cursorName, apply: () => ({ digest, at }) };
  const known = from.seq < 0 ? null : { asOfSeq: from.seq, value: null };
  await bringUpToDate(ports, book, cursorName, [{ seq, change: cursor }], known);
}

/** @returns the facts taken in, in order */
export async function updateViews(ports: ViewPorts, book: string): Promise<readonly AnyFact[]> {
  const behind = rowsBehind(ports, book);
  const taken: AnyFact[] = [];
  let head = await readCursor(ports, book);
  let written = head;
  let steps: Step[] = [];
  let facts = 0;
  for await (const { fact, bytes } of factsAfter(ports, head)) {
    for (const change of await viewsOfFact(fact, behind)) steps.push({ seq: fact.seq, change });
    head = { book, seq: fact.seq, digest: digestOf(ports.primitives.sha256, bytes), at: fact.at };
    taken.push(fact);
    facts += 1;
    if (facts % factsAtOnce === 0) {
      await write(ports, written, head, steps);
      written = head;
      steps = [];
    }
  }
  if (steps.length > 0) await write(ports, written, head, steps);
  return taken;
}
