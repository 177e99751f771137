// I2: each acknowledged fact is in its book, once, and each acknowledged row in one fact. The chain of each book is whole.
import { batchOf, erasuresIn, type PlainFact, rowsIn } from '../read-world.ts';
import { type Simulation, violate } from '../simulation.ts';

const crowdKinds: ReadonlySet<string> = new Set([
  'months-checked',
  'contributions-confirmed',
  'contributions-disputed',
]);

export async function checkKept(sim: Simulation, books: ReadonlyMap<string, readonly PlainFact[]>): Promise<void> {
  const rowsOf = new Map<string, Map<string, number>>();
  const erasedAt = new Map<string, ReadonlySet<string>>();
  for (const [book, facts] of books) {
    const causes = new Map<string, number>();
    const rows = new Map<string, number>();
    let prev = '0'.repeat(64);
    for (const [at, fact] of facts.entries()) {
      const linked = fact as PlainFact & { readonly prev: string };
      if (fact.seq !== at || linked.prev !== prev) violate(sim, 'I2', `${book} ${at}: the chain is broken`);
      prev = fact.digest;
      causes.set(fact.cause, (causes.get(fact.cause) ?? 0) + 1);
      const batch = batchOf(fact);
      if (batch === null || !crowdKinds.has(fact.kind)) continue;
      for (const { cause } of await rowsIn(sim.world, book, batch)) {
        rows.set(String(cause), (rows.get(String(cause)) ?? 0) + 1);
      }
    }
    for (const [cause, count] of [...causes, ...rows]) {
      if (count > 1) violate(sim, 'I2', `${book}: ${cause} stands there ${count} times`);
    }
    rowsOf.set(book, rows);
    erasedAt.set(book, (await erasuresIn(sim.world, book, facts)).people);
  }
  for (const told of sim.acknowledged) {
    if ('row' in told) {
      if (told.about !== null && erasedAt.get(told.book)?.has(told.about)) continue;
      if (!rowsOf.get(told.book)?.has(told.row)) violate(sim, 'I2', `${told.book}: the row ${told.row} is lost`);
      continue;
    }
    if ('holds' in told) {
      const count = (books.get(told.book) ?? []).filter(
        ({ kind, data }) =>
          kind === told.kind && Object.entries(told.holds).every(([member, value]) => data[member] === value),
      ).length;
      if (count !== 1) violate(sim, 'I2', `${told.book}: ${told.kind} ${JSON.stringify(told.holds)}: ${count} times`);
      continue;
    }
    const fact = books.get(told.book)?.[told.seq];
    if (fact === undefined || (told.digest !== null && told.digest !== fact.digest)) {
      violate(
        sim,
        'I2',
        `${told.book} ${told.seq}: it was acknowledged, and ${fact === undefined ? 'is lost' : 'is another one'}`,
      );
    }
  }
  const lost = sim.deadLetters.filter(({ body }) => !body.includes('poison'));
  for (const { body } of lost) violate(sim, 'I2', `a good message was set aside: ${body}`);
}
