// Something comes between the reading of a book and the put that decides: it is seen, or it comes too late, never both.
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { issuePrepared } from '../../lib/use-cases/issue-prepared.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import {
  companyBook,
  companyOf,
  developerOf,
  enrolPerson,
  personOf,
  registryBook,
} from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { register } from '../../lib/use-cases/register.ts';
import { acts, openForge, repositoryUrl, siren } from './acts.ts';
import { processOn } from './process.ts';

const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;

let ports: Ports;
let company: string;
let second: string;

beforeEach(async () => {
  const world = memoryWorld('between reading and writing');
  openForge(world);
  ({ ports } = processOn(world));
  for (const act of acts) {
    await act.carryOut(ports);
    if (act.name === 'prepare') break;
  }
  company = await companyOf(ports, siren);
  second = (await enrolPerson(ports, 'finance-2', 'finance-2')).id;
});

const correct = async (): Promise<unknown> => {
  const { developer } = await developerOf(ports, company, 'R-1');
  const what = { day: '2025-03-05', project: 'points', unit: 'minute', delta: -60, reason: 'Formation.' } as const;
  return correctTime(ports, { company, by: await personOf(ports, 'hr'), developer, ...what });
};

/** The same ports, on which something is done once, when a book is read for the first, or so manieth, time. */
function onReading(book: string, act: () => Promise<unknown>, reading = 1): Ports {
  let readings = 0;
  const { facts } = ports.readBooks;
  return {
    ...ports,
    readBooks: {
      ...ports.readBooks,
      facts: async function* (of, after) {
        if (of === book) readings += 1;
        if (of === book && readings === reading) await act();
        yield* facts(of, after);
      },
    },
  };
}

describe('a statement', () => {
  it('does not state what was corrected after it was worked out and before it was issued', async () => {
    // The company's book was read, and the registry's is about to be.
    const issuing = issueStatement(onReading(registryBook, correct), { company, ...asked, by: second });
    await expect(issuing).rejects.toMatchObject({ code: 'books-moved' });
  });

  it('does not count what the registry took away after it was worked out', async () => {
    const before = {
      eligible: true,
      from: '2020-01-01',
      to: '2025-03-05',
      decidedBy: ['outsider'],
      reason: 'invented',
    };
    const registry = {
      projects: [
        {
          ...{ id: 'points', name: 'Points', foundation: 'rails', repositories: [{ url: repositoryUrl }] },
          licences: [{ spdx: 'EUPL-1.2', from: '2020-01-01', to: '2025-03-05', evidence: 'LICENSE' }],
          eligibility: [before],
        },
      ],
    };
    const by = (await enrolPerson(ports, 'registrar', 'registrar')).id;
    const file = { name: 'registry.json', bytes: new TextEncoder().encode(JSON.stringify(registry)) };
    let isDone = false;
    const publicKeys = async () => {
      if (!isDone) {
        isDone = true;
        await register(ports, { by, file });
      }
      return ports.signer.publicKeys();
    };
    const changing: Ports = { ...ports, signer: { ...ports.signer, publicKeys } };
    await expect(issueStatement(changing, { company, ...asked, by: second })).rejects.toMatchObject({
      code: 'books-moved',
    });
  });

  it('is issued as the person saw it, not as somebody prepared it while she did', async () => {
    const first = (await enrolPerson(ports, 'finance-1', 'finance-1')).id;
    const { prepared } = await prepareStatement(ports, { company, ...asked, by: first });
    const meanwhile = async (): Promise<void> => {
      await correct();
      await prepareStatement(ports, { company, ...asked, by: first });
    };
    // Her preparation was found to be the last one, and issuing is about to look.
    const looking = onReading(companyBook(company), meanwhile, 2);
    await expect(issuePrepared(looking, { company, statement: `p-${prepared}`, by: second })).rejects.toMatchObject({
      code: 'books-moved',
    });
  });
});
