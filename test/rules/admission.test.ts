// Whose time, lent how, to whom, ordered when and claimed where: the rules that admit an hour under one scheme and not under another.
import { describe, expect, test } from 'vitest';
import { bienCommunCriteria, type FoundationStanding } from '../../lib/model/registry.ts';
import type { Secondment } from '../../lib/model/secondment.ts';
import { assess } from '../../lib/rules/assess.ts';
import type { AssessmentInput, Claim, Part } from '../../lib/rules/assessment.ts';
import { leastHeadcount } from '../../lib/rules/lender-headcount.ts';
import { entryRefusalCodes } from '../../lib/rules/refusals/refusal-codes.ts';
import { claimedElsewhereText, refusalText } from '../../lib/rules/refusals/refusal-text.ts';
import { ruleSet } from '../../lib/rules/rule-set.ts';
import { claim, inputOf, project, secondment, standing } from './claims.ts';

const mecenat = 'mecenat-de-competences-238bis' as const;

const partOf = (changed: Partial<Claim>, context: Partial<AssessmentInput> = {}): Part =>
  assess(inputOf([claim(changed)], context)).parts[0]!;
const codeOf = (changed: Partial<Claim>, context: Partial<AssessmentInput> = {}) => partOf(changed, context).code;

test('the codes that the worked cases know keep their order; each of ours has its place', () => {
  const ours = [
    'secondment-papers-missing',
    'public-servant-without-basis',
    'legal-form-not-admitted',
    'foundation-standing-missing',
  ];
  expect(entryRefusalCodes.filter((code) => !ours.includes(code))).toEqual([
    'duplicate',
    'daily-max-exceeded',
    'daily-max-exceeded-across-employers',
    'outside-secondment',
    'secondment-term-exceeded',
    'project-not-eligible-at-date',
    'non-working-day',
    'weekly-max-exceeded',
    'already-claimed-under-other-scheme',
    'foundation-refused',
    'unsupported',
  ]);
  const before = (code: (typeof entryRefusalCodes)[number]) => entryRefusalCodes[entryRefusalCodes.indexOf(code) - 1];
  expect(before('public-servant-without-basis')).toBe('secondment-papers-missing');
  expect(before('legal-form-not-admitted')).toBe('secondment-term-exceeded');
  expect(before('foundation-standing-missing')).toBe('project-not-eligible-at-date');
});

describe('the standing of a foundation', () => {
  const under = (
    changed: Partial<FoundationStanding>,
    day = '2025-03-04',
    scheme: AssessmentInput['scheme'] = mecenat,
  ) => codeOf({ day }, { scheme, standings: [standing(changed)] });

  test('of CGI 238 bis is asked of it under mécénat alone, in minutes as in half-days', () => {
    const none = { standings: [] };
    expect(partOf({}, { ...none, scheme: mecenat })).toMatchObject({
      state: 'refused',
      code: 'foundation-standing-missing',
      ground: 'law',
      about: 'fo-1',
    });
    expect(codeOf({ unit: 'half-day', amount: 2 }, { ...none, scheme: mecenat })).toBe('foundation-standing-missing');
    for (const scheme of ['none', 'digital-commons-investor', 'cir-244-quater-b'] as const) {
      expect(codeOf({}, { ...none, scheme })).toBeNull();
    }
    expect(under({})).toBeNull();
    expect(under({ foundation: 'fo-2' })).toBe('foundation-standing-missing');
  });

  test('holds from a day to a day, with holes', () => {
    const both = [standing({ to: '2025-03-01' }), standing({ from: '2025-03-05' })];
    const on = (day: string) => codeOf({ day }, { scheme: mecenat, standings: both });
    expect(on('2025-02-28')).toBeNull();
    expect(on('2025-03-04')).toBe('foundation-standing-missing');
    expect(on('2025-03-05')).toBeNull();
  });

  test('does not hold where the restricted circle was not examined, or no letter is given', () => {
    expect(under({ restrictedCircleExamined: false })).toBe('foundation-standing-missing');
    expect(under({ category: null })).toBe('foundation-standing-missing');
  });

  test('of a body abroad needs an approval, in the Union or the EEA; the United Kingdom left with 2020', () => {
    expect(under({ country: 'DE' })).toBe('foundation-standing-missing');
    expect(under({ country: 'DE', approval: 'agreed' })).toBeNull();
    expect(under({ country: 'US', approval: 'agreed' })).toBe('foundation-standing-missing');
    const british = { country: 'GB', approval: 'agreed' };
    expect(under(british)).toBe('foundation-standing-missing');
    const lent = { from: '2020-06-01', convention: '2020-05-01', amendment: '2020-05-01', consent: '2020-05-01' };
    const in2020 = { scheme: mecenat, standings: [standing(british)], secondments: [secondment(lent)] };
    expect(codeOf({ day: '2020-12-31' }, in2020)).toBeNull();
    expect(codeOf({ day: '2021-01-04' }, in2020)).toBe('foundation-standing-missing');
  });

  test('as fondation de bien commun is another one: it opens nothing under mécénat, and holds by all our criteria', () => {
    const proposed = { standing: 'fondation-de-bien-commun', category: null, criteria: bienCommunCriteria } as const;
    expect(under(proposed)).toBe('foundation-standing-missing');
    // A rule set that asks for it, as a scheme of that name would.
    const asking = {
      ...ruleSet,
      schemes: ruleSet.schemes.map((scheme) => ({
        ...scheme,
        figures: scheme.figures.map((figure) =>
          figure.key === 'beneficiary' ? { ...figure, value: 'fondation-de-bien-commun' } : figure,
        ),
      })),
    };
    const asked = (standings: readonly FoundationStanding[]) => codeOf({}, { ruleSet: asking, standings });
    expect(asked([standing(proposed)])).toBeNull();
    expect(asked([standing({ ...proposed, criteria: bienCommunCriteria.slice(1) })])).toBe(
      'foundation-standing-missing',
    );
    expect(asked([standing()])).toBe('foundation-standing-missing');
  });

  test('is told with the name of the foundation and what to do', () => {
    const { fr, en } = refusalText('foundation-standing-missing', 'fo-1');
    expect(fr).toMatch(/« fo-1 ».*Demandez-lui la preuve/);
    expect(en).toMatch(/'fo-1'.*Ask it for the proof/);
  });
});

