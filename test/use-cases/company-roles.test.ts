// Who may say something for a company: whatever way it comes in, the use case itself asks for the role, and nothing is written without it.
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { chooseReading } from '../../lib/use-cases/choose-reading.ts';
import { completeMonths } from '../../lib/use-cases/complete-months.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { declareAbsences } from '../../lib/use-cases/declare-absences.ts';
import { companyBook, enrolLogin } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { proposeFromMailmap } from '../../lib/use-cases/propose-from-mailmap.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { undoTimesheet } from '../../lib/use-cases/undo-timesheet.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { csvFile, factsOf, refusalOf, testLedger } from './ledger.ts';
import { identityHeader, lend, organisation, secondmentHeader, secondmentLine } from './organisation.ts';

let ports: Ports;
let company: string;
let developer: string;
/** By the role that lets in whom it lets in: HR, finance, a registrar, whoever operates the installation. */
const people: Record<string, string> = {};
beforeAll(async () => {
  ({ ports } = testLedger());
  const org = await organisation(ports);
  ({ company } = org);
  developer = await lend(ports, org, 'R-1', 'r-1@rail.example');
  people.hr = org.hr;
  people.registrar = org.registrar;
  people.finance = (await enrolLogin(ports, 'tristan')).id;
  people.operator = (await enrolLogin(ports, 'operator')).id;
});

const sheet = () => csvFile('Matricule;Date;Projet;Heures', 'R-1;06/01/2025;Rail;7,00');
const pay = () =>
  csvFile(
    'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie',
    `R-1;01/01/2025;31/12/2025;42 000,00;0;16 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
  );

const acts: readonly (readonly [string, (by: string) => Promise<unknown>, readonly string[]])[] = [
  ['lending somebody', (by) => agreeSecondments(ports, { company, by, file: lent() }), ['hr']],
  ['vouching for an address', (by) => vouchIdentities(ports, { company, by, file: vouched() }), ['hr']],
  ['sending a mailmap', (by) => proposeFromMailmap(ports, { company, by, file: csvFile('A <a@b.c>') }), ['hr']],
  ['giving pay', (by) => recordPay(ports, { company, by, file: pay() }), ['hr', 'finance']],
  ['posting a timesheet', (by) => postTimesheet(ports, { company, by, file: sheet(), year: 2025, accept: [] }), ['hr']],
  ['undoing it', (by) => undoTimesheet(ports, { company, by, timesheet: 0 }), ['hr']],
  ['saying how a file is read', (by) => chooseReading(ports, reading(by)), ['hr']],
  ['correcting time', (by) => correctTime(ports, correction(by)), ['hr']],
  ['declaring a month complete', (by) => completeMonths(ports, completion(by)), ['hr']],
  ['sending absences', (by) => declareAbsences(ports, { company, by, file: away(), year: 2025 }), ['hr']],
];

const lent = () => csvFile(secondmentHeader, secondmentLine('R-1', 'Alix R-1', 'r-1@rail.example'));
const vouched = () => csvFile(identityHeader, 'R-1;r-1@rail.example;attestée;01/01/2025;');
const away = () => csvFile('Matricule;Date;Durée', 'R-1;07/01/2025;1');
const reading = (by: string) => ({
  ...{ company, by, year: 2025, sha256: '0'.repeat(64), choices: null },
  said: { what: 'layout' as const, layout: {}, keepAs: null },
});
const correction = (by: string) => ({
  ...{ company, by, developer, day: '2025-01-08', project: 'rail', unit: 'minute' as const, delta: 60, reason: 'x' },
});
const completion = (by: string) => ({
  ...{ company, by, month: '2025-01', developers: [developer], complete: true, reason: null },
});

const factCount = async (): Promise<number> => (await factsOf(ports, companyBook(company))).length;

const isLetIn = async (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.code !== 'not-allowed';
    },
  );

describe.each(acts)('%s', (_name, act, allowed) => {
  it('is refused to somebody without the role, in words that say what to do, and nothing is written', async () => {
    const before = await factCount();
    for (const [role, person] of Object.entries(people)) {
      if (role === 'operator' || allowed.includes(role)) continue;
      const refusal = await refusalOf(act(person));
      expect([role, refusal.code]).toEqual([role, 'not-allowed']);
      expect(refusal.detail.fr).toContain('--as');
    }
    expect(await factCount()).toBe(before);
  });

  it('is open to whoever holds it, and to whoever operates the installation', async () => {
    for (const role of [...allowed, 'operator'])
      expect([role, await isLetIn(act(people[role]!))]).toEqual([role, true]);
  });
});
