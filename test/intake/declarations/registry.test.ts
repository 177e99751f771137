// What the registrar's file may say, and every way in which it may be wrong.
import { describe, expect, test } from 'vitest';
import { readLicence } from '../../../lib/intake/declarations/licence.ts';
import { readRegistry } from '../../../lib/intake/declarations/registry.ts';

const read = (value: unknown) =>
  readRegistry({ name: 'registry.json', bytes: new TextEncoder().encode(JSON.stringify(value)) });

const foundation = { id: 'fcf', name: 'Fondation', country: 'FR', registration: null, kind: 'public-utility' };
const project = {
  id: 'aiguillage',
  name: 'Aiguillage',
  foundation: 'fcf',
  repositories: [{ url: 'https://git.example/a.git' }],
  licences: [{ spdx: 'MIT', from: '2024-01-01', to: null, evidence: 'abc' }],
  eligibility: [{ eligible: true, from: '2024-01-01', to: null, decidedBy: ['p1'], reason: 'ok' }],
};

describe('a licence is open', () => {
  test.each([
    ['Apache-2.0', true],
    ['EUPL-1.2', true],
    ['GPL-2.0-only WITH Classpath-exception-2.0', true],
    ['GPL-2.0+', true],
    ['RSALv2 OR SSPLv1', false],
    ['BUSL-1.1', false],
    ['Elastic-2.0 OR AGPL-3.0-only', true],
    ['SSPL-1.0 AND MIT', false],
    ['MIT AND (Apache-2.0 OR BUSL-1.1)', true],
    ['mit or BUSL-1.1', null],
    ['LicenseRef-Maison', false],
    ['LicenseRef-this-and-that or MIT', true],
    ['Apache 2', null],
    ['constructor', null],
  ])('%s → %s', (text, open) => {
    expect(readLicence(text)?.open ?? null).toBe(open);
  });
});

describe('a registry file', () => {
  test('is read with the licence’s openness worked out', () => {
    const closed = { spdx: 'RSALv2 OR SSPLv1', from: '2024-03-20', to: null, evidence: 'def' };
    const opened = { ...project.licences[0], to: '2024-03-20' };
    const { declaration, problems } = read({
      foundations: [foundation],
      projects: [{ ...project, licences: [opened, closed] }],
    });
    expect(declaration?.projects[0]?.licences).toEqual([
      { spdx: 'MIT', from: '2024-01-01', to: '2024-03-20', open: true, evidence: 'abc' },
      { spdx: 'LicenseRef-RSALv2 OR SSPL-1.0', from: '2024-03-20', to: null, open: false, evidence: 'def' },
    ]);
    expect(problems.map(({ code, blocking }) => [code, blocking])).toEqual([['licence-not-open', false]]);
  });

  test('lists every problem at once, each by its path', () => {
    const { declaration, problems } = read({
      foundations: [foundation, { ...foundation, country: 'France' }, { ...foundation, colour: 'red' }],
      projects: [
        {
          ...project,
          name: 12,
          repositories: [{ url: 'git@host:x' }],
          licences: [
            { spdx: 'Apache 2', from: '2024-13-01', evidence: 'x' },
            { spdx: 'MIT', from: '2024-01-01', to: '2023-01-01', evidence: 'x' },
          ],
          eligibility: [{ eligible: 'yes', from: '2024-01-01', to: null, decidedBy: [], reason: 'ok' }],
        },
        { ...project, licences: [{ ...project.licences[0], spdx: 'Apache 2' }], foundation: 'other' },
      ],
      signatories: [
        { person: 'p 1', name: 'P', foundation: 'fcf', capacity: 'x', from: '2024-01-01', ties: ['999001002'] },
      ],
    });
    expect(declaration).toBeNull();
    expect(problems.map(({ where, code }) => `${where} ${code}`).sort()).toEqual([
      '$.foundations[1].country not-a-country',
      '$.foundations[2].colour unknown-key',
      '$.projects[0].eligibility[0].decidedBy missing',
      '$.projects[0].eligibility[0].eligible wrong-type',
      '$.projects[0].licences[0].from not-a-day',
      '$.projects[0].licences[1].to reversed-period',
      '$.projects[0].name wrong-type',
      '$.projects[0].repositories[0].url not-a-repository',
      '$.projects[1].foundation not-in-this-file',
      '$.projects[1].licences[0].spdx not-spdx',
      '$.signatories[0].person not-an-identifier',
      '$.signatories[0].ties[0] invalid-siren',
    ]);
    for (const { detail } of problems) {
      expect(detail.fr).not.toBe(detail.en);
      expect(detail.en).toMatch(/^\$/);
    }
  });

  test('takes a branch and a folder of a repository, once each, and a fork with the project it goes on from', () => {
    const url = 'https://git.example/a.git';
    const fork = {
      ...project,
      id: 'fork',
      repositories: [{ url, branch: 'v1.5', path: 'sdk/go' }],
      successorOf: 'aiguillage',
    };
    const read1 = read({ foundations: [foundation], projects: [project, fork] });
    expect(read1.declaration?.projects.map(({ repositories, successorOf }) => ({ repositories, successorOf }))).toEqual(
      [
        { repositories: [{ url, branch: null, path: null }], successorOf: null },
        { repositories: [{ url, branch: 'v1.5', path: 'sdk/go' }], successorOf: 'aiguillage' },
      ],
    );
    const wrong = read({
      foundations: [foundation],
      projects: [
        { ...project, successorOf: 'aiguillage', repositories: [{ url, path: '/sdk' }, { url }, { url, path: 'sdk' }] },
      ],
    });
    expect(wrong.problems.map(({ where, code }) => `${where} ${code}`)).toEqual([
      '$.projects[0].repositories[0].path not-a-folder',
      '$.projects[0].repositories[2].url duplicate-id',
      '$.projects[0].successorOf own-successor',
    ]);
  });

  test('refuses two licences in force on the same day and the same project twice', () => {
    const { problems } = read({
      foundations: [foundation],
      projects: [
        {
          ...project,
          licences: [...project.licences, { spdx: 'EUPL-1.2', from: '2025-01-01', to: null, evidence: 'x' }],
        },
        project,
      ],
    });
    expect(problems.map(({ where, code }) => `${where} ${code}`)).toEqual([
      '$.projects[0].licences[1].from overlapping-periods',
      '$.projects[1].id duplicate-id',
    ]);
  });

  test('that is not JSON is told so, with the line', () => {
    const bytes = new TextEncoder().encode('{\n  "foundations": []\n  "projects": []\n}');
    const { declaration, problems } = readRegistry({ name: 'registry.json', bytes });
    expect(declaration).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'not-json', where: '$', blocking: true });
    expect(problems[0]?.detail.en).toContain('line 3');
  });

  test('that declares nothing is told so', () => {
    expect(read({}).problems.map(({ code }) => code)).toEqual(['empty']);
    expect(read([]).problems.map(({ code }) => code)).toEqual(['wrong-type']);
  });
});
