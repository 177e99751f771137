// The sentence on how fresh traces are, in both languages.
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { type Freshness, freshnessLine } from '../../web/parts/freshness.ts';

const read = (readOn: string | null, gapDays: number | null, more: Partial<Freshness> = {}): Freshness => ({
  ...{ repository: 'r', readOn, gapDays, waitingUntil: null, orphaned: 0 },
  ...more,
});
/** Narrow and hard spaces as spaces. */
const said = (language: 'fr' | 'en', list: readonly Freshness[], to?: 'now' | 'prepared'): string => {
  const line = freshnessLine(language, list, to);
  return line === null
    ? ''
    : render(line as Parameters<typeof render>[0])
        .replace(/<[^>]+>/g, '')
        .replace(/[\u00a0\u202f]/g, ' ');
};

it.each([
  [[], '', ''],
  [
    [read(null, null)],
    'Aucun dépôt n’a encore été lu : il n’y a pas de trace à montrer.',
    'No repository was read yet: there is no trace to show.',
  ],
  [
    [read('2026-01-15', 0)],
    'Traces lues le 15 janvier 2026 (heure de Paris), écart 0 jour.',
    'Traces read on 15 January 2026 (Europe/Paris), gap 0 days.',
  ],
  [
    [read('2026-01-15', 1), read('2026-01-12', 4, { orphaned: 2 }), read(null, null)],
    'Traces lues le 12 janvier 2026 (heure de Paris), écart 4 jours, pour le moins récent de 2 dépôts ; 1 dépôt jamais lu ; 2 commits ont quitté l’historique depuis et restent une preuve.',
    'Traces read on 12 January 2026 (Europe/Paris), gap 4 days, for the least recent of 2 repositories; 1 repository never read; 2 commits have left the history since and stay evidence.',
  ],
  [
    [read('2026-01-15', 1, { waitingUntil: '2026-01-16T10:00:00.000Z', orphaned: 1 })],
    'Traces lues le 15 janvier 2026 (heure de Paris), écart 1 jour ; une lecture reprend après le 16 janvier 2026, 10:00 UTC ; 1 commit a quitté l’historique depuis et reste une preuve.',
    'Traces read on 15 January 2026 (Europe/Paris), gap 1 day; a reading goes on after 16 January 2026, 10:00 UTC; 1 commit has left the history since and stays evidence.',
  ],
])('%j', (list, fr, en) => {
  expect(said('fr', list)).toBe(fr);
  expect(said('en', list)).toBe(en);
});

it('counts the gap of a statement to its preparation', () => {
  expect(said('fr', [read('2026-01-15', 2)], 'prepared')).toContain('écart 2 jours jusqu’à la préparation de l’état.');
  expect(said('en', [read('2026-01-15', 2)], 'prepared')).toContain('gap 2 days until the statement was prepared.');
});
