// Each reason is said in both languages, with the shas and never with hours.
import { describe, expect, it } from 'vitest';
import { explain } from '../../lib/matching/sentences.ts';
import type { Corroboration, CorroborationReason } from '../../lib/model/corroboration.ts';
import { sampleContribution } from './sample-contributions.ts';

const reasons: CorroborationReason[] = [
  'traces-agree',
  'thin-trace',
  'no-public-trace',
  'identity-not-linked',
  'identity-proposed',
  'conflict-of-claims',
];
const corroboration = (more: Partial<Corroboration>): Corroboration => ({
  entry: 'e',
  developer: 'de-alix',
  day: '2024-05-15',
  project: 'project',
  verdict: 'partly',
  reasons: [],
  contributions: [],
  ...more,
});

describe('the words of a corroboration', () => {
  it.each(reasons)('say %s in French and in English, without hours', (reason) => {
    const { fr, en } = explain(corroboration({ reasons: [reason] }), new Map());
    expect(fr).not.toBe(en);
    for (const text of [fr, en]) expect(text).toMatch(/^[^\d]{30,}\.$/);
  });

  it('name the contributions used and their days, the first three of many', () => {
    const used = ['aa', 'bb', 'cc', 'dd'].map((sha, i) => sampleContribution(sha.repeat(20), `2024-05-1${i}`));
    const byId = new Map(used.map((contribution) => [contribution.id, contribution]));
    const { en, fr } = explain(corroboration({ reasons: ['traces-agree'], contributions: [...byId.keys()] }), byId);
    expect(en).toContain(
      '4 contributions (2024-05-10 … 2024-05-13: aaaaaaaaaaaa, bbbbbbbbbbbb, cccccccccccc and 1 more)',
    );
    expect(fr).toContain('et 1 de plus');
  });
});
