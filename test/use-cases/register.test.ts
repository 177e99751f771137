// The registrar's file: each thing once, changes as new facts, and who may not decide alone.
import { describe, expect, it } from 'vitest';
import type { ProjectView } from '../../lib/ledger/views/registry-views.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { RefusalWithProblems } from '../../lib/model/refusal-with-problems.ts';
import type { Ports } from '../../lib/ports.ts';
import { readRow } from '../../lib/use-cases/batches.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { companyOf, enrolLogin, findPerson, personOf } from '../../lib/use-cases/people.ts';
import type { Receipt } from '../../lib/use-cases/read-declaration.ts';
import { register } from '../../lib/use-cases/register.ts';
import { rolesOf } from '../../lib/use-cases/roles.ts';
import { projectsOf } from '../../lib/use-cases/statement-sources.ts';
import { factsOf, jsonFile, refusalOf, testLedger } from './ledger.ts';
import { companyFile, decision, project, registryFile } from './organisation.ts';

const send = async (ports: Ports, file: unknown, login = 'ursule'): Promise<Receipt> =>
  register(ports, { by: (await enrolLogin(ports, login)).id, file: jsonFile(file) });
const kinds = async (ports: Ports): Promise<string[]> => (await factsOf(ports, 'registry')).map(({ kind }) => kind);
const viewOf = async (ports: Ports): Promise<ProjectView> =>
  (await (await readBook(ports, 'registry')).get('projects/rail')) as unknown as ProjectView;

