// Receipts of a foundation on its pages: shown before anything is written, issued by a button, held by both parties and by nobody else.
import { beforeAll, describe, expect, it } from 'vitest';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { declareFiscalYear } from '../../lib/use-cases/declare-fiscal-year.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { enrolLogin } from '../../lib/use-cases/people.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { register } from '../../lib/use-cases/register.ts';
import { revokeStatement } from '../../lib/use-cases/revoke-statement.ts';
import { factsOf, jsonFile } from '../use-cases/ledger.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
let foundation: string;
let finance: string;
let number: string;

const standing = {
  ...{ standing: '238bis', category: 'a', proof: 'rescrit du 12/01/2024', restrictedCircleExamined: true },
  ...{ approval: null, from: '2020-01-01', to: null, decidedBy: ['outsider'] },
};
const alba = { id: 'alba-fondation', name: 'Fondation alba', country: 'FR', kind: 'public-utility' };

async function registerAlba(said: object): Promise<void> {
  const by = (await enrolLogin(portal.ports, 'registrar')).id;
  const content = { foundations: [{ ...alba, ...said, standings: [standing] }] };
  await register(portal.ports, { by, file: jsonFile(content) });
}

async function giftStatement(): Promise<string> {
  const { company, people } = portal.a;
  const asked = { company, fiscalYear: 2025, scheme: 'mecenat-de-competences-238bis' };
  portal.world.nowMs += 60_000;
  await prepareStatement(portal.ports, { ...asked, by: people.finance });
  return (await issueStatement(portal.ports, { ...asked, by: people.finance2 })).number;
}

beforeAll(async () => {
  portal = await openPortal();
  const { company, people } = portal.a;
  foundation = await portal.signIn(people.signatory);
  finance = await portal.signIn(people.finance);
  await registerAlba({ registration: null });
  const said = {
    ...{ siren: '999001001', name: 'Société alba', legalForm: 'SA', address: '2 rue de l’Exemple, 75000 Paris' },
    ...{ fiscalYearEnd: '12-31', dayMinutes: 420, unit: 'minute', corporateTax: true },
    ...{ region: 'metropole', since: '2020-01-01' },
    people: [
      { id: 'alba-hr', name: 'alba Ressources', roles: ['hr', 'pay'] },
      { id: 'alba-fin-1', name: 'alba Finance', roles: ['finance'] },
      { id: 'alba-fin-2', name: 'alba Autre-Finance', roles: ['finance'] },
    ],
  };
  await enrolCompany(portal.ports, { by: people.hr, file: jsonFile(said) });
  const year = {
    ...{ period: { from: '2025-01-01', to: '2025-12-31' }, turnover: '4 000 000,00', broughtForward: [] },
  };
  await declareFiscalYear(portal.ports, { company, by: people.finance, file: jsonFile(year) });
  await revokeStatement(portal.ports, { company, by: people.finance, number: portal.a.number });
  number = await giftStatement();
});

const list = '/foundation/receipts';
const at = (statement = number) => `${list}/alba-fondation/${portal.a.company}/${statement}`;
const facts = async (): Promise<number> => (await factsOf(portal.ports, 'foundation/alba-fondation')).length;

