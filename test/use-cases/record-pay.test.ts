// Pay and subsidies: rows behind facts, only what changed, a later line in the place of an earlier one.
import { describe, expect, it } from 'vitest';
import type { BatchRef } from '../../lib/ledger/kinds.ts';
import type { Ports } from '../../lib/ports.ts';
import { readRows } from '../../lib/use-cases/batches.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { payOnFile, subsidiesOnFile } from '../../lib/use-cases/pay-on-file.ts';
import { companyBook, enrolLogin } from '../../lib/use-cases/people.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { csvFile, factsOf, refusalOf, testLedger } from './ledger.ts';
import { lend, type Organisation, organisation } from './organisation.ts';

const header =
  'Nature;Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps;Unité;Origine de la base;Empreinte du fichier de paie;Financeur;Montant';
const digest = 'ab'.repeat(32);
const pay = (matricule: string, gross: string, from = '01/01/2025', to = '31/12/2025'): string =>
  `paie;${matricule};${from};${to};${gross};2 100,00;19 780,50;1 240,00;1607,00;heures;réel;${digest};;`;
const subsidy = (amount: string, grantor = 'Région Inventée'): string =>
  `subvention;;01/01/2025;31/12/2025;;;;;;;;;${grantor};${amount}`;

async function start(): Promise<{ ports: Ports; org: Organisation; developer: string }> {
  const { ports } = testLedger();
  const org = await organisation(ports);
  return { ports, org, developer: await lend(ports, org, 'R-101', 'alix@rail.example') };
}
const send = (ports: Ports, { company, hr }: Organisation, ...lines: readonly string[]) =>
  recordPay(ports, { company, by: hr, file: csvFile(header, ...lines) });
const payFacts = async (ports: Ports, { company }: Organisation) =>
  (await factsOf(ports, companyBook(company))).filter(({ kind }) => /pay|subsidy/.test(kind));

it('keeps amounts in rows: no fact and no cause tells them', async () => {
  const { ports, org, developer } = await start();
  expect(await send(ports, org, pay('R-101', '48 250,00'), subsidy('5 000,00'))).toMatchObject({ written: 2 });
  const facts = await payFacts(ports, org);
  expect(facts).toMatchObject([{ kind: 'pay-recorded', data: { people: 1 } }, { kind: 'subsidy-declared' }]);
  expect(JSON.stringify(facts)).not.toMatch(/4825000|1978050|Région/);
  const { batch } = facts[0]!.data as { batch: BatchRef };
  const [stored] = await readRows(ports, companyBook(org.company), batch);
  expect(stored?.row).toEqual({
    developer,
    period: { from: '2025-01-01', to: '2025-12-31' },
    grossCents: 4_825_000,
    accessoriesCents: 210_000,
    eligibleChargesCents: 1_978_050,
    excludedChargesCents: 124_000,
    timeBase: { unit: 'minute', amount: 96_420, how: 'actual' },
    payrollDigest: digest,
  });
});

describe('a later file', () => {
  it('that says the same, by whomever, writes nothing', async () => {
    const { ports, org } = await start();
    await send(ports, org, pay('R-101', '48 250,00'), subsidy('5 000,00'));
    const finance = (await enrolLogin(ports, 'tristan')).id;
    const again = await send(ports, { ...org, hr: finance }, subsidy('5 000,00'), pay('R-101', '48 250,00'));
    expect(again).toMatchObject({ written: 0, unchanged: 2 });
    expect(await payFacts(ports, org)).toHaveLength(2);
  });

  it('writes only the lines that changed, and back again', async () => {
    const { ports, org } = await start();
    await lend(ports, org, 'R-102', 'noa@rail.example');
    await send(ports, org, pay('R-101', '48 250,00'), pay('R-102', '50 000,00'));
    expect(await send(ports, org, pay('R-101', '49 000,00'), pay('R-102', '50 000,00'))).toMatchObject({
      written: 1,
      unchanged: 1,
    });
    const state = await readBook(ports, companyBook(org.company));
    expect((await payOnFile(ports, state)).map(({ grossCents }) => grossCents).sort()).toEqual([4_900_000, 5_000_000]);
    expect(await send(ports, org, pay('R-101', '48 250,00'))).toMatchObject({ written: 1 });
    expect(await send(ports, org, pay('R-101', '49 000,00'))).toMatchObject({ written: 1 });
    expect(await payFacts(ports, org)).toHaveLength(4);
  });

  it('takes the place of every period of the same person that it touches', async () => {
    const { ports, org, developer } = await start();
    await send(ports, org, pay('R-101', '48 250,00'));
    await send(ports, org, pay('R-101', '4 000,00', '01/03/2025', '31/03/2025'));
    const state = await readBook(ports, companyBook(org.company));
    expect(await payOnFile(ports, state)).toMatchObject([
      { developer, period: { from: '2025-03-01', to: '2025-03-31' }, grossCents: 400_000 },
    ]);
  });

  it('corrects a subsidy by its grantor and period, and two of one name in one file stand beside each other', async () => {
    const { ports, org } = await start();
    const amounts = async (): Promise<number[]> => {
      const state = await readBook(ports, companyBook(org.company));
      return (await subsidiesOnFile(ports, state)).map(({ amountCents }) => amountCents);
    };
    await send(ports, org, subsidy('5 000,00'), subsidy('3 000,00'), subsidy('100,00', 'Ville Inventée'));
    expect(await amounts()).toEqual([500_000, 300_000, 10_000]);
    expect(await send(ports, org, subsidy('5 000,00'), subsidy('4 000,00'))).toMatchObject({ written: 2 });
    expect(await amounts()).toEqual([10_000, 500_000, 400_000]);
    await send(ports, org, subsidy('0'));
    expect(await amounts()).toEqual([10_000, 0]);
  });
});

it('is refused for staff numbers that nobody has, all at once, with nothing written', async () => {
  const { ports, org } = await start();
  const refusal = await refusalOf(send(ports, org, pay('X-1', '1,00'), pay('R-101', '48 250,00'), pay('X-2', '1,00')));
  expect(refusal.code).toBe('unknown-developer');
  expect(refusal.detail.fr).toContain('X-1, X-2');
  expect(await payFacts(ports, org)).toEqual([]);
});
