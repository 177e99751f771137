// The one way into the ledger: look for the intent, decide, store the rows, then one conditional put of the next fact.
import type { Row } from '../ledger/batch.ts';
import { type AnyFact, digestOf, factBytes, parseFact, type RegistrarSignature } from '../ledger/fact.ts';
import {
  type BatchRef,
  bookKindOf,
  type FactData,
  type FactKind,
  factDataSchemas,
  isRegistrarKind,
} from '../ledger/kinds.ts';
import { Refusal } from '../model/refusal.ts';
import type { Ports } from '../ports.ts';
import { type StoringPorts, storeBatch } from './batches.ts';
import { type BookPorts, type BookState, readBook, readFact } from './book-state.ts';
import { requireNobodyErased } from './not-erased.ts';

export type AppendPorts = BookPorts & StoringPorts & Pick<Ports, 'appendBooks' | 'clock' | 'random'>;

/** A fact but for its place in the book. Rows are stored before it, under their root. */
export interface Draft<K extends FactKind> {
  readonly kind: K;
  readonly by: string;
  readonly data: FactData<K>;
  /** Of what the registrar decides (append-signed.ts). */
  readonly signed?: RegistrarSignature;
}

export interface Appended {
  readonly fact: AnyFact;
  readonly digest: string;
  /** True if this intent was carried out before: `fact` is that first answer. */
  readonly already: boolean;
}

/** Stores rows for the fact being decided; the cause is part of their salts. */
export type Store = (rows: readonly Row[], place?: 'files') => Promise<BatchRef>;

export interface Intended {
  readonly book: string;
  /** `causeOf` the intent. */
  readonly cause: string;
  /** As it was just read; absent: it is read now. A put that comes too late for it reads it again. */
  readonly state?: BookState;
  /** If a fact of one of these kinds comes between, the decision is made again; else only the fact's place changes. */
  readonly dependsOn: readonly FactKind[];
}

export const busy = (book: string): Refusal =>
  new Refusal('ledger-busy', {
    fr: `D’autres écritures passent sans cesse avant celle-ci dans le livre ${book}. Rien n’a été enregistré ; recommencez dans une minute.`,
    en: `Other writes keep coming before this one in the book ${book}. Nothing was saved; try again in a minute.`,
  });

/** More lost puts than any crowd makes: the consumers of crowds write for many at once. */
const mostTries = 100;

/** @returns the fact of this cause, if the book holds it, wherever the views are */
export async function findByCause(
  ports: Pick<Ports, 'readBooks' | 'primitives'>,
  state: BookState,
  cause: string,
): Promise<Appended | null> {
  const seq = (await state.get(`causes/${cause}`)) as number | null;
  if (seq === null) return null;
  const stored = await ports.readBooks.fact(state.book, seq);
  if (stored === null) throw new Error(`fact ${state.book} ${seq}: a view names it and it is not there`);
  const { fact, bytes } = readFact(stored);
  return { fact, digest: digestOf(ports.primitives.sha256, bytes), already: true };
}

/**
 * Repeatable: the same intent answers with the fact it made the first time. A crash before the put leaves rows that no fact names;
 * after it, views and whatever the fact wakes are brought up by the next run.
 * @param decide reads the state and gives the fact; called again if a fact it depends on came between
 * @throws Refusal `ledger-busy`, `unknown-developer` where somebody whom its rows are about was erased, and whatever `decide` throws
 */
export async function append<K extends FactKind>(
  ports: AppendPorts,
  intended: Intended,
  decide: (state: BookState, store: Store) => Promise<Draft<K>>,
): Promise<Appended> {
  const { book, cause, dependsOn } = intended;
  /** Of whom the fact will have rows. */
  const about = new Set<string>();
  const store: Store = (rows, place) => {
    for (const { row } of rows) {
      const { developer } = row as { readonly developer?: unknown };
      if (typeof developer === 'string') about.add(developer);
    }
    return storeBatch(ports, book, cause, rows, place);
  };
  const salt = ports.random.bytes(32, `salt of ${book} ${cause}`);
  let draft: Draft<K> | null = null;
  let decidedAt = -1;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const state = tries === 0 && intended.state ? intended.state : await readBook(ports, book);
    const known = await findByCause(ports, state, cause);
    if (known !== null) return known;
    if (draft === null || (await hasNewer(ports, book, decidedAt, [...dependsOn, 'erasure']))) {
      decidedAt = state.head.seq;
      draft = await decide(state, store);
      if (isRegistrarKind(draft.kind) && draft.signed === undefined) throw new Error(`${draft.kind}: nobody signed it`);
      if (bookKindOf(book) === 'company') await requireNobodyErased(state, about);
    }
    const { seq, digest, at: before } = state.head;
    const bytes = factBytes({
      v: factDataSchemas[draft.kind].version,
      book,
      seq: seq + 1,
      prev: digest,
      kind: draft.kind,
      at: notBefore(before, ports.clock.now()),
      by: draft.by,
      cause,
      data: draft.data,
      ...(draft.signed === undefined ? {} : { signed: draft.signed }),
    } as unknown as AnyFact);
    if ((await ports.appendBooks.put({ book, seq: seq + 1, bytes, salt })) === 'put') {
      // Read back, so that the first answer and every later one are the same to the last member.
      return { fact: parseFact(bytes), digest: digestOf(ports.primitives.sha256, bytes), already: false };
    }
  }
  throw busy(book);
}

/** A clock that went back must not put a fact before its predecessor. */
function notBefore(before: string, nowMs: number): string {
  const now = new Date(nowMs).toISOString();
  return before > now ? before : now;
}

async function hasNewer(
  ports: Pick<Ports, 'readBooks'>,
  book: string,
  after: number,
  kinds: readonly FactKind[],
): Promise<boolean> {
  for await (const stored of ports.readBooks.facts(book, after)) {
    if (kinds.includes(readFact(stored).fact.kind)) return true;
  }
  return false;
}
