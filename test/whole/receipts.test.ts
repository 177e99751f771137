// Receipts of a foundation for a year of gifts: who may issue one, for what, under which number, and that it says no more than the statement.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { toHex } from '../../lib/model/hashing.ts';
import type { Ports } from '../../lib/ports.ts';
import { type Receipt, receiptSchema } from '../../lib/statement/receipt/receipt.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { issueReceipt } from '../../lib/use-cases/issue-receipt.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { listKeys } from '../../lib/use-cases/keys.ts';
import { companyOf, developerOf, enrolLogin } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { showReceipts } from '../../lib/use-cases/show-receipts.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';
import { describeWithProgram, programs } from '../outside/programs.ts';
import { refusalOf } from '../use-cases/ledger.ts';
import { beforeTime, company as donor, openForge, siren } from './acts.ts';
import { after, aliceOf, endSecondments, erase, secondOfHr } from './after-the-term.ts';
import { declareGift, enrolDonor, issueGift, mentions, registerFoundation, standing } from './gift-of-time.ts';
import { processOn } from './process.ts';

let world: MemoryWorld;
let ports: Ports;
let company: string;
const person = async (login: string): Promise<string> => (await enrolLogin(ports, login)).id;
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

async function work(days: readonly string[]): Promise<void> {
  const lines = days.map((day) => `R-1;${day};Points;7,00`);
  const sheet = file(`${days[0]}.csv`, ['Matricule;Date;Projet;Heures', ...lines].join('\n'));
  const posted = await postTimesheet(ports, { company, by: await person('hr'), file: sheet, year: 2025, accept: [] });
  if ('preview' in posted) throw new Error(JSON.stringify(posted.preview.problems));
  const { developer } = await developerOf(ports, company, 'R-1');
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
    await answerContributions(ports, {
      ...{ by: await person('signatory'), foundation: 'rails', company, developer, project: 'points' },
      ...{ month, answer: 'confirmed', amount: null, comment: null },
    });
  }
}

const issue = (): Promise<string> => {
  world.nowMs += 60_000;
  return issueGift(ports);
};

beforeEach(async () => {
  world = memoryWorld('receipts');
  openForge(world);
  ({ ports } = processOn(world));
  await beforeTime(ports);
  company = await companyOf(ports, siren);
  await declareGift(ports);
  await work(['2025-03-03', '2025-03-04']);
  const pay = [
    'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps;Unité;Origine de la base;Empreinte du fichier de paie',
    `R-1;01/01/2025;31/12/2025;1 000 000,00;0;0;0;100000;minutes;réel;${'ab'.repeat(32)}`,
  ].join('\n');
  await recordPay(ports, { company, by: await person('hr'), file: file('pay.csv', pay) });
  await sayNoOtherAid(ports, { company, by: await person('finance-1'), year: 2025 });
});

const receipt = async (number: string, more: object = {}) =>
  issueReceipt(ports, {
    ...{ foundation: 'rails', company, number, by: await person('signatory'), language: 'fr', certified: true },
    ...more,
  });
const read = ({ json }: { readonly json: Uint8Array }): Receipt =>
  receiptSchema.parse(JSON.parse(new TextDecoder().decode(json)));

