// Gifts of skills over several fiscal years of one company: turnover declared, value under the cap, the excess of one year found by the next.
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyOf, developerOf, enrolLogin, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { showStatement } from '../../lib/use-cases/show-statement.ts';
import { statementsTouched } from '../../lib/use-cases/statements-touched.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';
import { refusalOf } from '../use-cases/ledger.ts';
import { beforeTime, openForge, siren } from './acts.ts';
import { processOn } from './process.ts';

const foundation = { id: 'rails', name: 'Rails', country: 'FR', registration: null, kind: 'public-utility' };
const standing = {
  ...{ standing: '238bis', category: 'a', proof: 'invented', restrictedCircleExamined: true },
  ...{ from: '2020-01-01', to: null, decidedBy: ['outsider'] },
};
const scheme = 'mecenat-de-competences-238bis';
let world: MemoryWorld;
let ports: Ports;
let company: string;
const person = async (login: string): Promise<string> => (await enrolLogin(ports, login)).id;
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

beforeEach(async () => {
  world = memoryWorld('gifts over years');
  openForge(world);
  ({ ports } = processOn(world));
  await beforeTime(ports);
  company = await companyOf(ports, siren);
  await decideStanding();
});

/** Of the foundation, under CGI 238 bis: without it no hour is a gift that counts. */
const decideStanding = async (changed: object = {}) =>
  register(ports, {
    by: await person('registrar'),
    file: file(
      'standing.json',
      JSON.stringify({ foundations: [{ ...foundation, standings: [{ ...standing, ...changed }] }] }),
    ),
  });

const declare = async (year: object) =>
  declareFiscalYear(ports, {
    company,
    by: await person('finance-1'),
    file: file('exercice.json', JSON.stringify(year)),
  });

const calendarYear = (year: number, turnover: string, broughtForward: readonly object[] = []) =>
  declare({ period: { from: `${year}-01-01`, to: `${year}-12-31` }, turnover, broughtForward });

/** Seven hours of R-1 on each day, confirmed whole, at ten euros a minute. */
async function work(days: readonly string[]): Promise<void> {
  const year = Number(days[0]!.slice(0, 4));
  const lines = days.map((day) => `R-1;${day};Points;7,00`);
  const sheet = file(`${days[0]}.csv`, ['Matricule;Date;Projet;Heures', ...lines].join('\n'));
  const posted = await postTimesheet(ports, { company, by: await person('hr'), file: sheet, year, accept: [] });
  if ('preview' in posted) throw new Error(JSON.stringify(posted.preview.problems));
  const { developer } = await developerOf(ports, company, 'R-1');
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
    await answerContributions(ports, {
      ...{ by: await personOf(ports, 'signatory'), foundation: 'rails', company, developer, project: 'points' },
      ...{ month, answer: 'confirmed', amount: null, comment: null },
    });
  }
  const pay = [
    'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps;Unité;Origine de la base;Empreinte du fichier de paie',
    `R-1;01/01/${year};31/12/${year};1 000 000,00;0;0;0;100000;minutes;réel;${'ab'.repeat(32)}`,
  ].join('\n');
  await recordPay(ports, { company, by: await person('hr'), file: file('pay.csv', pay) });
  await sayNoOtherAid(ports, { company, by: await person('finance-1'), year });
}

/** A second company of the same group, with a developer R-1 of its own; from then on it is the company at hand. */
async function enrolSister(): Promise<void> {
  const profile = {
    ...{ siren: '999001373', name: 'Rail Exemple Numérique', fiscalYearEnd: '12-31', dayMinutes: 420, unit: 'minute' },
    ...{ corporateTax: true, region: 'metropole', since: '2020-01-01' },
    people: [
      { id: 'hr', name: 'Human Resources', roles: ['hr', 'pay'] },
      { id: 'finance-1', name: 'Finance One', roles: ['finance'] },
      { id: 'finance-2', name: 'Finance Two', roles: ['finance'] },
      { id: 'finance-3', name: 'Finance Three', roles: ['finance'] },
    ],
  };
  const by = await person('hr');
  ({ company } = await enrolCompany(ports, { by, file: file('company.json', JSON.stringify(profile)) }));
  const secondments = [
    'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement',
    'R-1;Chloé Ardouin;chloe@rail.example;points;rails;01/01/2025;;2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024',
  ].join('\n');
  await agreeSecondments(ports, { company, by, file: file('secondments.csv', secondments) });
}

