// Fourteen real histories and labelled timesheets: who is asked, how often wrongly, and whether the reason is the right one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readSet, type SetPlace, type Without } from '../../bin/assess/read-set.ts';
import { type Labels, labelsOf, ratesOf, type Score, score } from '../../bin/bench/quality/score.ts';
import { readSetLabels, type SetLabel } from '../../lib/intake/triage-set/labels-file.ts';
import { triageSet } from '../../lib/use-cases/triage-set.ts';
import { describeWithShared } from '../shared.ts';

describeWithShared('triage of labelled timesheets', 'the labelled timesheets', (shared) => {
  const sheets = join(shared, 'data/timesheets');
  const identities = join(shared, 'data/identities.jsonl.gz');
  const place: SetPlace = {
    ...{ timesheets: join(sheets, 'files'), commits: join(shared, 'data/commits') },
    ...{ projects: join(sheets, 'projects.json'), secondments: join(sheets, 'secondments.csv') },
    identities: existsSync(identities) ? identities : undefined,
  };
  let labelOf: Labels;
  const scoreOf = async (without: Without): Promise<Score> =>
    score(triageSet(await readSet(place, () => undefined, without)), labelOf);
  let whole: Score;
  beforeAll(async () => {
    labelOf = labelsOf(readSetLabels(readFileSync(join(sheets, 'labels.csv'), 'utf8')));
    whole = await scoreOf([]);
  });

  it('lets less than 1 % of hours through wrongly, and asks about less than 5 % of supported ones needlessly', () => {
    const { wrong, asked } = ratesOf(whole);
    expect(wrong).toBeLessThan(0.01);
    expect(asked).toBeLessThan(0.05);
  });

  it.each<[SetLabel, number]>([
    ['weekend_holiday', 1],
    ['before_secondment', 1],
    ['after_secondment', 1],
    ['after_licence_change', 1],
    ['over_10h', 1],
    ['duplicate_line', 1],
    // Some lie on a day that two employers declared, and are asked about for that.
    ['supported', 0.97],
    ['no_evidence', 0.97],
    ['over_claimed', 0.93],
    // A line that another rule refuses first (two employers above the limit of a day) is told that.
    ['duplicate_claim', 0.85],
    // So is one on a project whose licence had closed by then.
    ['wrong_project', 0.65],
  ])('gives the decision and the reason of %s where it applies', (label, share) => {
    const { lines, rightReason } = whole.labels.find((one) => one.label === label)!;
    expect(rightReason / lines).toBeGreaterThanOrEqual(share);
  });

  it('without sizes and patch ids asks more, and lets no more through wrongly', async () => {
    const { wrong } = ratesOf(await scoreOf(['sizes', 'patch-ids']));
    expect(wrong).toBeLessThan(0.01);
  });
});
