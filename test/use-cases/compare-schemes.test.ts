// One fiscal year that ends on 31 March under every scheme and reading: what each row says, what it lacks, and that nothing is written.
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { supports } from '../../lib/model/support.ts';
import { capReadings } from '../../lib/rules/rule-set.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { type ComparisonAsked, calendarYearsOf, compareSchemes } from '../../lib/use-cases/compare-schemes.ts';
import type { ComparedRow } from '../../lib/use-cases/compared-row.ts';
import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { developerOf, enrolLogin, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { showComparison } from '../../lib/use-cases/show-comparison.ts';
import { processOn } from '../whole/process.ts';
import { csvFile, jsonFile } from './ledger.ts';
import { companyFile, registryFile, secondmentHeader, secondmentLine, standing } from './organisation.ts';

const { ports } = processOn(memoryWorld('schemes side by side'));
const payHeader =
  'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie';
/** Half a euro a minute. */
const payOf = (matricule: string, year: number) =>
  `${matricule};01/01/${year};31/12/${year};48 210,00;0;0;0;1607;réel;${'ab'.repeat(32)}`;

/** Half a day's hours on days of two fiscal years and two calendar years; the foundation confirms June alone. */
async function enrolled(matricule: string, changed: object): Promise<{ company: string; hr: string }> {
  const hr = (await enrolLogin(ports, 'sabine')).id;
  const { company } = await enrolCompany(ports, { by: hr, file: jsonFile({ ...companyFile, ...changed }) });
  const secondment = csvFile(secondmentHeader, secondmentLine(matricule, 'Alix', `${matricule}@rail.example`));
  await agreeSecondments(ports, { company, by: hr, file: secondment });
  const lines = ['04/03/2025;Rail;7', '03/06/2025;Rail;7', '04/06/2025;Rail;3,5', '03/02/2026;Rail;7'];
  for (const year of [2025, 2026]) {
    const own = lines.filter((line) => line.includes(`/${year};`)).map((line) => `${matricule};${line}`);
    const file = csvFile('Matricule;Date;Projet;Heures', ...own);
    const posted = await postTimesheet(ports, { company, by: hr, year, file, accept: [] });
    expect(posted).toHaveProperty('receipt');
  }
  const { developer } = await developerOf(ports, company, matricule);
  await answerContributions(ports, {
    ...{ by: await personOf(ports, 'nadege'), foundation: 'commun', company, developer, project: 'rail' },
    ...{ month: '2025-06', answer: 'confirmed', amount: null, comment: null },
  });
  return { company, hr };
}

let taxed: { company: string; hr: string };
let untaxed: { company: string; hr: string };
beforeAll(async () => {
  const registrar = (await enrolLogin(ports, 'ursule')).id;
  const foundations = [{ ...registryFile.foundations[0], standings: [standing] }];
  await register(ports, { by: registrar, file: jsonFile({ ...registryFile, foundations }) });
  taxed = await enrolled('R-1', { fiscalYearEnd: '03-31' });
  untaxed = await enrolled('M-1', { siren: '999001746', name: 'Mobilité Exemple', corporateTax: false });
  const pay = csvFile(payHeader, payOf('R-1', 2025));
  await recordPay(ports, { company: taxed.company, by: taxed.hr, file: pay });
});

const compared = (changed: Partial<ComparisonAsked> = {}) =>
  compareSchemes(ports, { company: taxed.company, fiscalYear: 2026, ...changed });
const rowsOf = (rows: readonly ComparedRow[], scheme: string) => rows.filter((row) => row.scheme === scheme);

async function heads(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const book of ports.listBooks.books()) found[book] = (await readBook(ports, book)).head.digest;
  return found;
}

