// What is said before posting and what is refused when the time is assessed never disagree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeek, isoWeekday } from '../../../lib/model/calendar.ts';
import { assess } from '../../../lib/rules/assess.ts';
import type { Claim } from '../../../lib/rules/assessment.ts';
import { findInTime } from '../../../lib/rules/findings/find-in-time.ts';
import type { FindingCode, FindingInput, LineToPost, StandingLine } from '../../../lib/rules/findings/finding.ts';
import type { EntryRefusalCode } from '../../../lib/rules/refusals/refusal-codes.ts';
import { claim, project, secondment } from '../claims.ts';
import { around } from './lines.ts';

// Two weeks around a public holiday, 1 May 2025, and a Saturday and Sunday of each.
const days = [
  '2025-04-28',
  '2025-04-29',
  '2025-04-30',
  '2025-05-01',
  '2025-05-02',
  '2025-05-03',
  '2025-05-04',
  '2025-05-05',
  '2025-05-06',
];

const anyLine = fc.record({
  developer: fc.constantFrom('de-1', 'de-1', 'de-2'),
  project: fc.constantFrom('p-1', 'p-1', 'p-1', 'p-2', 'p-3'),
  day: fc.constantFrom(...days),
  unit: fc.constantFrom('minute' as const, 'minute' as const, 'minute' as const, 'half-day' as const),
  minutes: fc.constantFrom(60, 240, 300, 420, 480, 600),
  halfDays: fc.integer({ min: 1, max: 2 }),
});

type AnyLine = typeof anyLine extends fc.Arbitrary<infer T> ? T : never;

const amountOf = ({ unit, minutes, halfDays }: AnyLine): number => (unit === 'minute' ? minutes : halfDays);

/** As the book marks them: a line that is not taken back whole, after one of the same person, day, project and amount. */
function inBook(
  lines: readonly { readonly line: AnyLine; readonly withdrawn: 'none' | 'part' | 'all' }[],
): StandingLine[] {
  const seen = new Set<string>();
  return lines.map(({ line, withdrawn }, at) => {
    const { developer, project: of, day, unit } = line;
    const amount = amountOf(line);
    const withdrawnAmount = { none: 0, part: Math.floor(amount / 2), all: amount }[withdrawn];
    const key = JSON.stringify([developer, of, day, unit, amount]);
    const repeated = withdrawnAmount < amount && seen.has(key);
    if (withdrawnAmount < amount) seen.add(key);
    return { entry: `book:${at}`, developer, project: of, day, unit, amount, withdrawnAmount, repeated };
  });
}

