// The company's book and the registry as a statement read them when it was prepared.
import { type BookPorts, type BookState, foldBook } from './book-state.ts';
import type { FoundStatement } from './statements-of.ts';

/** The books as the statement read them: what came since changes nothing of what it rests on. */
export async function statesBehind(
  ports: BookPorts,
  { prepared }: FoundStatement,
): Promise<{ readonly company: BookState; readonly registry: BookState }> {
  const [company, registry] = await Promise.all(prepared.heads.map(({ book, seq }) => foldBook(ports, book, seq)));
  if (company === undefined || registry === undefined) throw new Error(`prepared ${prepared.seq}: a head is missing`);
  return { company, registry };
}
