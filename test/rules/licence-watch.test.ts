// Licences seen beside those of the registry: what asks, what is told, what is silent.
import { describe, expect, it } from 'vitest';
import type { LicenceInterval, Project } from '../../lib/model/registry.ts';
import { licenceFindings, licenceInFolder, licencesAfter, type SeenLicence } from '../../lib/rules/licence-watch.ts';

const sha = (letter: string): string => letter.repeat(40);
const seen = (day: string, spdx: string | null, open: boolean, letter = 'a', folder = ''): SeenLicence => ({
  ...{ repository: 'git/r1', branch: null, folder, files: spdx === null ? [] : ['LICENSE'] },
  ...{ spdx, open, sha: sha(letter), committedAt: `${day}T10:00:00.000Z`, day },
});
const licence = (spdx: string, open: boolean, from: string, to: string | null = null): LicenceInterval => ({
  ...{ spdx, open, from, to, evidence: 'LICENSE' },
});
const project = (...licences: readonly LicenceInterval[]): Project => ({
  ...{ id: 'p-1', name: 'P', foundation: 'fo-1', repositories: [], successorOf: null, licences },
  eligibility: [{ eligible: true, from: licences[0]?.from ?? '2024-01-01', to: null, decidedBy: ['pe-1'], reason: '' }],
});
const kinds = (registered: Project, changes: readonly SeenLicence[], settled: readonly string[] = []) =>
  licenceFindings(registered, changes, new Set(settled)).map(({ kind, from, awaits }) => [kind, from, awaits]);

const lost = [seen('2020-01-01', 'MPL-2.0', true), seen('2024-06-01', 'BUSL-1.1', false, 'b')];

describe('a change that was seen', () => {
  it('asks where the registry does not follow it, from its day on', () => {
    expect(kinds(project(licence('MPL-2.0', true, '2021-01-01')), lost)).toEqual([['lost', '2024-06-01', true]]);
    const [finding] = licenceFindings(project(licence('MPL-2.0', true, '2021-01-01')), lost, new Set());
    expect(finding).toMatchObject({ before: { spdx: 'MPL-2.0' }, registered: { spdx: 'MPL-2.0' }, until: null });
  });

  it('is silent where the registry follows it, a day before or after by its own decision', () => {
    const followed = (day: string, evidence: string) =>
      project(licence('MPL-2.0', true, '2021-01-01', day), { ...licence('BUSL-1.1', false, day), evidence });
    expect(kinds(followed('2024-06-01', 'LICENSE'), lost)).toEqual([]);
    expect(kinds(followed('2024-05-31', 'LICENSE'), lost)).toEqual([]);
    expect(kinds(followed('2024-06-15', 'LICENSE'), lost)).toEqual([['lost', '2024-06-01', true]]);
    expect(kinds(followed('2024-06-15', `https://git.example/r.git@${sha('b').slice(0, 12)}`), lost)).toEqual([]);
    expect(kinds(project(licence('MPL-2.0', true, '2021-01-01')), lost, [sha('b')])).toEqual([]);
  });

  it('asks nothing of days before the registry speaks of the project', () => {
    const history = [...lost, seen('2025-01-01', 'Apache-2.0', true, 'c')];
    expect(kinds(project(licence('Apache-2.0', true, '2025-03-01')), history)).toEqual([]);
    expect(kinds(project(licence('MPL-2.0', true, '2024-09-01')), history)).toEqual([
      ['lost', '2024-09-01', true],
      ['renamed', '2025-01-01', false],
    ]);
  });

  it('is told by its kind', () => {
    const open = project(licence('AGPL-3.0-or-later', true, '2024-01-01'));
    const closed = project(licence('BUSL-1.1', false, '2024-01-01'));
    expect(kinds(open, [seen('2023-01-01', 'AGPL-3.0-only', true)])).toEqual([]);
    expect(kinds(open, [seen('2023-01-01', 'MIT', true)])).toEqual([['renamed', '2024-01-01', false]]);
    expect(kinds(open, [seen('2024-02-01', null, false)])).toEqual([['gone', '2024-02-01', true]]);
    expect(kinds(open, [seen('2024-02-01', 'AGPL-3.0-only AND LicenseRef-unknown', false)])).toEqual([
      ['unknown', '2024-02-01', true],
    ]);
    expect(kinds(closed, [seen('2024-02-01', 'MIT', true)])).toEqual([['regained', '2024-02-01', true]]);
    expect(kinds(closed, [seen('2024-02-01', null, false)])).toEqual([]);
    expect(kinds(project(), [seen('2024-02-01', 'MIT', true)])).toEqual([['regained', '2024-02-01', true]]);
  });
});

