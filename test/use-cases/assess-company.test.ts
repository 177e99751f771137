// What a declared entry is to the rules: its words, and what other employers claimed on its day.
import { describe, expect, it } from 'vitest';
import { claimOf } from '../../lib/use-cases/assess-company.ts';
import type { DeclaredEntry } from '../../lib/use-cases/declared-time.ts';

const entry: DeclaredEntry = {
  entry: `${'a'.repeat(64)}:0`,
  ...{ developer: 'de-1', day: '2025-03-04', project: 'points', unit: 'minute', amount: 420, withdrawnAmount: 0 },
  ...{ repeated: false, receivedDay: '2025-04-02', writtenDay: null, posting: 3, file: null, source: null },
};
const nothing = {
  declared: { entries: [entry], corrections: [] },
  ...{
    checkOf: new Map(),
    everAnswered: [],
    answerOf: new Map(),
    workEvidenceOf: new Map(),
    corroborationOf: new Map(),
    secondments: [],
    orders: [],
    routeOn: () => null,
  },
};

describe('an entry', () => {
  it('is held where another employer declared the same day, in minutes or in half-days', () => {
    const claimed = (unit: DeclaredEntry['unit'], day = entry.day) =>
      claimOf(entry, nothing, (developer, on, asked) => Number(developer === 'de-1' && on === day && asked === unit));
    expect(claimed('minute')).toMatchObject({ heldByConflict: true, otherEmployersAmount: 1 });
    // A half-day is no number of minutes: it is in no cap of minutes, and still in conflict.
    expect(claimed('half-day')).toMatchObject({ heldByConflict: true, otherEmployersAmount: 0 });
    expect(claimed('half-day', '2025-03-05')).toMatchObject({ heldByConflict: false });
  });
});
