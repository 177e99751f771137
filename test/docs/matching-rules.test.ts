// Each rule of matching has its row and its test, and the table of capacities is that of the policy in force.
import { describe, expect, it } from 'vitest';
import type { DropReason } from '../../lib/matching/drop.ts';
import { matchingPolicies } from '../../lib/matching/policy.ts';
import type { CorroborationReason } from '../../lib/model/corroboration.ts';
import { sectionOf, tableRowsOf, testsNamedIn, textOf } from './documents.ts';

const text = textOf('docs/matching-rules.md');
const rules = tableRowsOf(text).filter((row) => row[0]!.startsWith('`'));
const ids = rules.map((row) => row[0]!.slice(1, -1));

// The compiler asks for a line here when the code learns another reason.
const dropReasons: Readonly<Record<DropReason, true>> = {
  bot: true,
  merge: true,
  'revert-of-own-work': true,
  'copy-of-another': true,
  'squash-of-own-commits': true,
  'impossible-day': true,
};
const reasons: Readonly<Record<CorroborationReason, true>> = {
  'traces-agree': true,
  'thin-trace': true,
  'no-public-trace': true,
  'identity-not-linked': true,
  'identity-proposed': true,
  'conflict-of-claims': true,
};

describe('docs/matching-rules.md', () => {
  it('has every reason of the code, and no rule twice', () => {
    expect(ids).toEqual(expect.arrayContaining([...Object.keys(dropReasons), ...Object.keys(reasons)]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names a test for each rule', () => {
    expect(rules.filter((row) => testsNamedIn(row.at(-1) ?? '').length === 0)).toEqual([]);
  });

  it('gives the capacities of the policy in force', () => {
    const policy = matchingPolicies.at(-1)!;
    const section = sectionOf(text, 'How much a day of work can carry, and how far it reaches');
    const bands = tableRowsOf(section).filter((row) => !row[0]!.startsWith('`'));
    expect(section).toContain(`In force from ${policy.from}:`);
    expect(bands).toEqual(
      [...policy.bands, policy.unknownSize, policy.acts].map((band) => [
        // Size class n begins at 2^(n-1) changed lines, class 0 at none.
        band === policy.acts
          ? 'no commit: a review, an issue, a release'
          : band.fromClass === null
            ? 'unknown'
            : String(band.fromClass === 0 ? 0 : 2 ** (band.fromClass - 1)),
        ...[band.ownDay.minute, band.ownDay['half-day'], band.capacity.minute, band.capacity['half-day']].map(String),
        ...[band.workingDaysBefore, band.workingDaysAfter, band.changesCounted].map(String),
      ]),
    );
  });
});
