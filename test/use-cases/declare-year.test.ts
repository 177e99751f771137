// What a company declares of a year: saved once, replaced by a later word, kept apart by year, and stated as it was said.
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyBook, companyOf, enrolPerson, personOf } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { statementChecklist } from '../../lib/use-cases/statement-checklist.ts';
import { answerTo, informedOf, payrollOf, returnOf } from '../../lib/use-cases/year-declarations.ts';
import { acts, openForge, siren } from '../whole/acts.ts';
import { processOn } from '../whole/process.ts';
import { jsonFile } from './ledger.ts';

const period = { from: '2025-01-01', to: '2025-12-31' };
const scheme = 'digital-commons-investor';
const asked = { fiscalYear: 2025, scheme } as const;
const digest = 'cd'.repeat(32);
const whole = {
  period,
  payroll: { ...period, digest, total: '250 000,00' },
  returns: [{ scheme, filed: { form: '2069-RCI-SD', line: '14', euros: '1 200', filedOn: '2026-05-18' } }],
  otherAid: { answer: 'no' },
  otherEmployers: { answer: 'no' },
  billedToClients: { answer: 'yes', hours: '12,50' },
  counterparts: { answer: 'yes', amount: '1 500,00' },
  worksCouncil: { on: '2024-11-28' },
  notice: { on: '2024-12-02' },
};

let ports: Ports;
let company: string;
let finance: string;
let second: string;
beforeEach(async () => {
  const world = memoryWorld('declare a year');
  openForge(world);
  ({ ports } = processOn(world));
  for (const act of acts) {
    if (act.name === 'no other aid') break;
    await act.carryOut(ports);
  }
  company = await companyOf(ports, siren);
  finance = (await enrolPerson(ports, 'finance-1', 'finance-1')).id;
  second = (await enrolPerson(ports, 'finance-2', 'finance-2')).id;
});

const declare = (said: object, by = finance) => declareYear(ports, { company, by, file: jsonFile(said) });
const state = () => readBook(ports, companyBook(company));

describe('a declaration', () => {
  it('is saved once, each point a fact of its own, and a second time changes nothing', async () => {
    const before = (await state()).head.seq;
    expect(await declare(whole)).toMatchObject({ written: 8, unchanged: 0 });
    expect((await state()).head.seq).toBe(before + 8);
    expect(await declare(whole)).toMatchObject({ written: 0, unchanged: 8 });
    expect((await state()).head.seq).toBe(before + 8);
  });

  it('keeps the total of the payroll out of the facts: it can be one person’s pay', async () => {
    await declare(whole);
    for await (const { bytes } of ports.readBooks.facts(companyBook(company), -1)) {
      expect(new TextDecoder().decode(bytes)).not.toContain('25000000');
    }
    expect(await payrollOf(ports, await state(), period)).toMatchObject({ digest, totalCents: 25_000_000 });
  });

  it('said again otherwise replaces that point alone, and said as before stands again', async () => {
    await declare(whole);
    expect(await declare({ period, counterparts: { answer: 'no' } })).toMatchObject({ written: 1 });
    expect(await answerTo(await state(), period, 'counterparts')).toMatchObject({ answer: 'no', cents: null });
    expect(await answerTo(await state(), period, 'billed-to-clients')).toMatchObject({ minutes: 750 });
    expect(await declare(whole)).toMatchObject({ written: 1, unchanged: 7 });
    expect(await declare({ period, payroll: { ...whole.payroll, total: '1,00' } })).toMatchObject({ written: 1 });
    expect(await declare(whole)).toMatchObject({ written: 1, unchanged: 7 });
    expect(await payrollOf(ports, await state(), period)).toMatchObject({ totalCents: 25_000_000 });
  });

  it('of one year says nothing of another; what the people were told holds for all', async () => {
    await declare(whole);
    const next = { from: '2026-01-01', to: '2026-12-31' };
    expect(await payrollOf(ports, await state(), next)).toBeNull();
    expect(await returnOf(await state(), next, scheme)).toBeNull();
    expect(await answerTo(await state(), next, 'other-aid')).toBeNull();
    expect(await informedOf(await state(), 'notice')).toMatchObject({ on: '2024-12-02', reason: null });
  });

  it('about money is finance’s; HR may say when people were told', async () => {
    const hr = await personOf(ports, 'hr');
    await expect(declare({ period, otherAid: { answer: 'no' } }, hr)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await declare({ period, notice: { on: '2024-12-02' } }, hr)).toMatchObject({ written: 1 });
  });

  it('of a return under a scheme without amounts here is refused, and nothing is saved', async () => {
    const before = (await state()).head.seq;
    const returns = [{ scheme: 'none', filed: null }];
    await expect(declare({ ...whole, returns })).rejects.toMatchObject({ code: 'scheme-not-computed' });
    expect((await state()).head.seq).toBe(before);
  });
});