describe('a gift that awaits a receipt', () => {
  it('stands on the foundation’s list with its time and value, and on no other foundation’s', async () => {
    const { body } = await portal.ask(foundation, { path: list });
    expect(body).toContain('Société alba');
    expect(body).toContain(`href="${at()}"`);
    expect(body).toMatch(/10\u202fh\u202f30/);
    const theirs = await portal.ask(await portal.signIn(portal.b.people.signatory), { path: list });
    expect(theirs.body).toContain('Aucun don n’attend de reçu');
    expect(theirs.body).not.toContain('alba');
  });

  it('is counted on the home page of its foundation, with the way to it, and on no other one’s', async () => {
    const { body } = await portal.ask(foundation, { path: '/' });
    expect(body).toContain('1 don de temps en attente d’un reçu');
    for (const way of [list, '/foundation/confirmations'])
      expect(body).toContain(`href="${way}?foundation=alba-fondation"`);
    const theirs = await portal.ask(await portal.signIn(portal.b.people.signatory), { path: '/' });
    expect(theirs.body).toContain('Fondation brume');
    expect(theirs.body).not.toContain('reçu');
  });

  it('is asked for what is missing first, by whom and how it is given, and has no button until then', async () => {
    const { body } = await portal.ask(foundation, { path: at() });
    expect(body).toContain('2041-MEC-SD');
    expect(body).toContain('objet de la fondation');
    expect(body).not.toContain('name="certified"');
    const refused = await portal.ask(foundation, {
      method: 'POST',
      path: at(),
      form: { language: 'fr', certified: 'yes' },
    });
    expect(refused.status).toBe(409);
    expect(await facts()).toBe(0);
    await registerAlba({
      registration: 'W751000000',
      address: '1 place de l’Exemple, 75000 Paris',
      purpose: 'Les communs',
    });
  });

  it('is shown whole before anything is written: people, time, value, and what an unlawful receipt costs', async () => {
    const { body } = await portal.ask(foundation, { path: at() });
    for (const text of ['W751000000', 'Les communs', 'alba Une', 'trésorière', '1740 A', 'name="certified"']) {
      expect(body).toContain(text);
    }
    expect(await facts()).toBe(0);
  });

  it('has a receipt once it is certified, and one only', async () => {
    const issue = (form: Record<string, string>) => portal.ask(foundation, { method: 'POST', path: at(), form });
    const uncertified = await issue({ language: 'fr' });
    expect(uncertified.status).toBe(409);
    expect(uncertified.body).toContain('Rien n’a été délivré');
    for (const _again of [1, 2]) {
      const done = await issue({ language: 'fr', certified: 'yes' });
      expect([done.status, done.headers.location]).toEqual([303, `${list}?foundation=alba-fondation&done=issued`]);
    }
    expect(await facts()).toBe(1);
    const { body } = await portal.ask(foundation, { path: list, query: 'done=issued' });
    expect(body).toContain('2026-0001');
    expect(body).toContain('Aucun don n’attend de reçu');
    expect((await portal.ask(foundation, { path: at() })).body).toContain('Un reçu est déjà délivré');
  });
});

describe('a receipt that was issued', () => {
  const own = () => `${list}/alba-fondation/issued/2026-0001`;
  const ofFinance = () => `/finance/receipts/${portal.a.company}/alba-fondation/2026-0001`;

  it('is downloaded by the foundation and by the company’s finance, byte for byte the same', async () => {
    for (const [name, type] of [
      ['receipt.pdf', 'application/pdf'],
      ['receipt.json', 'application/json'],
    ]) {
      const [one, other] = await Promise.all([
        portal.ask(foundation, { path: `${own()}/${name}` }),
        portal.ask(finance, { path: `${ofFinance()}/${name}` }),
      ]);
      expect([one.status, other.status, one.headers['content-type']]).toEqual([200, 200, type]);
      expect(one.headers['cache-control']).toBe('no-store');
      expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    }
    const { body } = await portal.ask(finance, { path: `/finance/statements/${portal.a.company}/${number}` });
    expect(body).toContain(`href="${ofFinance()}/receipt.pdf"`);
  });

  it('is told to the developer whom it names', async () => {
    const her = await portal.signIn(portal.a.developers[0]);
    const { body } = await portal.ask(her, { path: `/developer/months/${portal.a.company}/2025-03` });
    expect(body).toContain('le reçu d’un don de temps où figure votre nom');
  });

  it('is nobody else’s: not another foundation’s, not another company’s', async () => {
    const [theirs, theirFinance] = await Promise.all(
      [portal.b.people.signatory, portal.b.people.finance].map((person) => portal.signIn(person)),
    );
    expect((await portal.ask(theirs!, { path: `${own()}/receipt.json` })).status).toBe(403);
    const path = `/finance/receipts/${portal.b.company}/alba-fondation/2026-0001/receipt.json`;
    expect((await portal.ask(theirFinance!, { path })).status).toBe(404);
  });

  it('says which one it cancels once its statement was replaced', async () => {
    const { people, company, developers } = portal.a;
    await correctTime(portal.ports, {
      ...{ company, by: people.hr, developer: developers[0], day: '2025-03-05', project: portal.a.project },
      ...{ unit: 'minute', delta: -30, reason: 'Formation.' },
    });
    const later = await giftStatement();
    expect((await portal.ask(foundation, { path: list })).body).toContain('annulera et remplacera le reçu 2026-0001');
    const done = await portal.ask(foundation, {
      method: 'POST',
      path: at(later),
      form: { language: 'en', certified: 'yes' },
    });
    expect(done.status).toBe(303);
    const { body } = await portal.ask(foundation, { path: list, query: 'lang=en' });
    expect(body).toContain('cancels and replaces 2026-0001');
    expect(body).toContain('cancelled and replaced by 2026-0002');
  });
});

it('meets no fault on the way', () => {
  expect(portal.lines).toEqual([]);
});