describe('a registry file', () => {
  it('becomes one fact a thing, without a name in any', async () => {
    const { ports } = testLedger();
    const { written, unchanged } = await send(ports, registryFile);
    expect({ written, unchanged }).toEqual({ written: 6, unchanged: 0 });
    // The registrar’s key, before it signs.
    expect(await kinds(ports)).toEqual([
      'key-published',
      'foundation-registered',
      'project-registered',
      'licence-changed',
      'eligibility-decided',
      'signatory-appointed',
      'tie-declared',
    ]);
    const text = JSON.stringify(await factsOf(ports, 'registry'));
    for (const personal of ['nadege', 'Nadège', 'ursule', 'wolfram', 'Gouvernance'])
      expect(text).not.toContain(personal);
    const { decisions, registered } = await viewOf(ports);
    expect(registered?.repositories[0]?.id).toMatch(/^git\/git\.example\/[0-9a-f]{16}$/);
    expect(decisions[0]?.decidedBy).toEqual([await personOf(ports, 'ursule'), await personOf(ports, 'wolfram')]);
    expect(await readRow(ports, 'registry', decisions[0]!.batch, 0)).toMatchObject({ reason: 'Gouvernance ouverte.' });
    expect(await findPerson(ports, await personOf(ports, 'nadege'))).toEqual({
      login: 'nadege',
      name: 'Nadège Exemple',
    });
  });

  it('sent twice, by whomever, writes nothing the second time', async () => {
    const { ports } = testLedger();
    await send(ports, registryFile);
    expect(await send(ports, registryFile)).toMatchObject({ written: 0, unchanged: 6 });
    expect(await send(ports, registryFile, 'wolfram')).toMatchObject({ written: 0, unchanged: 6 });
    expect(await kinds(ports)).toHaveLength(7);
  });

  it('says what changed, and says again what was taken back', async () => {
    const { ports } = testLedger();
    await send(ports, registryFile);
    const [licence] = project.licences;
    const lost = {
      ...project,
      licences: [
        { ...licence, to: '2025-10-01' },
        { ...licence, spdx: 'BUSL-1.1', from: '2025-10-01' },
      ],
    };
    expect(await send(ports, { projects: [lost] })).toMatchObject({ written: 2, unchanged: 2 });
    expect((await viewOf(ports)).licences).toMatchObject([
      { from: '2024-01-01', to: '2025-10-01', open: true },
      { from: '2025-10-01', to: null, open: false },
    ]);
    expect(await send(ports, { projects: [project] })).toMatchObject({ written: 1, unchanged: 2 });
    expect(await send(ports, { projects: [lost] })).toMatchObject({ written: 1 });
    expect((await viewOf(ports)).licences[0]?.to).toBe('2025-10-01');
  });

  it('writes a decision again if only its reason changed', async () => {
    const { ports } = testLedger();
    await send(ports, registryFile);
    const reasoned = { ...project, eligibility: [{ ...decision, reason: 'Utilisé par trois ministères.' }] };
    expect(await send(ports, { projects: [reasoned] })).toMatchObject({ written: 1, unchanged: 2 });
  });

  it('calls a decider without a name by her login, and says so', async () => {
    const { ports } = testLedger();
    const { notes } = await send(ports, registryFile);
    expect(notes.map(({ en }) => en).filter((note) => note.startsWith("'wolfram'"))).toHaveLength(1);
    expect(await findPerson(ports, await personOf(ports, 'wolfram'))).toMatchObject({ name: 'wolfram' });
  });

  it('lists all that blocks, with places, and writes nothing', async () => {
    const { ports } = testLedger();
    const broken = { ...registryFile, foundations: [{ id: 'a b', name: '', country: 'France', kind: 'club' }] };
    const refusal = await refusalOf(send(ports, broken));
    expect(refusal).toBeInstanceOf(RefusalWithProblems);
    expect(refusal.code).toBe('problems-block');
    const pointers = (refusal as RefusalWithProblems).problems.map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/foundations/0/id', '/foundations/0/country', '/foundations/0/kind']),
    );
    expect(await kinds(ports)).toEqual([]);
  });

  it('with a project of more repositories than a fact holds is refused, and nothing is written', async () => {
    const { ports } = testLedger();
    const withRepositories = (count: number) => ({
      ...project,
      repositories: Array.from({ length: count }, (_, i) => ({
        url: `https://git.example/a-stack/component-${i}.git`,
      })),
    });
    const refused = await refusalOf(send(ports, { ...registryFile, projects: [withRepositories(41)] }));
    expect(refused.code).toBe('problems-block');
    expect(refused.detail.fr).toContain('rail');
    expect(await kinds(ports)).toEqual([]);
    // Up to there all are written: none is refused by the fact itself.
    let count = 40;
    const isRefused = () =>
      send(ports, { ...registryFile, projects: [withRepositories(count)] }).then(
        () => false,
        (error: unknown) => {
          expect(error).toBeInstanceOf(Refusal);
          return true;
        },
      );
    while (await isRefused()) count -= 1;
    expect((await viewOf(ports)).registered?.repositories).toHaveLength(count);
    expect(count).toBeGreaterThan(30);
  });

  it('keeps the branch and folder of a project and what it goes on from, which the registry must know', async () => {
    const { ports } = testLedger();
    const fork = {
      ...project,
      id: 'fork',
      repositories: [{ url: 'https://git.example/fork.git', branch: 'v1.5', path: 'sdk' }],
      successorOf: 'rail',
    };
    const refusal = await refusalOf(send(ports, { ...registryFile, projects: [fork] }));
    expect(refusal.code).toBe('unknown-project');
    expect(refusal.detail.en).toContain('rail');
    expect(await kinds(ports)).toEqual([]);
    // In one file, in whatever order.
    await send(ports, { ...registryFile, projects: [fork, project] });
    const projects = await projectsOf(await readBook(ports, 'registry'));
    expect(projects.map(({ id, successorOf, repositories: [of] }) => [id, successorOf, of?.branch, of?.path])).toEqual([
      ['fork', 'rail', 'v1.5', 'sdk'],
      ['rail', null, null, null],
    ]);
    expect(await send(ports, { projects: [fork] })).toMatchObject({ written: 0 });
    expect(await send(ports, { projects: [{ ...fork, successorOf: null }] })).toMatchObject({ written: 1 });
  });

  it('is refused for a foundation that nobody registered, and knows one that an earlier file did', async () => {
    const { ports } = testLedger();
    const refusal = await refusalOf(send(ports, { projects: [project] }));
    expect(refusal.code).toBe('unknown-foundation');
    expect(refusal.detail.fr).toContain('commun');
    expect(await kinds(ports)).toEqual([]);
    await send(ports, { foundations: registryFile.foundations });
    expect(await send(ports, { projects: [project] })).toMatchObject({ written: 3 });
  });
});

