// What a terminal shows of licences: both dates of a commit, what waits and the command that answers it, statements to prepare again.
import { expect, it } from 'vitest';
import { licencesText } from '../../bin/frame/licence-text.ts';
import { licenceFindings, type SeenLicence } from '../../lib/rules/licence-watch.ts';
import type { WatchedProject } from '../../lib/use-cases/licence-watch.ts';

const seen: SeenLicence = {
  ...{ repository: 'git/r1', branch: null, folder: '', files: ['LICENSE'], spdx: 'BUSL-1.1', open: false },
  ...{ sha: 'b'.repeat(40), committedAt: '2023-08-10T22:43:21.000Z', day: '2023-08-11' },
};
const project: WatchedProject['project'] = {
  ...{ id: 'rail', name: 'Rail', foundation: 'commun', repositories: [], successorOf: null },
  licences: [{ spdx: 'MPL-2.0', open: true, from: '2014-07-28', to: null, evidence: 'LICENSE' }],
  eligibility: [],
};
const watched: WatchedProject[] = [
  { project, seen: [[seen]], lost: [], findings: licenceFindings(project, [seen], new Set()) },
];
const touched = [
  {
    ...{ company: 'co-1', number: '2023-0001', fiscalYear: 2023 },
    time: [{ project: 'rail', unit: 'minute' as const, lost: 4200, gained: 0 }],
    gift: { turnover: false, carry: true },
  },
];

it('shows the instant in UTC beside the day in Paris, and the command that answers', () => {
  const text = licencesText(watched, touched, 'en').replaceAll('\u00a0', ' ');
  expect(text).toContain('commit bbbbbbbbbbbb, 10 August 2023, 22:43 UTC (2023-08-11 in Paris)');
  expect(text).toContain('open licence lost [2023-08-11]');
  expect(text).toContain('communs decide-licence --project rail --commit bbbbbbbbbbbb');
  expect(text).toContain('Changes of licence that wait for the registrar: 1.');
  expect(text).toContain("2023-0001: it counts 70h on 'rail' on days that are not eligible now. Prepare it again");
  expect(text).toContain(
    '2023-0001: the excesses of earlier years that it brings forward are no longer those that come to it. Prepare it again',
  );
  expect(text).not.toContain('turnover');
});

it('says the same in French, and that nothing waits where nothing does', () => {
  const text = licencesText(watched, touched, 'fr').replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(text).toContain('10 août 2023, 22:43 UTC (2023-08-11 à Paris)');
  expect(text).toContain('il compte 70 h sur « rail » des jours qui ne sont plus éligibles');
  expect(licencesText([{ project, seen: [[]], lost: [], findings: [] }], [], 'fr')).toContain(
    'Rien n’attend le teneur du registre.',
  );
  expect(licencesText([], [], 'en')).toBe('The registry has no project.');
});

it('says which branch of the registry is not there, in place of asking for a pull', () => {
  const lost = [{ id: 'git/r1', branch: 'releas' }];
  const text = licencesText([{ project, seen: [[]], lost, findings: [] }], [], 'en');
  expect(text).toContain("! the branch 'releas' that the registry names is not there, or no more");
  expect(text).not.toContain('communs pull');
});