describe('a fiscal year from April to March', () => {
  it('is simulated under both readings of the proposal, on what the foundation confirmed', async () => {
    const { rows, period } = await compared();
    expect(period).toEqual({ from: '2025-04-01', to: '2026-03-31' });
    const [credit, deduction] = rowsOf(rows, 'digital-commons-investor');
    expect(credit).toMatchObject({
      ...{ reading: 'credit', support: 'foundation', counted: { minutes: 630, halfDays: 0 }, costCents: 31_500 },
      // February waits for the foundation; nothing else of the fiscal year does.
      notCounted: [{ state: 'awaiting', code: 'not-confirmed', minutes: 420, halfDays: 0 }],
      simulation: { baseCents: 44_100, creditCents: 13_230, declaredEuros: 132, net: { cents: 13_230 } },
      relief: null,
      missing: null,
    });
    expect(deduction).toMatchObject({
      reading: 'deduction',
      simulation: { creditCents: 11_025, net: { cents: 11_025, corporateTax: { rate: '25/100', certainty: 'M' } } },
    });
  });

  it('stands beside the research tax credit of each calendar year that it touches, whole, on what is declared', async () => {
    const [in2025, in2026] = rowsOf((await compared()).rows, 'cir-244-quater-b');
    // March 2025 is in the calendar year and not in the fiscal year.
    expect(in2025).toMatchObject({
      ...{ period: { from: '2025-01-01', to: '2025-12-31' }, support: 'declared', counted: { minutes: 1050 } },
      relief: { baseCents: 73_500, creditCents: 22_050, declaredEuros: 221, net: { cents: 22_050 } },
      simulation: null,
    });
    expect(in2025!.note!.fr).toContain('390652');
    expect(in2026).toMatchObject({ period: { from: '2026-01-01', to: '2026-12-31' }, relief: null });
  });

  it('says in a row what it lacks, whose and by which command, and the other rows stand', async () => {
    const [, in2026] = rowsOf((await compared()).rows, 'cir-244-quater-b');
    expect(in2026).toMatchObject({ counted: { minutes: 420 }, costCents: null });
    expect(in2026!.missing!.fr).toContain('Alix (R-1)');
    expect(in2026!.missing!.en).toContain("'communs pay'");
  });

  it('is valued as a gift under the four readings of its cap once its turnover is declared, less the tax on what is given', async () => {
    const undeclared = rowsOf((await compared()).rows, 'mecenat-de-competences-238bis');
    expect(undeclared).toHaveLength(4);
    for (const row of undeclared) {
      expect(row).toMatchObject({ counted: { minutes: 630 }, relief: null });
      expect(row.missing!.en).toContain('communs fiscal-year');
    }
    const period = { from: '2025-04-01', to: '2026-03-31' };
    const file = jsonFile({ period, turnover: '8 000 000,00', broughtForward: [] });
    await declareFiscalYear(ports, { company: taxed.company, by: await personOf(ports, 'tristan'), file });
    const rows = rowsOf((await compared()).rows, 'mecenat-de-competences-238bis');
    expect(rows.map(({ reading }) => reading)).toEqual(capReadings);
    // 315 given: 60 % of it, less 25 % that is no longer deducted.
    for (const row of rows) {
      expect(row).toMatchObject({
        ...{ costCents: 31_500, missing: null, simulation: null },
        relief: { baseCents: 31_500, declaredEuros: 189, net: { cents: 11_025, corporateTax: { certainty: 'M' } } },
      });
    }
  });

  it('may be previewed under another reading of what carries an entry', async () => {
    for (const [support, minutes] of [
      ['foundation', 630],
      ['foundation-or-trace', 630],
      ['declared', 1050],
    ] as const) {
      const { rows } = await compared({ support });
      expect(rows.map((row) => row.support)).toEqual(rows.map(() => support));
      expect(rowsOf(rows, 'digital-commons-investor')[0]!.counted).toEqual({ minutes, halfDays: 0 });
    }
  });

  it('is compared without a fact: every book stays where it was', async () => {
    const before = await heads();
    expect(Object.keys(before)).toHaveLength(3);
    for (const support of supports) await compared({ support });
    await showComparison(ports, { company: taxed.company });
    expect(await heads()).toEqual(before);
  });

  it('is refused where there is nothing to compare', async () => {
    await expect(compared({ fiscalYear: 2023 })).rejects.toMatchObject({ code: 'nothing-to-state' });
    const period = { from: '2025-04-01', to: '2026-03-31' };
    await expect(compared({ fiscalYear: 2025, period })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

it('a long fiscal year touches as many calendar years as it has days in', () => {
  const years = calendarYearsOf({ from: '2024-10-01', to: '2026-03-31' });
  expect(years.map(({ from, to }) => `${from}..${to}`)).toEqual([
    '2024-01-01..2024-12-31',
    '2025-01-01..2025-12-31',
    '2026-01-01..2026-12-31',
  ]);
});

it('a body without corporate tax is shown its time, and no amount', async () => {
  const { rows, paysCorporateTax } = await compareSchemes(ports, { company: untaxed.company, fiscalYear: 2025 });
  expect(paysCorporateTax).toBe(false);
  expect(rows).toMatchObject([
    {
      ...{ scheme: 'none', counted: { minutes: 630, halfDays: 0 }, costCents: null },
      ...{ relief: null, simulation: null, missing: null },
    },
  ]);
});

it('the page keeps what is proposed, in force and only compared apart, and opens on the last year that is over', async () => {
  const { years, compared: shown } = await showComparison(ports, { company: taxed.company });
  expect(years).toEqual([2026, 2025]);
  expect(shown!.proposed.map(({ scheme }) => scheme)).toEqual(shown!.proposed.map(() => 'digital-commons-investor'));
  expect(shown!.inForce.map(({ scheme }) => scheme)).toEqual(shown!.inForce.map(() => 'mecenat-de-competences-238bis'));
  expect(shown!.comparators.length).toBe(calendarYearsOf(shown!.period).length);
  expect(shown!.timeOnly).toEqual([]);
});