describe('a receipt', () => {
  it('states every mention of the form, the company’s own value, and the names of those who were lent', async () => {
    const issued = await receipt(await issue());
    expect(read(issued)).toMatchObject({
      ...{ form: '2041-MEC-SD', number: '2026-0001', supersedes: null },
      beneficiary: { name: 'Rails', category: 'a', proof: 'rescrit du 12/01/2024', ...mentions },
      donor: { siren, name: 'Rail Exemple', legalForm: 'SA', address: '2 rue de l’Exemple, 75000 Paris' },
      statement: { number: '2025-0001', fiscalYear: 2025 },
      gift: {
        ...{ from: '2025-01-01', to: '2025-12-31', minutes: 840, halfDays: 0, projects: ['Points'] },
        ...{ valueCents: issued.valueCents, valuedBy: 'statement' },
        people: [{ name: 'Alice Vernois', minutes: 840, halfDays: 0 }],
      },
      signatory: { name: 'Signatory', capacity: 'president', mandate: { from: '2020-01-01' } },
    });
    expect(issued.valueCents).toBe(840_000);
    expect((await checkLedger(ports)).findings).toEqual([]);
  });

  it('is given again as it was, byte for byte, even to another signatory’s language', async () => {
    const number = await issue();
    const first = await receipt(number);
    world.nowMs += 86_400_000;
    const again = await receipt(number, { language: 'en' });
    expect([first.already, again.already]).toEqual([false, true]);
    expect(again.number).toBe(first.number);
    expect(Buffer.compare(again.pdf, first.pdf)).toBe(0);
  });

  it('is sealed with a key that the registry knows by then, also where another one signs since the statement', async () => {
    const number = await issue();
    await (world.signer as unknown as { readonly rotate: () => Promise<void> }).rotate();
    ({ ports } = processOn(world));
    await receipt(number);
    const [current] = (await listKeys(ports)).filter(({ use, isCurrent }) => use === 'statement' && isCurrent);
    expect(current).toMatchObject({ published: expect.any(String), retired: null });
    expect((await checkLedger(ports)).findings).toEqual([]);
  });

  it('is missed by the full check where its file is gone', async () => {
    const issued = await receipt(await issue());
    await ports.sealedFiles.destroy('foundation/rails', toHex(ports.primitives.sha256(issued.pdf)));
    expect((await checkLedger(ports)).findings).toMatchObject([{ book: 'foundation/rails', seq: 0 }]);
  });

  it('for a statement that replaces another cancels the earlier receipt, under the next number', async () => {
    await receipt(await issue());
    await work(['2025-04-01']);
    const number = await issue();
    expect(number).toBe('2025-0002');
    const second = await receipt(number);
    expect([second.number, second.supersedes, read(second).gift.minutes]).toEqual(['2026-0002', '2026-0001', 1260]);
    expect((await refusalOf(receipt('2025-0001'))).code).toBe('receipt-not-possible');
    expect((await checkLedger(ports)).findings).toEqual([]);
  });

  it('is not issued before she certified it, and tells what an unlawful one costs', async () => {
    const refusal = await refusalOf(receipt(await issue(), { certified: false }));
    expect(refusal.code).toBe('receipt-not-certified');
    expect(refusal.detail.fr).toContain('1740 A');
  });

  it('is refused to who is no signatory, and to a signatory who acts for the company', async () => {
    const number = await issue();
    expect((await refusalOf(receipt(number, { by: await person('finance-1') }))).code).toBe('not-a-signatory');
    await register(ports, {
      by: await person('registrar'),
      file: file(
        'ties.json',
        JSON.stringify({ ties: [{ person: 'signatory', company: siren, from: '2020-01-01', to: null }] }),
      ),
    });
    expect((await refusalOf(receipt(number))).code).toBe('own-employer');
  });

  it('is refused for a statement that was revoked, or of another scheme', async () => {
    const number = await issue();
    await revokeStatement(ports, { company, by: await person('finance-1'), number });
    expect((await refusalOf(receipt(number))).code).toBe('receipt-not-possible');
    const asked = { company, fiscalYear: 2025, scheme: 'none' } as const;
    await prepareStatement(ports, { ...asked, by: await person('finance-1') });
    const other = await issueStatement(ports, { ...asked, by: await person('finance-2') });
    const refusal = await refusalOf(receipt(other.number));
    expect([refusal.code, refusal.detail.en]).toEqual(['receipt-not-possible', expect.stringContaining('mécénat')]);
  });

  it('tells another foundation of the same company nothing: neither what kind of statement it is, nor whether it stands', async () => {
    const said = {
      foundations: [{ id: 'ports', name: 'Ports', country: 'FR', kind: 'association', registration: null }],
      signatories: [
        {
          ...{ person: 'harbour', name: 'Harbour', foundation: 'ports', capacity: 'chair' },
          ...{ from: '2020-01-01', to: null },
        },
      ],
    };
    const by = await person('registrar');
    await register(ports, { by, file: file('ports.json', JSON.stringify(said)) });
    const asks = async (number: string) =>
      refusalOf(receipt(number, { foundation: 'ports', by: await person('harbour') }));
    const number = await issue();
    const ofGift = await asks(number);
    await revokeStatement(ports, { company, by: await person('finance-1'), number });
    const ofRevoked = await asks(number);
    const asked = { company, fiscalYear: 2025, scheme: 'none' } as const;
    await prepareStatement(ports, { ...asked, by: await person('finance-1') });
    const other = await issueStatement(ports, { ...asked, by: await person('finance-2') });
    const { code, detail } = await asks(other.number);
    expect(code).toBe('receipt-not-possible');
    for (const each of [ofGift, ofRevoked]) {
      expect(each.detail.en.replace(number, other.number)).toBe(detail.en);
      expect(each.detail.fr.replace(number, other.number)).toBe(detail.fr);
    }
  });

  it('is awaited no more once an erasure took the lines away, for it would be refused', async () => {
    const number = await issue();
    const awaited = async () =>
      (await showReceipts(ports, { foundation: 'rails', by: await person('signatory') })).awaiting.length;
    expect(await awaited()).toBe(1);
    await enrolDonor(ports, { people: [...donor.people, secondOfHr] });
    await endSecondments(ports, ['R-1']);
    world.nowMs = after;
    const who = await aliceOf(ports);
    for (const login of ['hr', 'hr-2']) await erase(ports, who, login);
    expect(await awaited()).toBe(0);
    expect((await refusalOf(receipt(number))).code).toBe('receipt-not-possible');
  });

  it('is refused once the registry no longer has the standing of CGI 238 bis', async () => {
    const number = await issue();
    await registerFoundation(ports, mentions, [{ ...standing, to: '2024-01-01' }]);
    const refusal = await refusalOf(receipt(number));
    expect([refusal.code, refusal.detail.fr]).toEqual(['receipt-not-possible', expect.stringContaining('238 bis')]);
  });

  it('names every mention that is missing, and where it is given', async () => {
    const number = await issue();
    await registerFoundation(ports, { registration: null });
    await enrolDonor(ports, { legalForm: null, address: undefined });
    const refusal = await refusalOf(receipt(number));
    expect(refusal.code).toBe('receipt-incomplete');
    for (const mention of ['registration', 'address', 'purpose']) {
      expect(refusal.detail.en).toContain(`beneficiary.${mention}`);
    }
    for (const mention of ['legalForm', 'address']) expect(refusal.detail.en).toContain(`donor.${mention}`);
  });
});

describeWithProgram('a receipt in the hands of poppler', programs.poppler, () => {
  it('is sealed in the whole, tagged, prints its mentions, and has itself attached for programs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'communs-receipt-'));
    try {
      const { pdf, json } = await receipt(await issue());
      const path = join(folder, 'receipt.pdf');
      writeFileSync(path, pdf);
      const run = (command: string, ...args: readonly string[]): string =>
        execFileSync(command, args, { encoding: 'utf8' });
      const seal = run('pdfsig', '-nocert', path);
      expect(seal).toContain('Signature is Valid');
      expect(seal).toContain('Total document signed');
      expect(run('pdfinfo', path)).toMatch(/Tagged:\s+yes/);
      const text = run('pdftotext', '-layout', path, '-').replace(/[\s\u202f]+/g, ' ');
      const printed = [
        '2026-0001',
        'W751000000',
        siren,
        mentions.address,
        '*** 8 400,00 € ***',
        '14 h',
        'Alice Vernois',
      ];
      for (const said of [...printed, '2041-MEC-SD', 'sous sa seule responsabilité']) expect(text).toContain(said);
      run('pdfdetach', '-saveall', '-o', folder, path);
      expect(readFileSync(join(folder, 'receipt.json')).equals(json)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