describe('the legal form', () => {
  const under = (legalForm: Secondment['legalForm'], scheme: AssessmentInput['scheme']) =>
    codeOf({}, { scheme, secondments: [secondment({ legalForm })] });

  test('of own work is no gift: refused under mécénat, counted under the others', () => {
    expect(under('own-work', mecenat)).toBe('legal-form-not-admitted');
    expect(under('service-gift', mecenat)).toBeNull();
    expect(under('loan', mecenat)).toBeNull();
    for (const scheme of ['none', 'digital-commons-investor', 'cir-244-quater-b'] as const) {
      expect(under('own-work', scheme)).toBeNull();
    }
  });

  test('comes after the term, and the secondment with fewer reasons decides', () => {
    const old = { from: '2021-01-01', convention: '2021-01-01', amendment: '2021-01-01', consent: '2021-01-01' };
    expect(codeOf({}, { scheme: mecenat, secondments: [secondment(old)] })).toBe('secondment-term-exceeded');
    const two = [secondment({ id: 'se-0', legalForm: 'own-work' }), secondment()];
    expect(codeOf({}, { scheme: mecenat, secondments: two })).toBeNull();
  });
});

describe('a public servant', () => {
  const under = (changed: Partial<Secondment>, day = '2025-03-04') =>
    codeOf({ day }, { scheme: 'none', secondments: [secondment({ staff: 'public-servant', ...changed })] });

  test('is lent on a basis of her own, or not at all', () => {
    expect(under({})).toBe('public-servant-without-basis');
    expect(under({ basis: 'cgfp' })).toBeNull();
    expect(under({ basis: '3ds-209' })).toBeNull();
    expect(under({ legalForm: 'service-gift' })).toBeNull();
    expect(partOf({}, { secondments: [secondment({ staff: 'public-servant' })] }).ground).toBe('law');
  });

  test('has neither the papers nor the term of the labour code', () => {
    const lent = { basis: 'cgfp', convention: null, amendment: null, consent: null, from: '2015-01-01' } as const;
    expect(under(lent)).toBeNull();
    expect(under({ ...lent, staff: 'employee', basis: null })).toBe('secondment-papers-missing');
  });

  test('is under the experiment for its five years and for three at most', () => {
    const lent = { basis: '3ds-209', from: '2022-01-03' } as const;
    expect(under(lent, '2022-02-21')).toBe('public-servant-without-basis');
    expect(under(lent, '2022-02-22')).toBeNull();
    expect(under(lent, '2025-01-02')).toBeNull();
    expect(under(lent, '2025-01-03')).toBe('secondment-term-exceeded');
    expect(under({ basis: '3ds-209', from: '2026-01-01' }, '2027-02-22')).toBe('public-servant-without-basis');
  });
});

