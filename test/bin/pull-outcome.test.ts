// What the command of pulling says where a forge asked to come back later: no, when to try again, and that nothing is lost.
import { expect, it } from 'vitest';
import { pullOutcome } from '../../bin/command/pull.ts';
import type { PulledRepository } from '../../lib/use-cases/pull-repository.ts';

const pulled = (more: Partial<PulledRepository>): PulledRepository => ({
  ...{ repository: 'git/forge.example/1', url: 'https://forge.example/a', contributions: 3, authors: 2, lostTips: 0 },
  ...{ already: false, licenceChanges: 0, bytesTransferred: null, waiting: null },
  ...more,
});

it('ends with 1 and says from when on, as long as one run is not at its end', () => {
  const waiting = pulled({
    contributions: 0,
    waiting: { until: '2026-01-15T10:30:00.000Z', why: 'forge' },
  });
  const outcome = pullOutcome([pulled({}), waiting]);
  expect(outcome.exitCode).toBe(1);
  expect(outcome.json('en')).toMatchObject({
    ...{ written: 3, unchanged: 0 },
    repositories: [{ waiting: null }, { waiting: { until: '2026-01-15T10:30:00.000Z' } }],
  });
  expect(outcome.text('en').split('\n')[1]).toMatch(
    /come back on 15 January 2026, 10:30\s*UTC\. What was seen is kept/,
  );
  expect(outcome.text('fr').split('\n')[1]).toMatch(
    /revenir le 15 janvier 2026, 10:30\s*UTC\. Ce qui a été vu est gardé/,
  );
  expect(pullOutcome([pulled({})]).exitCode).toBe(0);
});
