// I6: a statement with its status at hand verifies as what the facts say it is: never as current once it was replaced or revoked.
import { readStatement } from '../../../lib/use-cases/read-statement.ts';
import type { PlainFact } from '../read-world.ts';
import { type Simulation, startProcess, violate } from '../simulation.ts';
import { issuedIn } from './issued.ts';

const resultOf = { issued: 'authentic', superseded: 'superseded', revoked: 'revoked' } as const;

export async function checkStanding(sim: Simulation, books: ReadonlyMap<string, readonly PlainFact[]>): Promise<void> {
  for (const [book, facts] of books) {
    if (!book.startsWith('company/')) continue;
    const company = book.slice('company/'.length);
    for (const { number, jws, state } of await issuedIn(sim, book, facts)) {
      const level = sim.draw.oneOf(['totals', 'lines', 'names'] as const);
      const { ports } = startProcess(sim, { tenant: company });
      const { verification, view } = await readStatement(ports, company, number, level);
      if (verification.result !== resultOf[state]) {
        violate(sim, 'I6', `${book} ${number} is ${state} and verifies as ${verification.result}`);
      }
      if (view.jws !== jws) violate(sim, 'I6', `${book} ${number}: another text is shown than was issued`);
    }
  }
}