test('a least headcount is told for a free loan of an employee under a convention before 17 April 2024', () => {
  const least = (changed: Partial<Secondment>) => leastHeadcount(ruleSet, secondment(changed));
  expect(least({ convention: '2024-04-16' })).toBe(5000);
  expect(least({ convention: '2024-04-17' })).toBe(0);
  expect(least({ convention: null, from: '2024-04-16' })).toBe(5000);
  expect(least({ convention: '2024-04-16', legalForm: 'service-gift' })).toBe(0);
  expect(least({ convention: '2024-04-16', staff: 'public-servant' })).toBe(0);
  // Before the figure was read nothing is known, and nothing is said.
  expect(least({ convention: '2018-01-01' })).toBe(0);
});

describe('an order to work', () => {
  const on = (day: string, signedOn: string, changed: Partial<Claim> = {}) =>
    codeOf({ day, ...changed }, { orders: [{ developer: 'de-1', day, signedOn }] });

  test('signed by the day lifts its refusal for that person and day, in half-days too', () => {
    expect(on('2025-03-08', '2025-03-08')).toBeNull();
    expect(on('2025-03-09', '2025-03-01')).toBeNull();
    expect(on('2025-07-14', '2025-07-01', { unit: 'half-day', amount: 2 })).toBeNull();
    expect(on('2025-03-08', '2025-03-09')).toBe('non-working-day');
    const orders = [{ developer: 'de-2', day: '2025-03-08', signedOn: '2025-03-01' }];
    expect(codeOf({ day: '2025-03-08' }, { orders })).toBe('non-working-day');
    expect(codeOf({ day: '2025-03-09', developer: 'de-2' }, { orders })).toBe('non-working-day');
  });

  test('lifts nothing on 1 May', () => {
    expect(on('2025-05-01', '2025-04-01')).toBe('non-working-day');
  });

  test('lifts no cap', () => {
    expect(on('2025-03-08', '2025-03-01', { amount: 601 })).toBe('daily-max-exceeded');
  });
});

describe('time claimed elsewhere', () => {
  test('is refused under every scheme with amounts, with the name of the scheme', () => {
    for (const scheme of [mecenat, 'digital-commons-investor', 'cir-244-quater-b'] as const) {
      expect(partOf({ claimedUnder: 'eu-grant' }, { scheme })).toMatchObject({
        code: 'already-claimed-under-other-scheme',
        about: 'eu-grant',
      });
    }
    expect(refusalText('already-claimed-under-other-scheme', 'cir').en).toContain('research tax credit');
  });

  test('counts in a statement without amounts, and says so; an hour of another employer is no hour of this one', () => {
    const part = partOf({ claimedUnder: 'cir' }, { scheme: 'none' });
    expect(part).toMatchObject({ state: 'counted', code: null, about: 'cir' });
    expect(claimedElsewhereText('cir')?.fr).toContain('CIR');
    expect(codeOf({ claimedUnder: 'other-employer' }, { scheme: 'none' })).toBe('already-claimed-under-other-scheme');
  });

  test('takes nothing of an amount that the foundation confirmed in part', () => {
    const confirmation = { answer: 'partly', confirmedAmount: 60, group: 'g' } as const;
    const two = [claim({ entry: 'r:0', claimedUnder: 'cii', confirmation }), claim({ entry: 'r:1', confirmation })];
    expect(assess(inputOf(two)).parts.map(({ code, amount }) => [code, amount])).toEqual([
      ['already-claimed-under-other-scheme', 60],
      [null, 60],
    ]);
  });
});

describe('a fork that goes on', () => {
  // Days of tax-rules: the licence of the one is lost on 10 August 2023, the repository of the other public on 5 September.
  const projects = [
    project('p-1', {
      eligibility: [{ from: '2014-07-28', to: '2023-08-10', eligible: true, decidedBy: [], reason: '' }],
    }),
    project('fork', {
      successorOf: 'p-1',
      eligibility: [{ from: '2023-09-05', to: null, eligible: true, decidedBy: [], reason: '' }],
    }),
  ];
  const lent = { from: '2023-01-02', convention: '2023-01-02', amendment: '2023-01-02', consent: '2023-01-02' };
  const on = (day: string) =>
    partOf({ day }, { projects, secondments: [secondment({ ...lent, projects: ['p-1', 'fork'] })] });

  test('is named from its first eligible day on, and counts nothing by itself', () => {
    expect(on('2023-08-09')).toMatchObject({ state: 'counted', about: null });
    expect(on('2023-08-10')).toMatchObject({ code: 'project-not-eligible-at-date', about: null });
    expect(on('2023-09-04')).toMatchObject({ code: 'project-not-eligible-at-date', about: null });
    expect(on('2023-09-05')).toMatchObject({ code: 'project-not-eligible-at-date', about: 'fork' });
    expect(refusalText('project-not-eligible-at-date', 'fork').fr).toContain('« fork », qui en prend la suite');
  });
});