async function issue(fiscalYear: number, more: object = {}) {
  const asked = { company, fiscalYear, scheme, ...more };
  world.nowMs += 60_000;
  await prepareStatement(ports, { ...asked, by: await person('finance-1') });
  const issued = await issueStatement(ports, { ...asked, by: await person('finance-2') });
  const { verification } = await readStatement(ports, company, issued.number, 'lines');
  expect(verification.problems).toEqual([]);
  return { ...issued, verification, relief: verification.payload!.relief! };
}

// Three days of 4 200 euros: 12 600 under a cap of 11 775. Two: 8 400.
const march2025 = ['2025-03-03', '2025-03-04', '2025-03-05'];
const april2025 = ['2025-04-01', '2025-04-02', '2025-04-03'];

describe('a statement of gifts', () => {
  it('is refused while the turnover is not declared, and the command that gives it is named', async () => {
    await work(march2025);
    const refusal = await refusalOf(
      prepareStatement(ports, { company, fiscalYear: 2025, scheme, by: await person('finance-1') }),
    );
    expect(refusal.code).toBe('missing-turnover');
    expect(refusal.detail.fr).toContain('communs fiscal-year');
  });

  it('says value, ceiling, reduction and excess, adds up, and verifies', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '4 000 000,00');
    const { relief, verification } = await issue(2025);
    expect(relief).toMatchObject({
      ...{ baseCents: 2 * 1_177_500, creditCents: 1_200_000, declaredEuros: 12_000, reading: 'month-of-secondment' },
      gift: {
        ...{ turnoverCents: 400_000_000, ceilingCents: 2_000_000, retainedCents: 2_000_000, excessCents: 355_000 },
        carryIn: [],
        carryOut: [{ origin: '2025-12-31', cents: 355_000, aboveThresholdCents: 0, yearsLeft: 5 }],
      },
    });
    expect(verification.payload).toMatchObject({ scheme: { standing: 'in-force' }, cost: { cents: 2 * 1_260_000 } });
    expect(verification.payload).not.toHaveProperty('simulation');
    expect((await checkLedger(ports)).findings).toEqual([]);
  });

  it('is worth less what the foundation paid back, and verifies', async () => {
    await work(march2025);
    await calendarYear(2025, '4 000 000,00');
    const paidBack = 'Nature;Période du;Au;Financeur;Montant\nremboursement;01/01/2025;31/12/2025;Rails;1 775,00';
    await recordPay(ports, { company, by: await person('hr'), file: file('paid-back.csv', paidBack) });
    const { relief } = await issue(2025);
    expect(relief).toMatchObject({ baseCents: 1_000_000, creditCents: 600_000 });
    expect(relief.steps.map(({ name }) => name)).toContain('reimbursed');
  });

  it('of a foundation without the standing of CGI 238 bis says that no hour counts, and is worth nothing', async () => {
    await decideStanding({ to: '2025-01-01' });
    await work(march2025);
    await calendarYear(2025, '4 000 000,00');
    const { relief, verification } = await issue(2025);
    expect(relief).toMatchObject({ baseCents: 0, creditCents: 0, gift: { excessCents: 0 } });
    expect(verification.payload).toMatchObject({
      minutes: { declared: 1260, counted: { agrees: 0, partly: 0, noTrace: 0 } },
      refused: [{ code: 'foundation-standing-missing', ground: 'law', minutes: 1260 }],
    });
  });

  it('takes up the excess of the statement of the year before', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    await issue(2025);
    await work(['2026-03-03', '2026-03-04']);
    await calendarYear(2026, '0,00');
    const { relief } = await issue(2026);
    expect(relief).toMatchObject({ baseCents: 840_000, creditCents: 717_000 });
    expect(relief.gift?.carryIn).toEqual([
      {
        ...{ origin: '2025-12-31', cents: 355_000, aboveThresholdCents: 0, yearsLeft: 5 },
        ...{ usedCents: 355_000, expiredCents: 0, leftCents: 0 },
      },
    ]);
    expect(relief.gift?.carryOut).toEqual([]);
  });

  it('takes an excess from before the ledger out of the declaration, and only where no statement says it', async () => {
    await work(march2025);
    const brought = { origin: '2024-12-31', amount: '10 000,00', aboveThreshold: '0,00' };
    await calendarYear(2025, '0,00', [brought]);
    const { relief } = await issue(2025);
    expect(relief.gift?.carryIn).toEqual([
      {
        ...{ origin: '2024-12-31', cents: 1_000_000, aboveThresholdCents: 0, yearsLeft: 5 },
        ...{ usedCents: 822_500, expiredCents: 0, leftCents: 177_500 },
      },
    ]);
    await work(['2026-03-03']);
    await calendarYear(2026, '0,00', [brought]);
    const refusal = await refusalOf(
      prepareStatement(ports, { company, fiscalYear: 2026, scheme, by: await person('finance-1') }),
    );
    expect(refusal.code).toBe('carry-contradicts');
    expect(refusal.detail.en).toContain('2024-12-31: 177500');
    await calendarYear(2026, '0,00', [{ ...brought, amount: '1 775,00' }]);
    expect((await issue(2026)).relief.gift?.carryIn).toEqual([
      {
        ...{ origin: '2024-12-31', cents: 177_500, aboveThresholdCents: 0, yearsLeft: 4 },
        ...{ usedCents: 177_500, expiredCents: 0, leftCents: 0 },
      },
    ]);
  });

  it('is prepared anew when the turnover is declared anew, and not issued as it stood', async () => {
    await work(march2025);
    await calendarYear(2025, '0,00');
    const asked = { company, fiscalYear: 2025, scheme };
    await prepareStatement(ports, { ...asked, by: await person('finance-1') });
    await calendarYear(2025, '9 000 000,00');
    const refusal = await refusalOf(issueStatement(ports, { ...asked, by: await person('finance-2') }));
    expect(refusal.code).toBe('books-moved');
  });

  it('goes through a year without hours by its declared turnover, and asks for it', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    await issue(2025);
    await work(['2027-03-03'].map(() => '2026-12-01'));
    await declare({ period: { from: '2026-01-01', to: '2026-06-30' }, turnover: '0,00' });
    await declare({ period: { from: '2026-07-01', to: '2026-12-31' }, turnover: '0,00' });
    const more = { period: { from: '2026-07-01', to: '2026-12-31' } };
    await sayNoOtherAid(ports, { company, by: await person('finance-1'), year: more.period });
    const { relief } = await issue(2026, more);
    // The first half of 2026 used the excess up: it had a ceiling of its own.
    expect(relief.gift).toMatchObject({ carryIn: [], carryOut: [] });
  });

  it('asks for the turnover of the year between', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    await issue(2025);
    await work(['2026-12-01']);
    const period = { from: '2026-07-01', to: '2026-12-31' };
    await declare({ period, turnover: '0,00' });
    const by = await person('finance-1');
    const refusal = await refusalOf(prepareStatement(ports, { company, fiscalYear: 2026, period, scheme, by }));
    expect(refusal.code).toBe('missing-turnover');
    expect(refusal.detail.en).toContain('from 2026-01-01 to 2026-06-30');
  });

  it('asks for the statement of a year between that has hours', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    await issue(2025);
    await work(['2026-02-03', '2026-12-01']);
    await declare({ period: { from: '2026-01-01', to: '2026-06-30' }, turnover: '0,00' });
    const period = { from: '2026-07-01', to: '2026-12-31' };
    await declare({ period, turnover: '0,00' });
    const by = await person('finance-1');
    const refusal = await refusalOf(prepareStatement(ports, { company, fiscalYear: 2026, period, scheme, by }));
    expect(refusal.code).toBe('earlier-year-not-stated');
  });

  it('takes each reading of the cap, and refuses one of another scheme in words', async () => {
    await work(march2025);
    await calendarYear(2025, '0,00');
    const asked = { company, fiscalYear: 2025, scheme, by: await person('finance-1') };
    const base = async (reading: string) =>
      (await prepareStatement(ports, { ...asked, reading })).content.computation.baseCents;
    expect(await base('month-of-secondment')).toBe(1_177_500);
    // Two fifths of her time.
    expect(await base('prorata-time')).toBe(471_000);
    expect(await base('annual-flat')).toBe(1_260_000);
    expect(await base('monthly-flat-year')).toBe(1_177_500);
    const refusal = await refusalOf(prepareStatement(ports, { ...asked, reading: 'credit' }));
    expect(refusal.code).toBe('invalid-input');
    expect(refusal.detail.en).toContain('month-of-secondment');
  });

  it('of a long year stands under one ceiling, that of its last day', async () => {
    await work(['2025-03-03']);
    const period = { from: '2025-01-01', to: '2026-03-31' };
    await declare({ period, turnover: '5 000 000,00' });
    await work(['2026-03-03', '2026-03-04', '2026-03-05']);
    await sayNoOtherAid(ports, { company, by: await person('finance-1'), year: period });
    const { relief } = await issue(2026, { period });
    expect(relief).toMatchObject({ baseCents: 420_000 + 1_201_500, gift: { ceilingCents: 2_500_000 } });
  });

  it('tells what a later version changes of it: the difference of the two rounded versions, on both pages', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    const first = await issue(2025);
    expect(first.rectification).toBeNull();
    await calendarYear(2025, '4 300 000,00');
    const second = await issue(2025);
    // 21 500 × 60 % in place of 20 000 × 60 %.
    const change = { creditCents: 90_000, declaredEuros: 900, isSimulation: false };
    expect(second).toMatchObject({ supersedes: first.number, rectification: { other: first.number, ...change } });
    const by = await person('finance-1');
    const page = (statement: string) => showStatement(ports, { company, statement, by });
    expect(await page(first.number)).toMatchObject({
      rectifies: null,
      rectifiedBy: { other: second.number, ...change },
    });
    expect(await page(second.number)).toMatchObject({
      rectifies: { other: first.number, ...change },
      rectifiedBy: null,
    });
    const again = await issueStatement(ports, { company, fiscalYear: 2025, scheme, by: await person('finance-2') });
    expect(again).toMatchObject({ already: true, rectification: { other: first.number, ...change } });
  });

  it('is proposed again when the statement that its excess comes from is replaced after it, and only then', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    await issue(2025);
    await work(['2026-03-03', '2026-03-04']);
    await calendarYear(2026, '0,00');
    const later = await issue(2026);
    expect(await statementsTouched(ports, company)).toEqual([]);
    // Under a higher ceiling 2025 has no excess to hand on.
    await calendarYear(2025, '5 000 000,00');
    expect(await statementsTouched(ports, company)).toMatchObject([
      { number: '2025-0001', time: [], gift: { turnover: true, carry: false } },
    ]);
    await issue(2025);
    expect(await statementsTouched(ports, company)).toMatchObject([
      { number: later.number, fiscalYear: 2026, time: [], gift: { turnover: false, carry: true } },
    ]);
    const again = await issue(2026);
    expect(again).toMatchObject({ supersedes: later.number, relief: { creditCents: 504_000, gift: { carryIn: [] } } });
    expect(await statementsTouched(ports, company)).toEqual([]);
  });

  it('is proposed again when the statement that its excess comes from is revoked, or its own year is declared with other days', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    const first = await issue(2025);
    await work(['2026-03-03', '2026-03-04']);
    await calendarYear(2026, '0,00');
    const later = await issue(2026);
    await revokeStatement(ports, { company, number: first.number, by: await person('finance-1') });
    const touched = [{ number: later.number, gift: { turnover: false, carry: true } }];
    expect(await statementsTouched(ports, company)).toMatchObject(touched);
    await declare({ period: { from: '2026-01-01', to: '2026-06-30' }, turnover: '0,00' });
    expect(await statementsTouched(ports, company)).toMatchObject([
      { number: later.number, gift: { turnover: true, carry: false } },
    ]);
  });

  it('is proposed again when the standing of the foundation ends earlier than it was thought to', async () => {
    await work(march2025);
    await calendarYear(2025, '0,00');
    const { number } = await issue(2025);
    await decideStanding({ to: '2025-03-05' });
    expect(await statementsTouched(ports, company)).toMatchObject([
      { number, time: [{ project: 'points', unit: 'minute', lost: 420, gained: 0 }], gift: null },
    ]);
    // Nor is it left out where the company has since said of that year that it pays no corporate tax.
    const profile = {
      ...{ siren, name: 'Rail Exemple', fiscalYearEnd: '12-31', dayMinutes: 420, unit: 'minute' },
      ...{ corporateTax: false, region: 'metropole', since: '2025-01-01' },
      people: [{ id: 'hr', name: 'Human Resources', roles: ['hr', 'pay'] }],
    };
    const by = await person('hr');
    await enrolCompany(ports, { by, file: file('company.json', JSON.stringify(profile)) });
    expect(await statementsTouched(ports, company)).toMatchObject([{ number, gift: null }]);
  });

  it('is declared by finance of the company itself: nobody else’s word counts', async () => {
    const year = { period: { from: '2025-01-01', to: '2025-12-31' }, turnover: '0,00', broughtForward: [] };
    const said = file('exercice.json', JSON.stringify(year));
    const own = company;
    await enrolSister();
    const theirs = await person('finance-3');
    for (const by of [theirs, await person('hr')]) {
      const refusal = await refusalOf(declareFiscalYear(ports, { company: own, by, file: said }));
      expect([refusal.code, refusal.detail.en.includes("'finance'")]).toEqual(['not-allowed', true]);
      expect(refusal.detail.fr).toContain('« finance »');
    }
    const written = await declareFiscalYear(ports, { company: own, by: await person('finance-1'), file: said });
    expect(written).toMatchObject({ written: 1 });
  });

  it('adds nothing across the companies of a group: each has its turnover, its ceiling, its excess', async () => {
    await work([...march2025, ...april2025]);
    await calendarYear(2025, '0,00');
    await issue(2025);
    const own = company;
    await enrolSister();
    await work(march2025);
    const missing = await refusalOf(
      prepareStatement(ports, { company, fiscalYear: 2025, scheme, by: await person('finance-1') }),
    );
    expect(missing.code).toBe('missing-turnover');
    await calendarYear(2025, '8 000 000,00');
    const { relief, number } = await issue(2025);
    expect(number).toBe('2025-0001');
    expect(relief).toMatchObject({ baseCents: 1_177_500, creditCents: 706_500 });
    expect(relief.gift).toMatchObject({ turnoverCents: 800_000_000, ceilingCents: 4_000_000, carryIn: [] });
    company = own;
    const first = await readStatement(ports, company, '2025-0001', 'totals');
    expect(first.verification.payload?.relief?.gift?.ceilingCents).toBe(2_000_000);
  });
});