const situation = fc
  .record({
    book: fc.array(
      fc.record({ line: anyLine, withdrawn: fc.constantFrom('none' as const, 'part' as const, 'all' as const) }),
      {
        maxLength: 12,
      },
    ),
    file: fc.array(anyLine, { minLength: 1, maxLength: 14 }),
    others: fc.dictionary(fc.constantFrom(...days), fc.constantFrom(60, 300), { maxKeys: 4 }),
    workingDays: fc.constantFrom(null, [1, 2, 4, 5], [2, 3, 4, 5, 6]),
    consent: fc.constantFrom('2024-12-12', '2025-04-30', null),
    from: fc.constantFrom('2025-01-01', '2025-04-29', '2022-04-30'),
    receivedDay: fc.constantFrom('2025-05-10', '2025-06-01', '2026-01-01'),
    staff: fc.constantFrom('employee' as const, 'employee' as const, 'public-servant' as const),
    basis: fc.constantFrom(null, 'cgfp' as const, '3ds-209' as const),
    orders: fc.array(
      fc.record({
        developer: fc.constantFrom('de-1', 'de-2'),
        day: fc.constantFrom(...days),
        signedOn: fc.constantFrom('2025-04-25', '2025-05-03'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ book, file, others, workingDays, consent, from, receivedDay, staff, basis, orders }): FindingInput => {
    const lines = file.map((line, at): LineToPost => {
      const { developer, project: of, day, unit } = line;
      return {
        ref: `file:${at}`,
        developer,
        project: of,
        day,
        unit,
        amount: amountOf(line),
        writtenDay: null,
        dayTotal: null,
      };
    });
    const ofLoan = { workingDays, consent, from, staff, basis, projects: ['p-1', 'p-2'] };
    return around({
      ...{ lines, receivedDay, orders, standing: inBook(book) },
      otherEmployers: (_, day, unit) => (unit === 'minute' ? (others[day] ?? 0) : 0),
      secondments: [secondment(ofLoan), secondment({ ...ofLoan, id: 'se-2', developer: 'de-2' })],
      projects: [project('p-1'), project('p-2', { licences: [] }), project('p-3')],
    });
  });

/** The claims that the book will hold once the lines are posted. */
function claimsAfter(input: FindingInput): Claim[] {
  const { lines, receivedDay } = input;
  const book = [...input.standing];
  const posted = lines.map((one): StandingLine => {
    const { developer, project: of, day, unit, amount } = one;
    const isSame = (line: StandingLine): boolean =>
      line.withdrawnAmount < line.amount &&
      [line.developer, line.project, line.day, line.unit, line.amount].join() ===
        [developer, of, day, unit, amount].join();
    const line = { ...one, entry: one.ref, withdrawnAmount: 0, repeated: book.some(isSame) };
    book.push(line);
    return line;
  });
  return [...input.standing, ...posted].map(
    ({ entry, developer, project: of, day, unit, amount, withdrawnAmount, repeated }): Claim =>
      claim({
        ...{ entry, developer, project: of, day, unit, amount, withdrawnAmount, repeated, receivedDay },
        otherEmployersAmount: input.otherEmployers(developer, day, unit),
      }),
  );
}

interface Both {
  readonly claims: readonly Claim[];
  /** Of the lines about to be posted. */
  readonly refused: (ref: string) => readonly EntryRefusalCode[];
  readonly found: (ref: string) => readonly FindingCode[];
  readonly late: ReadonlySet<string>;
}

function both(input: FindingInput): Both {
  const claims = claimsAfter(input);
  const { secondments, projects, orders, region, ruleSet } = input;
  const { allReasons, parts } = assess({
    ...{ claims, secondments, projects, orders, region, ruleSet },
    ...{ standings: [], scheme: 'none' },
  });
  const reasons = new Map(allReasons.map(({ entry, codes }) => [entry, codes]));
  const findings = findInTime(input);
  return {
    claims,
    refused: (entry) => reasons.get(entry) ?? [],
    found: (ref) => findings.filter(({ lines }) => lines.includes(ref)).map(({ code }) => code),
    late: new Set(parts.filter(({ lateDays }) => lateDays !== null).map(({ entry }) => entry)),
  };
}

const always = (check: (input: FindingInput, outcome: Both) => void): void => {
  fc.assert(fc.property(situation, (input) => check(input, both(input))));
};

describe('before posting and when assessed', () => {
  const same: readonly (readonly [EntryRefusalCode, readonly FindingCode[]])[] = [
    ['duplicate', ['already-posted']],
    ['daily-max-exceeded', ['day-over-maximum', 'half-days-over-maximum']],
    [
      'daily-max-exceeded-across-employers',
      ['day-over-maximum-across-employers', 'half-days-over-maximum-across-employers'],
    ],
    ['outside-secondment', ['outside-secondment']],
    ['secondment-papers-missing', ['secondment-papers-missing']],
    ['public-servant-without-basis', ['public-servant-without-basis']],
    ['secondment-term-exceeded', ['secondment-term-exceeded']],
    ['project-not-eligible-at-date', ['project-not-eligible']],
  ];

  it.each(same)('a line is refused as %s if and only if it was told so', (refusal, codes) => {
    always(({ lines }, { refused, found }) => {
      for (const { ref } of lines) {
        expect(found(ref).some((code) => codes.includes(code))).toBe(refused(ref).includes(refusal));
      }
    });
  });

  it('a day off is refused if and only if it was told so; a weekday that she does not work is only asked about', () => {
    always(({ lines }, { refused, found }) => {
      for (const { ref, day } of lines) {
        const asked = found(ref);
        const isDayOff =
          asked.includes('public-holiday') ||
          asked.includes('weekend') ||
          (asked.includes('not-a-working-day') && isoWeekday(day) >= 6);
        expect(isDayOff).toBe(refused(ref).includes('non-working-day'));
      }
    });
  });

  it('no week is cut that was not told, and of a week that was told something is refused', () => {
    always(({ lines }, { claims, refused, found }) => {
      const weekOf = ({ developer, day }: { readonly developer: string; readonly day: string }): string =>
        `${developer} ${isoWeek(day)}`;
      for (const line of lines.filter(({ unit }) => unit === 'minute')) {
        const told = found(line.ref).some((code) => code.startsWith('week-over-maximum'));
        const ofWeek = claims.filter((one) => one.unit === 'minute' && weekOf(one) === weekOf(line));
        const codes = ofWeek.flatMap(({ entry }) => refused(entry));
        if (codes.includes('weekly-max-exceeded')) expect(told).toBe(true);
        if (told) expect(codes.length).toBeGreaterThan(0);
      }
    });
  });

  it('the same lines are late', () => {
    always(({ lines }, { found, late }) => {
      for (const { ref } of lines) expect(found(ref).includes('late')).toBe(late.has(ref));
    });
  });

  it('every finding points at a line about to be posted, and says what to do in both languages', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const refs = new Set(input.lines.map(({ ref }) => ref));
        for (const { lines, from, to, detail, amounts } of findInTime(input)) {
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.every((ref) => refs.has(ref))).toBe(true);
          expect(from <= to).toBe(true);
          expect(detail.fr).toMatch(/\.$/);
          expect(detail.en).toMatch(/\.$/);
          if (amounts !== null) expect(Object.values(amounts).slice(1).every(Number.isSafeInteger)).toBe(true);
        }
      }),
    );
  });
});
