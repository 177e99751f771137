// A rendering is made once and kept, named by a fact. What an erasure destroyed is there no more, and is made again without whoever was erased.
import { causeOf } from '../ledger/fact.ts';
import type { FactKind } from '../ledger/kinds.ts';
import type { StatementView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { type AppendPorts, append, busy } from './append.ts';
import type { BookState } from './book-state.ts';
import type { Erased } from './erased-lines.ts';
import { keepDigest } from './look-up-digest.ts';
import { peopleErased } from './not-erased.ts';
import { companyBook } from './people.ts';

export interface RenderingToday {
  /** Null while it is not made: never yet, or not again. */
  readonly sha256: string | null;
  /** The last one of that name that was destroyed: the next one is another act. */
  readonly after: string | null;
}

/** @param rendering how facts call it: of several, the last stored is it */
export function renderingToday(
  erased: Erased,
  { renderings }: Pick<StatementView, 'renderings'>,
  rendering: string,
): RenderingToday {
  const last = renderings.findLast((one) => one.rendering === rendering)?.sha256 ?? null;
  const isGone = last !== null && erased.fileOf(last) !== undefined;
  return isGone ? { sha256: null, after: last } : { sha256: last, after: null };
}

/** A fact came while a file was made that would make it another one: it is made again. */
export class MovedMeanwhile extends Error {}

/** Books move a few times while a file is made, not without end. */
const mostTries = 5;

/** @throws Refusal `ledger-busy` */
export async function againWhileMoved<T>(book: string, make: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof MovedMeanwhile)) throw error;
    }
  }
  throw busy(book);
}

export interface RenderingMade {
  readonly company: string;
  readonly number: string;
  readonly rendering: string;
  readonly by: string;
  readonly after: string | null;
  readonly bytes: Uint8Array;
  /** How many erasures the book had when it was made: whoever was erased since may stand in it. */
  readonly erasures: number;
}

const isNamed = async (state: BookState, sha256: string): Promise<boolean> =>
  (await state.list('statements')).some(({ value }) =>
    (value as unknown as StatementView).renderings.some((one) => one.sha256 === sha256),
  );

/**
 * Of two who make it at the same time, the first one's is it, for both.
 * @param rests on which kinds of facts, and whether the book still says what it was made from
 * @returns its SHA-256
 * @throws MovedMeanwhile
 */
export async function keepRendering(
  ports: AppendPorts & Pick<Ports, 'sealedFiles'>,
  { company, number, rendering, by, after, bytes, erasures }: RenderingMade,
  rests: { readonly on: readonly FactKind[]; readonly stand: (state: BookState) => Promise<boolean> },
): Promise<{ readonly sha256: string; readonly already: boolean }> {
  const book = companyBook(company);
  const { sha256: hash } = ports.primitives;
  const sha256 = toHex(hash(bytes));
  // Sealed, for it tells of people; a crash before the fact leaves a file that nobody was given, and a pointer that leads nowhere.
  await ports.sealedFiles.put(book, sha256, bytes);
  await keepDigest(ports, sha256, { company, number, rendering });
  const cause = causeOf(hash, { actor: company, act: 'store-rendering', on: { number, rendering }, after });
  const { fact, already } = await append(ports, { book, cause, dependsOn: rests.on }, async (state) => {
    if ((await peopleErased(state)).size !== erasures || !(await rests.stand(state))) {
      // What no fact names, no erasure finds.
      if (!(await isNamed(state, sha256))) await ports.sealedFiles.destroy(book, sha256);
      throw new MovedMeanwhile();
    }
    return { kind: 'rendering-stored' as const, by, data: { number, rendering, sha256 } };
  });
  if (fact.kind !== 'rendering-stored') throw new Error(`fact ${book} ${fact.seq} is no rendering`);
  return { sha256: fact.data.sha256, already };
}
