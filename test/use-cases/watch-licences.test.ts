// Licences watched from the pull to the registrar's decision, on histories with the instants of three real projects.
import full from 'spdx-license-list/full.js';
import { describe, expect, it } from 'vitest';
import { gitForge } from '../../lib/adapters/forge/git.ts';
import { repositoryId } from '../../lib/model/repository.ts';
import { ComeBackLater } from '../../lib/ports/forge.ts';
import type { Ports } from '../../lib/ports.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { decideLicence } from '../../lib/use-cases/decide-licence.ts';
import { watchedProjects } from '../../lib/use-cases/licence-watch.ts';
import { enrolLogin, registryBook, repositoryBook } from '../../lib/use-cases/people.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { register } from '../../lib/use-cases/register.ts';
import { signHead } from '../../lib/use-cases/sign-head.ts';
import { temporaryFolders } from '../adapters/forge/git-history.ts';
import {
  addLicences,
  type LicenceCommit,
  likeMinio,
  likeRedis,
  likeTerraform,
} from '../adapters/forge/licensed-repository.ts';
import { factsOf, jsonFile, refusalOf, testLedger } from './ledger.ts';
import { project, registryFile } from './organisation.ts';

const folderOfOurs = temporaryFolders();

interface Registered {
  readonly spdx: string;
  readonly from: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A registry with one project on a repository made of these commits. */
async function ledgerOf(commits: readonly LicenceCommit[], { spdx, from, more = {} }: Registered) {
  const url = folderOfOurs();
  const shas = addLicences(url, commits);
  const forge = gitForge({ allowLocalPaths: true, workDirectory: folderOfOurs() });
  const { ports } = testLedger({ forge });
  const registrar = (await enrolLogin(ports, 'ursule')).id;
  const declared = {
    ...project,
    repositories: [{ url, ...more }],
    licences: [{ spdx, from, to: null, evidence: 'LICENSE' }],
    eligibility: [{ ...project.eligibility[0]!, from }],
  };
  await register(ports, { by: registrar, file: jsonFile({ ...registryFile, projects: [declared] }) });
  return { ports, url, shas, registrar, book: repositoryBook(repositoryId(url, ports.primitives.sha256)) };
}

const pull = (ports: Ports) =>
  pullContributions(ports, { project: 'rail', by: 'pe-1', seenBy: 'pull', progress: () => undefined });
const findingsOf = async (ports: Ports) => (await watchedProjects(ports))[0]!.findings;
const told = async (ports: Ports) =>
  (await findingsOf(ports)).map(({ kind, awaits, from, until, seen }) => [kind, awaits, from, until, seen.spdx]);
const licencesOf = async (ports: Ports) =>
  (await watchedProjects(ports))[0]!.project.licences.map(({ spdx, open, from, to }) => [spdx, open, from, to]);

describe('a licence lost as terraform lost its own', () => {
  it('opens a finding with the commit, its UTC instant and its Paris day, which is another one', async () => {
    const { ports, shas, book } = await ledgerOf(likeTerraform, { spdx: 'MPL-2.0', from: '2014-07-28' });
    const { repositories } = await pull(ports);
    expect(repositories[0]).toMatchObject({ licenceChanges: 2 });
    const facts = (await factsOf(ports, book)).filter(({ kind }) => kind === 'licence-seen');
    expect(facts.map(({ data }) => data)).toMatchObject([
      { spdx: 'MPL-2.0', open: true, files: ['LICENSE'], committedAt: '2014-07-28T17:54:06.000Z', day: '2014-07-28' },
      { spdx: 'BUSL-1.1', open: false, sha: shas[2], committedAt: '2023-08-10T22:43:21.000Z', day: '2023-08-11' },
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/Alix|alix@/);
    expect(await told(ports)).toEqual([['lost', true, '2023-08-11', null, 'BUSL-1.1']]);
    expect(await pull(ports)).toMatchObject({ repositories: [{ licenceChanges: 0 }] });
    for (const each of [book, registryBook]) await signHead(ports, each);
    expect((await checkLedger(ports, { progress: () => undefined })).findings).toEqual([]);
  });

  it('is followed on the day that was decided, and the fact keeps both days', async () => {
    const { ports, shas, registrar } = await ledgerOf(likeTerraform, { spdx: 'MPL-2.0', from: '2014-07-28' });
    await pull(ports);
    const others = [(await enrolLogin(ports, 'wolfram')).id];
    const answer = {
      by: registrar,
      project: 'rail',
      commit: shas[2]!.slice(0, 12),
      outcome: 'follow' as const,
      others,
    };
    const early = decideLicence(ports, { ...answer, from: '2023-08-10', reason: '' });
    expect(await refusalOf(early)).toMatchObject({ code: 'reason-needed' });
    const asked = { ...answer, from: '2023-08-10', reason: 'Jour de l’annonce.' };
    expect(await decideLicence(ports, asked)).toMatchObject({ from: '2023-08-10', already: false });
    expect(await licencesOf(ports)).toEqual([
      ['MPL-2.0', true, '2014-07-28', '2023-08-10'],
      ['BUSL-1.1', false, '2023-08-10', null],
    ]);
    expect(await told(ports)).toEqual([]);
    const last = (await factsOf(ports, registryBook)).at(-1);
    expect(last).toMatchObject({
      kind: 'licence-decided',
      data: { outcome: 'follow', from: '2023-08-10', seenOn: '2023-08-11', sha: shas[2], decidedBy: expect.any(Array) },
    });
    expect(JSON.stringify(last)).not.toContain('annonce');
    const before = (await factsOf(ports, registryBook)).length;
    expect(await decideLicence(ports, asked)).toMatchObject({ already: true });
    expect(await factsOf(ports, registryBook)).toHaveLength(before);
  });

  it('may be answered by keeping the registry, with a reason, and is then settled', async () => {
    const { ports, shas, registrar } = await ledgerOf(likeTerraform, { spdx: 'MPL-2.0', from: '2014-07-28' });
    await pull(ports);
    const answer = {
      by: registrar,
      project: 'rail',
      commit: shas[2]!,
      outcome: 'keep' as const,
      from: null,
      others: [],
    };
    expect(await refusalOf(decideLicence(ports, { ...answer, reason: '' }))).toMatchObject({ code: 'reason-needed' });
    const reason = 'Le projet est la branche maintenue, restée sous MPL.';
    expect(await decideLicence(ports, { ...answer, reason })).toMatchObject({ already: false });
    expect(await decideLicence(ports, { ...answer, reason })).toMatchObject({ already: true });
    // Another reason is another word of the registrar, and is kept.
    expect(await decideLicence(ports, { ...answer, reason: 'Relu.' })).toMatchObject({ already: false });
    expect(await told(ports)).toEqual([]);
    expect(await licencesOf(ports)).toEqual([['MPL-2.0', true, '2014-07-28', null]]);
  });

  it('is decided with somebody from elsewhere where all who decide are tied, and by a registrar alone', async () => {
    const { ports, shas, registrar } = await ledgerOf(likeTerraform, { spdx: 'MPL-2.0', from: '2014-07-28' });
    await pull(ports);
    const tie = { person: 'ursule', company: '999001001', from: '2020-01-01', to: null };
    await register(ports, { by: registrar, file: jsonFile({ ties: [tie] }) });
    const answer = { project: 'rail', commit: shas[2]!, outcome: 'follow' as const, from: null, reason: '' };
    const stranger = (await enrolLogin(ports, 'wolfram')).id;
    const alone = decideLicence(ports, { ...answer, by: registrar, others: [] });
    expect(await refusalOf(alone)).toMatchObject({ code: 'not-allowed' });
    const unknown = decideLicence(ports, { ...answer, by: stranger, others: [] });
    expect(await refusalOf(unknown)).toMatchObject({ code: 'not-allowed' });
    const elsewhere = decideLicence(ports, { ...answer, by: registrar, others: [], commit: 'f'.repeat(40) });
    expect(await refusalOf(elsewhere)).toMatchObject({ code: 'unknown-licence-change' });
    expect(await licencesOf(ports)).toEqual([['MPL-2.0', true, '2014-07-28', null]]);
    await decideLicence(ports, { ...answer, by: registrar, others: [stranger] });
    expect(await licencesOf(ports)).toEqual([
      ['MPL-2.0', true, '2014-07-28', '2023-08-11'],
      ['BUSL-1.1', false, '2023-08-11', null],
    ]);
  });
});

it('a licence lost and regained as redis did asks twice, one after the other', async () => {
  const { ports, shas, registrar } = await ledgerOf(likeRedis, { spdx: 'BSD-3-Clause', from: '2009-03-22' });
  await pull(ports);
  const dual = 'LicenseRef-RSALv2 OR SSPL-1.0';
  const triple = 'AGPL-3.0-only OR LicenseRef-RSALv2 OR SSPL-1.0';
  expect(await told(ports)).toEqual([
    ['lost', true, '2024-03-20', '2025-05-01', dual],
    ['renamed', false, '2025-05-01', null, triple],
  ]);
  const answer = { by: registrar, project: 'rail', outcome: 'follow' as const, from: null, reason: '', others: [] };
  await decideLicence(ports, { ...answer, commit: shas[2]! });
  expect(await told(ports)).toEqual([['regained', true, '2025-05-01', null, triple]]);
  await decideLicence(ports, { ...answer, commit: shas[3]! });
  expect(await told(ports)).toEqual([]);
  expect(await licencesOf(ports)).toEqual([
    ['BSD-3-Clause', true, '2009-03-22', '2024-03-20'],
    [dual, false, '2024-03-20', '2025-05-01'],
    [triple, true, '2025-05-01', null],
  ]);
});

it('another open licence, as minio took, is told and waits for nobody', async () => {
  const { ports } = await ledgerOf(likeMinio, { spdx: 'Apache-2.0', from: '2015-01-01' });
  await pull(ports);
  expect(await told(ports)).toEqual([['renamed', false, '2021-04-23', null, 'AGPL-3.0-only']]);
});

it('a folder is under its own licence, and under the one above as long as it has none', async () => {
  const mpl = likeTerraform[0]!.files.LICENSE!;
  const { ports } = await ledgerOf(
    [...likeTerraform, { at: '2023-12-01T10:00:00Z', files: { 'sdk/go/LICENSE': mpl } }],
    { spdx: 'MPL-2.0', from: '2014-07-28', more: { path: 'sdk/go' } },
  );
  await pull(ports);
  expect(await told(ports)).toEqual([['lost', true, '2023-08-11', '2023-12-01', 'BUSL-1.1']]);
});

it('a repository without any licence file asks, and so does one whose text nobody knows', async () => {
  const none = await ledgerOf([{ at: '2024-01-01T10:00:00Z', files: { 'main.go': 'package main\n' } }], {
    ...{ spdx: 'MIT', from: '2024-01-01' },
  });
  await pull(none.ports);
  expect(await told(none.ports)).toEqual([['gone', true, '2026-01-15', null, null]]);
  const own = await ledgerOf([{ at: '2024-01-01T10:00:00Z', files: { LICENSE: 'Ask us before you use this.\n' } }], {
    ...{ spdx: 'MIT', from: '2024-01-01' },
  });
  await pull(own.ports);
  expect(await told(own.ports)).toEqual([['unknown', true, '2024-01-01', null, 'LicenseRef-unknown']]);
});

it('a branch that the repository does not have is told once it was pulled, and the rest of the pull stands', async () => {
  const more = { branch: 'no-such-branch' };
  const { ports, book } = await ledgerOf(likeTerraform, { spdx: 'MPL-2.0', from: '2014-07-28', more });
  const lostOf = async () => (await watchedProjects(ports))[0]!.lost;
  expect(await lostOf()).toEqual([]);
  expect(await pull(ports)).toMatchObject({
    repositories: [{ contributions: likeTerraform.length + 1, licenceChanges: 0 }],
  });
  expect(await lostOf()).toEqual([{ id: book.slice('repo/'.length), branch: 'no-such-branch' }]);
  expect(await told(ports)).toEqual([]);
});

it('file names as long as a file system lets them be do not stop a pull', async () => {
  const mit = full.MIT!.licenseText;
  const names = Array.from({ length: 22 }, (_, n) => `LICENSE-${String(n).padStart(2, '0')}${'x'.repeat(240)}`);
  const files = Object.fromEntries(names.map((name) => [name, mit]));
  const { ports, book } = await ledgerOf([{ at: '2024-01-01T10:00:00Z', files }], { spdx: 'MIT', from: '2024-01-01' });
  expect(await pull(ports)).toMatchObject({ repositories: [{ licenceChanges: 1 }] });
  const fact = (await factsOf(ports, book)).find(({ kind }) => kind === 'licence-seen');
  const kept = names.slice(0, 20).map((name) => name.slice(0, 80));
  expect(fact?.data).toMatchObject({ spdx: 'MIT', open: true, files: kept });
});

it('a reading that a forge breaks off half-way keeps what was pulled, and the next pull goes on without saying anything twice', async () => {
  const url = folderOfOurs();
  const mit = full.MIT!.licenseText;
  addLicences(url, [...likeTerraform, { at: '2023-12-01T10:00:00Z', files: { 'sdk/LICENSE': mit } }]);
  const git = gitForge({ allowLocalPaths: true, workDirectory: folderOfOurs() });
  let readings = 0;
  const licences: typeof git.licences = async (source, asked) => {
    readings += 1;
    if (readings === 2) throw new ComeBackLater(Date.UTC(2026, 0, 15, 12));
    return git.licences(source, asked);
  };
  const { ports } = testLedger({ forge: { ...git, licences } });
  const part = { ...project, repositories: [{ url, path: 'sdk' }] };
  const registrar = (await enrolLogin(ports, 'ursule')).id;
  await register(ports, { by: registrar, file: jsonFile({ ...registryFile, projects: [part] }) });
  expect(await pull(ports)).toMatchObject({ repositories: [{ waiting: { why: 'forge' } }] });
  const book = repositoryBook(repositoryId(url, ports.primitives.sha256));
  const kinds = async () => (await factsOf(ports, book)).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['contributions-pulled', 'licence-seen']);
  expect(await pull(ports)).toMatchObject({ repositories: [{ already: true, waiting: null, licenceChanges: 2 }] });
  expect(await pull(ports)).toMatchObject({ repositories: [{ already: true, licenceChanges: 0 }] });
  expect(await kinds()).toEqual(['contributions-pulled', ...Array<string>(3).fill('licence-seen')]);
});