it('a folder without a file is under the one above, from the day on which either changes', () => {
  const root = [seen('2020-01-01', 'MPL-2.0', true), seen('2023-01-01', 'BUSL-1.1', false, 'b')];
  const own = [seen('2019-01-01', null, false, 'c', 'sdk'), seen('2022-01-01', 'MIT', true, 'd', 'sdk')];
  const gone = seen('2024-01-01', null, false, 'e', 'sdk');
  expect(licenceInFolder([[...own, gone], root]).map(({ day, spdx, sha: at }) => [day, spdx, at[0]])).toEqual([
    ['2019-01-01', null, 'c'],
    ['2020-01-01', 'MPL-2.0', 'a'],
    ['2022-01-01', 'MIT', 'd'],
    ['2024-01-01', 'BUSL-1.1', 'e'],
  ]);
});

it('a change that bears an earlier date than the one before it is the one that holds', () => {
  const history = [seen('2024-05-01', 'MPL-2.0', true), seen('2024-03-01', 'BUSL-1.1', false, 'b')];
  expect(licenceInFolder([history]).map(({ spdx }) => spdx)).toEqual(['MPL-2.0', 'BUSL-1.1']);
  expect(kinds(project(licence('MPL-2.0', true, '2020-01-01')), licenceInFolder([history]))).toEqual([
    ['lost', '2024-03-01', true],
  ]);
});

describe('following a change', () => {
  const change = seen('2024-06-01', 'BUSL-1.1', false, 'b');
  const evidence = `git/r1@${sha('b')}`;

  it('ends what was in force and begins what was seen, up to the next that is registered', () => {
    const registered = [licence('MPL-2.0', true, '2020-01-01', '2025-01-01'), licence('MIT', true, '2025-01-01')];
    expect(licencesAfter(registered, change, '2024-06-01')).toEqual([
      licence('MPL-2.0', true, '2020-01-01', '2024-06-01'),
      { ...licence('BUSL-1.1', false, '2024-06-01', '2025-01-01'), evidence },
    ]);
  });

  it('fills a hole, and replaces what begins on the same day', () => {
    expect(licencesAfter([], change, '2024-06-01')).toEqual([
      { ...licence('BUSL-1.1', false, '2024-06-01'), evidence },
    ]);
    const same = [licence('MPL-2.0', true, '2024-06-01')];
    expect(licencesAfter(same, change, '2024-06-01')).toEqual([
      { ...licence('BUSL-1.1', false, '2024-06-01'), evidence },
    ]);
    const later = [licence('MIT', true, '2025-01-01')];
    expect(licencesAfter(later, { ...change, spdx: null }, '2024-06-01')).toEqual([
      { ...licence('LicenseRef-none', false, '2024-06-01', '2025-01-01'), evidence },
    ]);
  });

  it('goes on after a crash that left what begins beside what it ends, and asks until it has', () => {
    const registered = [licence('MPL-2.0', true, '2020-01-01', '2024-12-01'), licence('MIT', true, '2025-05-01')];
    const [ends, begins] = licencesAfter(registered, change, '2024-06-01') as [LicenceInterval, LicenceInterval];
    expect(begins.to).toBe('2024-12-01');
    const half = [registered[0]!, begins, registered[1]!];
    expect(licencesAfter(half, change, '2024-06-01')).toEqual([ends, begins]);
    expect(kinds(project(...half), [change])).toEqual([['lost', '2024-06-01', true]]);
    expect(kinds(project(ends, begins, registered[1]!), [change])).toEqual([]);
  });

  it('leaves each day at most one licence, and is the same when done again', () => {
    const registered = [licence('MPL-2.0', true, '2020-01-01')];
    const once = licencesAfter(registered, change, '2024-06-01');
    expect(licencesAfter(once, change, '2024-06-01')).toEqual([once[1]]);
    expect(once[0]!.to).toBe(once[1]!.from);
  });
});
