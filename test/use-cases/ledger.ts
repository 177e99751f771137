// A ledger for the tests of use cases: memory ports on which views and claims of time follow each fact, as in a real run.
import type { FaultPlan } from '../../lib/adapters/memory/faults.ts';
import { type MemoryWorld, memoryPorts, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import { type AnyFact, parseFact } from '../../lib/ledger/fact.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Forge } from '../../lib/ports/forge.ts';
import type { Random } from '../../lib/ports/primitives.ts';
import type { Ports } from '../../lib/ports.ts';
import { claimTime } from '../../lib/use-cases/claim-time.ts';
import { updateViews } from '../../lib/use-cases/update-views.ts';

/** The same bytes for the same purpose, at each draw: a run that died and one that did not make the same keys. */
const sameForPurpose: Random = {
  bytes: (length, purpose) => primitives.sha256(new TextEncoder().encode(purpose)).slice(0, length),
};

export const testWorld = (): MemoryWorld => ({ ...memoryWorld(), random: sameForPurpose });

export interface TestLedger {
  readonly world: MemoryWorld;
  readonly ports: Ports;
  /** Each await so far: as many places to die. */
  readonly steps: readonly string[];
}

export function testLedger(
  options: { readonly world?: MemoryWorld; readonly faults?: FaultPlan; readonly forge?: Forge } = {},
): TestLedger {
  const world = options.world ?? testWorld();
  const { ports, steps } = memoryPorts({
    world,
    ...(options.forge === undefined ? {} : { forge: options.forge }),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
    onFact: async (book) => {
      for (const { seq } of await updateViews(ports, book)) {
        if (book.startsWith('company/')) await claimTime(ports, book, seq);
      }
    },
  });
  return { world, ports, steps };
}

export async function factsOf(ports: Pick<Ports, 'readBooks'>, book: string): Promise<AnyFact[]> {
  const facts: AnyFact[] = [];
  for await (const { bytes } of ports.readBooks.facts(book, -1)) facts.push(parseFact(bytes));
  return facts;
}

const encoder = new TextEncoder();

export const jsonFile = (value: unknown): DeclarationFile => ({
  name: 'file.json',
  bytes: encoder.encode(JSON.stringify(value)),
});

/** @param lines cells by line, the header first */
export const csvFile = (...lines: readonly string[]): DeclarationFile => ({
  name: 'file.csv',
  bytes: encoder.encode(lines.join('\n')),
});

/** @returns what was refused @throws Error if nothing was */
export async function refusalOf(act: Promise<unknown>): Promise<Refusal> {
  const outcome = await act.catch((error: unknown) => error);
  if (outcome instanceof Refusal) return outcome;
  throw new Error('it was not refused', { cause: outcome });
}
