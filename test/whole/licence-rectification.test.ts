// A licence that was lost before a statement was issued, and seen after: the statement stays as it is, and is proposed for a new preparation.
import full from 'spdx-license-list/full.js';
import { beforeAll, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { decideLicence } from '../../lib/use-cases/decide-licence.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { watchedProjects } from '../../lib/use-cases/licence-watch.ts';
import { companyBook, companyOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { statementsTouched } from '../../lib/use-cases/statements-touched.ts';
import { acts, openForge, repositoryUrl, sampleRepository, siren } from './acts.ts';
import { processOn } from './process.ts';

const world = memoryWorld('licence lost');
openForge(world);
const { ports } = processOn(world);
const person = async (login: string): Promise<string> => (await enrolLogin(ports, login)).id;
const asked = { fiscalYear: 2025, scheme: 'digital-commons-investor' } as const;
let company = '';

/** The last that this company has issued. */
async function lastNumber(): Promise<string> {
  const statements = await (await readBook(ports, companyBook(company))).list('statements');
  return statements
    .map(({ value }) => (value as { number: string }).number)
    .sort()
    .at(-1)!;
}

const state = (sha: string, committedAt: string, id: string) => ({
  ...{ sha: sha.repeat(40), committedAt },
  files: [{ name: 'LICENSE', text: full[id]!.licenseText }],
});

beforeAll(async () => {
  for (const act of acts) {
    await act.carryOut(ports);
    world.nowMs += 60_000;
  }
  company = await companyOf(ports, siren);
});

it('is issued while nobody knew, and nothing is proposed', async () => {
  const prepared = await prepareStatement(ports, { company, ...asked, by: await person('finance-1') });
  if (prepared.issuedAs === null) await issueStatement(ports, { company, ...asked, by: await person('finance-2') });
  expect(await statementsTouched(ports, company)).toEqual([]);
});

it('is proposed once the registrar has decided, with the time that is not eligible now, and is not edited', async () => {
  const number = await lastNumber();
  const before = await readStatement(ports, company, number, 'totals');
  const licences = {
    '': [state('1', '2020-01-01T10:00:00+01:00', 'EUPL-1.2'), state('2', '2025-03-05T09:00:00+01:00', 'BUSL-1.1')],
  };
  world.repositories.set(repositoryUrl, { ...sampleRepository(), licences });
  await pullContributions(ports, { project: 'points', by: 'pe-1', seenBy: 'pull', progress: () => undefined });
  const [watched] = await watchedProjects(ports);
  expect(watched!.findings).toMatchObject([{ kind: 'lost', awaits: true, from: '2025-03-05' }]);
  // A finding alone changes nothing.
  expect(await statementsTouched(ports, company)).toEqual([]);
  const answer = { project: 'points', commit: '2'.repeat(40), outcome: 'follow', from: null, reason: '' } as const;
  await decideLicence(ports, { ...answer, by: await person('registrar'), others: [await person('outsider')] });
  // Of Wednesday 5 March 3 h 30 of Alice’s were declared, one of them taken back since; Tuesday 4 stays.
  expect(await statementsTouched(ports, company)).toMatchObject([
    { number, time: [{ project: 'points', unit: 'minute', lost: 150, gained: 0 }] },
  ]);
  expect((await readStatement(ports, company, number, 'totals')).jws).toBe(before.jws);
});

it('is replaced by a new preparation, after which nothing is proposed', async () => {
  const prepared = await prepareStatement(ports, { company, ...asked, by: await person('finance-1') });
  const issued = await issueStatement(ports, { company, ...asked, by: await person('finance-2') });
  expect(issued.supersedes).toBe(prepared.supersedes);
  expect(await statementsTouched(ports, company)).toEqual([]);
  const { verification } = await readStatement(ports, company, issued.number, 'totals');
  expect(verification.payload?.refused).toContainEqual(
    expect.objectContaining({ code: 'project-not-eligible-at-date', minutes: 150 + 135 }),
  );
});
