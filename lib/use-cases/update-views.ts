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
 * @returns false if there was nothing to put
 */
async function bringUpToDate(
  ports: ViewPorts,
  book: string,
  name: string,
  steps: readonly Step[],
  known?: Item,
): Promise<boolean> {
  let item = known === undefined ? await ports.readViews.get(book, name) : known;
  for (;;) {
    const unseen = steps.filter(({ seq }) => seq > (item?.asOfSeq ?? -1));
    const last = unseen.at(-1);
    if (last === undefined) return false;
    const value = unseen.reduce((old, { change }) => change.apply(old), item?.value ?? null);
    // A change of what no fact made: there is still no such item.
    if (value === null) return false;
    const put = await ports.writeViews.put({ book, name, asOfSeq: last.seq, value }, item?.asOfSeq ?? null);
    if (put === 'put') return true;
    item = await ports.readViews.get(book, name);
  }
}

/** @param from the head up to which the cursor stands @returns false if another updater has put the cursor there, or beyond */
async function write(
  ports: ViewPorts,
  from: BookState['head'],
  head: BookState['head'],
  steps: readonly Step[],
): Promise<boolean> {
  const byName = Map.groupBy(steps, ({ change }) => change.name);
  await inTurn([...byName], ([name, ofName]) =>
    bringUpToDate(ports, head.book, name, ofName, ofName[0]!.change.isNew ? null : undefined),
  );
  // The cursor last: a crash before it leaves items that are ahead, and that the next run finds up to date.
  const { book, seq, digest, at } = head;
  const cursor: ViewChange = { name: cursorName, apply: () => ({ digest, at }) };
  const known = from.seq < 0 ? null : { asOfSeq: from.seq, value: null };
  return bringUpToDate(ports, book, cursorName, [{ seq, change: cursor }], known);
}

/**
 * @param overtaken called if another updater was quicker: what followed the facts since may have read other rows than this one did, and
 * put other items under these names
 * @returns the facts taken in, in order
 */
export async function updateViews(
  ports: ViewPorts,
  book: string,
  overtaken: (from: BookState['head'], names: readonly string[]) => Promise<void> = async () => undefined,
): Promise<readonly AnyFact[]> {
  const behind = rowsBehind(ports, book);
  const taken: AnyFact[] = [];
  const from = await readCursor(ports, book);
  let head = from;
  let written = head;
  let isFirst = true;
  const names = new Set<string>();
  let steps: Step[] = [];
  let facts = 0;
  for await (const { fact, bytes } of factsAfter(ports, head)) {
    for (const change of await viewsOfFact(fact, behind)) {
      steps.push({ seq: fact.seq, change });
      names.add(change.name);
    }
    head = { book, seq: fact.seq, digest: digestOf(ports.primitives.sha256, bytes), at: fact.at };
    taken.push(fact);
    facts += 1;
    if (facts % factsAtOnce === 0) {
      isFirst = (await write(ports, written, head, steps)) && isFirst;
      written = head;
      steps = [];
    }
  }
  if (steps.length > 0) isFirst = (await write(ports, written, head, steps)) && isFirst;
  if (!isFirst) await overtaken(from, [...names]);
  return taken;
}