describe('a decision', () => {
  const decidedBy = (...people: readonly string[]): object => ({
    ...registryFile,
    projects: [{ ...project, eligibility: [{ ...decision, decidedBy: people }] }],
  });
  const tie = (person: string, to: string | null = null): object => ({
    person,
    company: '999001001',
    from: '2020-01-01',
    to,
  });

  it('by nobody from elsewhere is refused: signatories of the foundation, people tied to a company', async () => {
    const { ports } = testLedger();
    for (const file of [
      decidedBy('nadege'),
      { ...decidedBy('paul'), ties: [tie('paul')] },
      { ...decidedBy('nadege', 'paul'), ties: [tie('paul')] },
    ]) {
      const refusal = await refusalOf(send(ports, file));
      expect(refusal.code).toBe('not-allowed');
      expect(refusal.detail.fr).toMatch(/« rail ».*(nadege|paul)/);
    }
    expect(await kinds(ports)).toEqual([]);
  });

  it('by one of them and somebody from elsewhere stands', async () => {
    const { ports } = testLedger();
    expect(await send(ports, { ...decidedBy('paul', 'ursule'), ties: [tie('paul')] })).toMatchObject({ written: 6 });
  });

  it('is refused to whoever acts for a company', async () => {
    const { ports } = testLedger();
    await enrolCompany(ports, { by: (await enrolLogin(ports, 'sabine')).id, file: jsonFile(companyFile) });
    expect((await refusalOf(send(ports, decidedBy('sabine')))).code).toBe('not-allowed');
  });

  it('is refused for a tie of the registry, until the file closes that tie', async () => {
    const { ports } = testLedger();
    await send(ports, { ties: [tie('paul')] });
    expect((await refusalOf(send(ports, decidedBy('paul')))).code).toBe('not-allowed');
    expect(await send(ports, { ...decidedBy('paul'), ties: [tie('paul', '2023-12-31')] })).toMatchObject({
      written: 6,
    });
  });

  it('about a licence alone is refused to a registrar who is tied, and taken with a decision of somebody from elsewhere', async () => {
    const { ports } = testLedger();
    await send(ports, { ...registryFile, ties: [tie('ursule')] });
    const [licence] = project.licences;
    const closed = { ...project, licences: [{ ...licence, to: '2025-06-01' }] };
    const refusal = await refusalOf(send(ports, { projects: [closed] }));
    expect([refusal.code, refusal.detail.en]).toEqual([
      'not-allowed',
      expect.stringContaining(
        "Licence of the project 'rail', decision from 2024-01-01: everybody who decides (ursule)",
      ),
    ]);
    const reviewed = { ...closed, eligibility: [{ ...decision, reason: 'Revue avec la licence.' }] };
    expect(await send(ports, { projects: [reviewed] })).toMatchObject({ written: 2 });
  });

  it('that stands is not refused for a tie that came later', async () => {
    const { ports } = testLedger();
    await send(ports, decidedBy('paul'));
    await send(ports, { ties: [tie('paul')] });
    expect(await send(ports, decidedBy('paul'))).toMatchObject({ written: 0 });
  });
});

it('whoever registers is a registrar, and a signatory holds her role from her first day to her last', async () => {
  const { ports, world } = testLedger();
  await send(ports, registryFile);
  const nadege = await personOf(ports, 'nadege');
  expect(await rolesOf(ports, await personOf(ports, 'ursule'))).toEqual([{ role: 'registrar' }]);
  expect(await rolesOf(ports, nadege)).toEqual([{ role: 'foundation', foundation: 'commun' }]);
  const [mandate] = registryFile.signatories;
  await send(ports, { signatories: [{ ...mandate, to: '2026-02-01' }] });
  world.nowMs = Date.UTC(2026, 1, 1, 9);
  expect(await rolesOf(ports, nadege)).toEqual([]);
});

it('a company named only by a tie has an id and is not enrolled', async () => {
  const { ports } = testLedger();
  await send(ports, registryFile);
  const company = await companyOf(ports, '999001373');
  expect(await (await readBook(ports, `company/${company}`)).get('profile')).toBeNull();
});
