import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../lib/rules/assess.ts';
import type { Assessment, AssessmentInput, Claim } from '../../lib/rules/assessment.ts';
import { entryRefusalCodes, isEntryRefusalCode } from '../../lib/rules/refusals/refusal-codes.ts';
import { claim, inputOf, project, secondment, situations } from './claims.ts';

const brief = ({ parts }: Assessment) => parts.map(({ entry, state, code, amount }) => [entry, state, code, amount]);
const codeOf = (changed: Partial<Claim>, context = {}) => assess(inputOf([claim(changed)], context)).parts[0]?.code;

describe('always', () => {
  test('the parts of an entry add up to its amount, each in one place', () => {
    fc.assert(
      fc.property(situations, (input) => {
        const { parts } = assess(input);
        for (const { entry, amount } of input.claims) {
          const own = parts.filter((part) => part.entry === entry);
          expect(own.reduce((total, part) => total + part.amount, 0)).toBe(amount);
          expect(own.every((part) => part.amount > 0)).toBe(true);
        }
        expect(parts.every(({ state, ground }) => (state === 'refused') === (ground !== null))).toBe(true);
        for (const { state, code } of parts) {
          expect(state === 'refused').toBe(code !== null && isEntryRefusalCode(code));
          if (state === 'counted' || state === 'withdrawn') expect(code).toBeNull();
        }
        expect(
          parts.every(({ state, awaits, since }) => (state === 'awaiting') === (awaits !== null && since !== null)),
        ).toBe(true);
      }),
    );
  });

  test('traces move no minute: every trace changed leaves states, codes and amounts the same', () => {
    const verdicts = fc.constantFrom(null, 'agrees', 'partly', 'no-public-trace', 'conflict') as fc.Arbitrary<
      Claim['trace']
    >;
    fc.assert(
      fc.property(situations, fc.array(verdicts, { minLength: 40, maxLength: 40 }), (input, traces) => {
        const other = input.claims.map((one, at) => ({ ...one, trace: traces[at] ?? null }));
        expect(brief(assess({ ...input, claims: other }))).toEqual(brief(assess(input)));
      }),
    );
  });

  test('the order of the claims changes nothing', () => {
    const shuffled = situations.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.claims], { minLength: input.claims.length, maxLength: input.claims.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        expect(assess({ ...input, claims: other })).toEqual(assess(input));
      }),
    );
  });

  test('the reason printed is the first of all that apply', () => {
    fc.assert(
      fc.property(situations, (input) => {
        const { parts, allReasons } = assess(input);
        const reasons = new Map(allReasons.map(({ entry, codes }) => [entry, codes]));
        for (const { codes } of allReasons) {
          expect([...codes].sort((a, b) => entryRefusalCodes.indexOf(a) - entryRefusalCodes.indexOf(b))).toEqual(codes);
        }
        const refused = Map.groupBy(
          parts.filter(({ state }) => state === 'refused'),
          ({ entry }) => entry,
        );
        for (const [entry, own] of refused) expect(own[0]!.code).toBe(reasons.get(entry)![0]);
      }),
    );
  });

  test('what is refused under none is refused under every scheme', () => {
    fc.assert(
      fc.property(situations, (input) => {
        const codesOf = (scheme: AssessmentInput['scheme']) =>
          new Map(assess({ ...input, scheme }).allReasons.map(({ entry, codes }) => [entry, codes]));
        const under = codesOf(input.scheme);
        for (const [entry, codes] of codesOf('none')) {
          // Whose word carries an entry is each scheme's own: the foundation's no is no rule of admission.
          const admission = codes.filter((code) => code !== 'foundation-refused');
          // A week is cut by what is left of it: an entry that another rule refused is not in its sum.
          const rules = admission.filter((code) => code !== 'weekly-max-exceeded');
          expect(under.get(entry) ?? []).toEqual(expect.arrayContaining(rules));
        }
      }),
    );
  });

  test('an entry that is there twice is a fault, and so is more withdrawn than declared', () => {
    expect(() => assess(inputOf([claim(), claim()]))).toThrow('r:0 is there twice');
    expect(() => assess(inputOf([claim({ withdrawnAmount: 61 })]))).toThrow('cannot be');
    expect(() => assess(inputOf([claim({ amount: 0 })]))).toThrow('cannot be');
  });
});