describe('a statement', () => {
  it('is not prepared before the company has said what other aid it received; a yes without amounts is no answer', async () => {
    const prepare = () => prepareStatement(ports, { company, ...asked, by: finance });
    await expect(prepare()).rejects.toMatchObject({ code: 'other-aid-not-declared' });
    await declare({ period, otherAid: { answer: 'yes' } });
    await expect(prepare()).rejects.toMatchObject({ code: 'other-aid-not-declared' });
    // Without amounts nobody is asked.
    await prepareStatement(ports, { company, fiscalYear: 2025, scheme: 'none', by: finance });
    await declare({ period, otherAid: { answer: 'no' } });
    expect((await prepare()).content.cost?.payroll).toBe('not-tied');
  });

  it('is not prepared where the payroll is smaller than the cost, and says both amounts', async () => {
    await declare({ ...whole, payroll: { ...whole.payroll, total: '1,00' } });
    const refused = prepareStatement(ports, { company, ...asked, by: finance });
    await expect(refused).rejects.toMatchObject({ code: 'payroll-below-cost' });
    await expect(refused).rejects.toMatchObject({
      detail: { en: expect.stringMatching(/costs €[\d,.]+, .* €1\.00 only/) },
    });
    const { items } = await statementChecklist(ports, { company, ...asked });
    expect(items[0]).toMatchObject({ code: 'payroll-below-cost', cents: { payroll: 100 } });
  });

  it('says what was declared and when, and is not issued where it was said otherwise since', async () => {
    await declare(whole);
    await prepareStatement(ports, { company, ...asked, by: finance });
    await declare({ period, counterparts: { answer: 'no' } });
    const issue = () => issueStatement(ports, { company, ...asked, by: second });
    await expect(issue()).rejects.toMatchObject({ code: 'books-moved' });
    await declare(whole);
    const on = (await answerTo(await state(), period, 'counterparts'))!.saidOn;
    await prepareStatement(ports, { company, ...asked, by: finance });
    const { number } = await issue();
    const { payload, signatories } = (await readStatement(ports, company, number, 'names')).verification;
    expect(payload).toMatchObject({
      cost: { payroll: { period, digest, totalCents: 25_000_000, on } },
      filing: { form: '2069-RCI-SD', line: '14', euros: 1200, filedOn: '2026-05-18', on },
      declared: {
        otherAid: [],
        otherEmployers: { answer: 'no', on },
        billedToClients: { answer: 'yes', on, minutes: 750 },
        counterparts: { answer: 'yes', on, cents: 150_000 },
      },
    });
    // Who confirmed is read at level names, offline, and at no other.
    const [confirmation] = payload!.projects[0]!.confirmations;
    expect(signatories).toEqual([{ signatory: confirmation!.signatory, name: expect.stringMatching(/\S/) }]);
    expect((await readStatement(ports, company, number, 'lines')).verification.signatories).toBeNull();
    expect(JSON.stringify(payload)).not.toContain(signatories![0]!.name);
  });

  it('has nothing left open of what the company says, once it has said all', async () => {
    await declare(whole);
    const { items } = await statementChecklist(ports, { company, ...asked });
    expect(items.filter(({ page }) => page === 'declarations')).toEqual([]);
    expect(items.some(({ blocks }) => blocks)).toBe(false);
  });
});
