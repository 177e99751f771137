// One declared thing, one fact: written where the book says otherwise, so that the same file twice writes nothing.
import type { Row } from '../ledger/batch.ts';
import { canonicalBytes, canonicalText, type Json } from '../ledger/canonical.ts';
import { causeOf, type Intent } from '../ledger/fact.ts';
import { type FactData, type FactKind, isRegistrarKind } from '../ledger/kinds.ts';
import { toHex } from '../model/hashing.ts';
import { type AppendPorts, append, type Draft, findByCause, type Store } from './append.ts';
import { appendSigned, type SigningPorts } from './append-signed.ts';
import { type BookState, readBook } from './book-state.ts';

/** A fact in the making; the reference to its rows is added when they are stored. */
export interface Said<K extends FactKind> {
  readonly book: string;
  readonly by: string;
  readonly kind: K;
  readonly data: Omit<FactData<K>, 'batch'>;
  /** For the kinds that have a batch. */
  readonly rows?: readonly Row[];
}

export interface Declared<K extends FactKind> extends Said<K> {
  /** What the book says of the same thing now, with the members of `data` and no others; null if nothing. */
  readonly standing: (state: BookState) => Promise<object | null>;
}

/** @returns true where both have one canonical text */
export const isSame = (a: object, b: object): boolean => canonicalText(a as Json) === canonicalText(b as Json);

/** To say again what was replaced since is a new intent: it comes after the last time that it was said. */
async function freshCause(ports: AppendPorts, state: BookState, intent: Omit<Intent, 'after'>): Promise<string> {
  let after: string | null = null;
  for (;;) {
    const cause = causeOf(ports.primitives.sha256, { ...intent, after });
    const before = await findByCause(ports, state, cause);
    if (before === null) return cause;
    after = before.digest;
  }
}

/** `registrar` for the kinds that it decides. */
export type DeclarePorts = AppendPorts & Partial<Pick<SigningPorts, 'registrar'>>;

const canSign = (ports: DeclarePorts): ports is SigningPorts => ports.registrar !== undefined;

/** Appends what the caller found to be new. @param state of the book as the caller saw it */
export async function say<K extends FactKind>(ports: DeclarePorts, state: BookState, said: Said<K>): Promise<void> {
  const { book, by, kind, data, rows } = said;
  const { hmacSha256 } = ports.primitives;
  // Under the rows' own keys: nobody guesses a salary or a reason from the cause.
  const behind = (rows ?? []).map(({ row, key }) => toHex(hmacSha256(key, canonicalBytes(row))));
  const on = { ...data, rows: behind } as unknown as Json;
  const cause = await freshCause(ports, state, { actor: by, act: kind, on });
  const intended = { book, cause, dependsOn: [] };
  const decide = async (_state: BookState, store: Store): Promise<Draft<K>> => {
    const withRows = rows === undefined ? data : { ...data, batch: await store(rows) };
    return { kind, by, data: withRows as FactData<K> };
  };
  if (isRegistrarKind(kind) && canSign(ports)) await appendSigned(ports, intended, decide);
  // Of what the registrar decides, without its signature, nothing is written.
  else await append(ports, intended, decide);
}

/** @returns whether it had to be said */
export async function declare<K extends FactKind>(ports: DeclarePorts, declared: Declared<K>): Promise<boolean> {
  const state = await readBook(ports, declared.book);
  const standing = await declared.standing(state);
  if (standing !== null && isSame(standing, declared.data)) return false;
  await say(ports, state, declared);
  return true;
}