describe('the day', () => {
  const day = (amounts: readonly number[], changed: Partial<Claim> = {}) =>
    brief(assess(inputOf(amounts.map((amount, at) => claim({ entry: `r:${at}`, amount, ...changed })))));

  test('ten hours count, a minute more refuses the whole day', () => {
    expect(day([300, 300])).toEqual([
      ['r:0', 'counted', null, 300],
      ['r:1', 'counted', null, 300],
    ]);
    expect(day([300, 301]).map(([, , code]) => code)).toEqual(['daily-max-exceeded', 'daily-max-exceeded']);
  });

  test('the day is over all employers, and a repeated or withdrawn line is not in its sum', () => {
    expect(codeOf({ amount: 500, otherEmployersAmount: 101 })).toBe('daily-max-exceeded-across-employers');
    expect(codeOf({ amount: 500, otherEmployersAmount: 100 })).toBeNull();
    const { allReasons } = assess(inputOf([claim({ amount: 601, otherEmployersAmount: 1 })]));
    expect(allReasons[0]!.codes).toEqual(['daily-max-exceeded', 'daily-max-exceeded-across-employers']);
    const twice = [claim({ amount: 400 }), claim({ entry: 'r:1', amount: 400, repeated: true })];
    expect(brief(assess(inputOf(twice)))).toEqual([
      ['r:0', 'counted', null, 400],
      ['r:1', 'refused', 'duplicate', 400],
    ]);
    expect(brief(assess(inputOf([claim({ amount: 700, withdrawnAmount: 100 })])))).toEqual([
      ['r:0', 'withdrawn', null, 100],
      ['r:0', 'counted', null, 600],
    ]);
  });

  test('two half-days count, three do not; minutes of the same day are another sum', () => {
    const halfDays = { unit: 'half-day' as const };
    expect(day([2], halfDays)[0]![2]).toBeNull();
    expect(day([1, 2], halfDays).map(([, , code]) => code)).toEqual(['daily-max-exceeded', 'daily-max-exceeded']);
    const both = [claim({ amount: 2, ...halfDays }), claim({ entry: 'r:1', amount: 600 })];
    expect(brief(assess(inputOf(both))).map(([, state]) => state)).toEqual(['counted', 'counted']);
  });

  test.each([
    ['a Saturday', '2025-03-08'],
    ['a Sunday', '2025-03-09'],
    ['Easter Monday', '2025-04-21'],
    ['1 May', '2025-05-01'],
  ])('%s is not a working day', (_, day) => {
    expect(codeOf({ day })).toBe('non-working-day');
  });

  test('26 December is worked in Paris and not in Strasbourg; a year without holidays is refused', () => {
    expect(codeOf({ day: '2025-12-26' })).toBeNull();
    expect(codeOf({ day: '2025-12-26' }, { region: 'alsace-moselle' })).toBe('non-working-day');
    expect(codeOf({ day: '2025-05-27' }, { region: '971' })).toBe('non-working-day');
    expect(() => codeOf({ day: '2028-03-07' })).toThrow('no-figures-for-period');
    expect(() => codeOf({}, { region: 'atlantis' })).toThrow('no-figures-for-period');
  });
});

describe('the week', () => {
  test('what is above 48 hours is taken from the latest entries, and a refused day is not in the sum', () => {
    const days = ['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07'];
    const week = days.map((day, at) => claim({ entry: `r:${at}`, day, amount: 600 }));
    expect(brief(assess(inputOf(week))).slice(4)).toEqual([
      ['r:4', 'refused', 'weekly-max-exceeded', 120],
      ['r:4', 'counted', null, 480],
    ]);
    const overDay = [...week.slice(1), claim({ entry: 'r:0', day: '2025-03-03', amount: 660 })];
    expect(brief(assess(inputOf(overDay))).filter(([, , code]) => code === 'weekly-max-exceeded')).toEqual([]);
  });
});

describe('the loan', () => {
  const under = (changed: object, day = '2025-03-04') => codeOf({ day }, { secondments: [secondment(changed)] });

  test('covers its days, its projects and its person, to its early end', () => {
    expect(under({})).toBeNull();
    expect(under({ from: '2025-03-05' })).toBe('outside-secondment');
    expect(under({ to: '2025-03-03' })).toBe('outside-secondment');
    expect(under({ to: '2025-12-31', endedOn: '2025-03-03' })).toBe('outside-secondment');
    expect(under({ endedOn: '2025-03-04' })).toBeNull();
    expect(under({ projects: ['p-2'] })).toBe('outside-secondment');
    expect(under({ developer: 'de-9' })).toBe('outside-secondment');
  });

  test('needs its three papers by the day of the work; a gift of services does not', () => {
    for (const paper of ['convention', 'amendment', 'consent']) {
      expect(under({ [paper]: null })).toBe('secondment-papers-missing');
      expect(under({ [paper]: '2025-03-05' })).toBe('secondment-papers-missing');
    }
    expect(under({ consent: null, legalForm: 'service-gift' })).toBeNull();
  });

  test('lasts two years under an older convention, three from 17 April 2024', () => {
    const old = { from: '2023-03-04', convention: '2023-03-01' };
    expect(under({ ...old, amendment: '2023-03-01', consent: '2023-03-01' }, '2025-03-03')).toBeNull();
    expect(under({ ...old }, '2025-03-04')).toBe('secondment-term-exceeded');
    const recent = { from: '2024-04-17', convention: '2024-04-17', amendment: '2024-04-17', consent: '2024-04-17' };
    expect(under(recent, '2027-04-16')).toBeNull();
    expect(under(recent, '2027-04-19')).toBe('secondment-term-exceeded');
  });

  test('the best of several decides', () => {
    const both = [secondment({ id: 'se-0', consent: null }), secondment()];
    expect(codeOf({}, { secondments: both })).toBeNull();
  });
});

describe('the project', () => {
  test('counts while decided eligible and under an open licence: intervals are half-open and may have holes', () => {
    const licence = { spdx: 'BSD-3-Clause', open: true, evidence: 'a commit' };
    const redis = project('p-1', {
      licences: [
        { ...licence, from: '2009-01-01', to: '2024-03-20' },
        { ...licence, from: '2024-03-20', to: '2025-05-01', open: false, spdx: 'SSPL-1.0' },
        { ...licence, from: '2025-05-01', to: null },
      ],
    });
    const on = (day: string) =>
      codeOf(
        { day },
        {
          projects: [redis],
          secondments: [
            secondment({
              from: '2024-01-01',
              convention: '2023-12-01',
              amendment: '2023-12-01',
              consent: '2023-12-01',
            }),
          ],
        },
      );
    expect(on('2024-03-19')).toBeNull();
    expect(on('2024-03-20')).toBe('project-not-eligible-at-date');
    expect(on('2025-05-02')).toBeNull();
    expect(codeOf({}, { projects: [] })).toBe('project-not-eligible-at-date');
  });

  test('a decision against it wins over an interval left open', () => {
    const decided = { decidedBy: ['r-1'], reason: 'governance changed' };
    const eligibility = [
      { ...decided, from: '2020-01-01', to: null, eligible: true },
      { ...decided, from: '2025-03-01', to: null, eligible: false },
    ];
    expect(codeOf({}, { projects: [project('p-1', { eligibility })] })).toBe('project-not-eligible-at-date');
  });
});

describe('the people', () => {
  const word = (
    answer: 'disputed' | 'partly' | 'cannot-tell' | 'confirmed',
    confirmedAmount: number | null = null,
  ) => ({
    answer,
    confirmedAmount,
    group: 'g',
  });

  test('disputed is refused; silence and "cannot tell" wait on the foundation, since the day of receipt', () => {
    expect(codeOf({ confirmation: word('disputed') })).toBe('foundation-refused');
    const [part] = assess(inputOf([claim({ confirmation: null })])).parts;
    expect(part).toMatchObject({ state: 'awaiting', code: 'not-confirmed', awaits: 'foundation', since: '2025-03-10' });
    expect(codeOf({ confirmation: word('cannot-tell') })).toBe('cannot-tell');
  });

  test('a partly confirmed amount goes to the entries in order, and not to what a rule refused', () => {
    const confirmation = word('partly', 100);
    const month = [
      claim({ entry: 'r:2', day: '2025-03-06', confirmation }),
      claim({ entry: 'r:0', day: '2025-03-01', confirmation }),
      claim({ entry: 'r:1', day: '2025-03-05', confirmation }),
    ];
    expect(brief(assess(inputOf(month)))).toEqual([
      ['r:0', 'refused', 'non-working-day', 60],
      ['r:1', 'counted', null, 60],
      ['r:2', 'refused', 'foundation-refused', 20],
      ['r:2', 'counted', null, 40],
    ]);
  });

  test('contested waits on the employer, a double claim on both employers', () => {
    expect(assess(inputOf([claim({ check: 'contested' })])).parts[0]).toMatchObject({ awaits: 'employer' });
    expect(assess(inputOf([claim({ heldByConflict: true, check: 'contested' })])).parts[0]).toMatchObject({
      code: 'conflict-of-claims',
      awaits: 'employers',
    });
    expect(codeOf({ check: 'contested', confirmation: word('disputed') })).toBe('foundation-refused');
  });

  test('an hour claimed under another scheme is refused', () => {
    expect(codeOf({ claimedUnder: 'cir' })).toBe('already-claimed-under-other-scheme');
  });

  test('late is a mark with its days, counted from the writing, and never a refusal', () => {
    const late = (changed: Partial<Claim>) => assess(inputOf([claim(changed)])).parts[0];
    expect(late({ receivedDay: '2025-04-04' })).toMatchObject({ state: 'counted', lateDays: null });
    expect(late({ receivedDay: '2025-04-05' })).toMatchObject({ state: 'counted', lateDays: 1 });
    expect(late({ receivedDay: '2025-09-01', writtenDay: '2025-03-04' })).toMatchObject({ lateDays: null });
  });
});
