// Erasing on the pages: nothing before its term, two people, the staff number typed out; and the registrar's page for outside authors.
import { beforeAll, describe, expect, it } from 'vitest';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { enrolLogin, findDeveloper } from '../../lib/use-cases/people.ts';
import { csvFile, factsOf, jsonFile } from '../use-cases/ledger.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
let page: string;
const list = '/hr/erasures';

const hr = () => portal.signIn(portal.a.people.hr);
const otherHr = async () => portal.signIn((await enrolLogin(portal.ports, 'alba-hr-2')).id);
const facts = async (): Promise<number> => (await factsOf(portal.ports, `company/${portal.a.company}`)).length;
const send = async (who: string, form: Record<string, string>) =>
  portal.ask(who, { method: 'POST', path: page, form: { ground: 'request', typed: 'alba-1', ...form } });

beforeAll(async () => {
  portal = await openPortal();
  page = `${list}/${portal.a.company}/${portal.a.developers[0]}`;
  const person = (id: string, roles: readonly string[]) => ({ id, name: id, roles });
  const said = {
    ...{ siren: '999001001', name: 'Société alba', fiscalYearEnd: '12-31', dayMinutes: 420, unit: 'minute' },
    ...{ corporateTax: true, region: 'metropole', since: '2020-01-01' },
    people: [
      person('alba-hr', ['hr', 'pay']),
      person('alba-hr-2', ['hr']),
      ...['alba-fin-1', 'alba-fin-2'].map((id) => person(id, ['finance'])),
    ],
  };
  await enrolCompany(portal.ports, { by: portal.a.people.hr, file: jsonFile(said) });
});

async function endSecondment(): Promise<void> {
  const line = (person: string) =>
    `${person};alba-projet;alba-fondation;01/01/2025;31/12/2025;2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024`;
  const lines = [line('alba-1;alba Une;alba-1@example.org'), line('alba-2;alba Deux;alba-2@example.org')];
  const head =
    'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement';
  await agreeSecondments(portal.ports, {
    ...{ company: portal.a.company, by: portal.a.people.hr },
    file: csvFile(head, ...lines),
  });
}

describe('a person whose evidence must still be kept', () => {
  it('has no form: while she is lent, and after that before the term, with the text and the last day', async () => {
    const lent = await portal.ask(await hr(), { path: page });
    expect(lent.body).toContain('encore mise à disposition');
    await endSecondment();
    const kept = await portal.ask(await hr(), { path: page });
    expect(kept.body).toMatch(/Rien n’est effacé avant la fin du \d+ \p{L}+ 20\d\d/u);
    expect(kept.body).toContain('LPF L. 102 B');
    for (const { body } of [lent, kept]) expect(body).not.toContain('name="typed"');
  });

  it('is refused with the same answer where the form is sent all the same, and nothing is written', async () => {
    const before = await facts();
    const answer = await send(await hr(), { step: 'ask' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Rien n’est effacé avant le');
    expect(await facts()).toBe(before);
  });
});

describe('after the last term', () => {
  beforeAll(() => {
    portal.world.nowMs = Date.UTC(2040, 0, 2, 9);
  });

  it('is asked for by one person, who types her staff number', async () => {
    const before = await facts();
    const wrong = await send(await hr(), { step: 'ask', typed: 'alba-2' });
    expect([wrong.status, await facts()]).toEqual([422, before]);
    const asked = await send(await hr(), { step: 'ask' });
    expect([asked.status, asked.headers.location]).toEqual([303, expect.stringContaining('done=asked')]);
    const { body } = await portal.ask(await hr(), { path: list });
    expect(body).toContain('demandé par alba-hr');
  });

  it('is not carried out by the same person, nor by another who meant to ask', async () => {
    const own = await portal.ask(await hr(), { path: page });
    expect(own.body).toContain('une autre personne des ressources humaines');
    expect(own.body).not.toContain('name="typed"');
    const twice = await send(await hr(), { step: 'carry-out' });
    expect(twice.body).toContain('Vous avez demandé cet effacement');
    await send(await otherHr(), { step: 'ask' });
    expect(await findDeveloper(portal.ports, portal.a.company, portal.a.developers[0])).not.toBeNull();
  });

  it('is carried out by another person, and leaves a pseudonym on the list and a sound ledger', async () => {
    const shown = await portal.ask(await otherHr(), { path: page });
    for (const said of ['Effacer définitivement', 'name="typed"']) expect(shown.body).toContain(said);
    const done = await send(await otherHr(), { step: 'carry-out' });
    expect(done.headers.location).toContain('done=erased');
    expect(await findDeveloper(portal.ports, portal.a.company, portal.a.developers[0])).toBeNull();
    const { body } = await portal.ask(await hr(), { path: list, query: 'done=erased' });
    expect(body).toContain(portal.a.developers[0]);
    expect(body).not.toContain('alba Une');
    expect((await portal.ask(await hr(), { path: page })).status).toBe(404);
    expect((await checkLedger(portal.ports)).findings).toEqual([]);
  });
});

describe('a developer who wants to be erased', () => {
  const her = () => portal.signIn(portal.a.developers[1]);
  const held = () => `/developer/held/${portal.a.company}`;
  const ask = async () => portal.ask(await her(), { method: 'POST', path: `${held()}/erasure`, form: {} });

  it('has no button, and is refused with the day and the text, while something of hers must be kept', async () => {
    const { nowMs } = portal.world;
    portal.world.nowMs = Date.UTC(2027, 0, 4, 9);
    const { body } = await portal.ask(await her(), { path: held() });
    expect(body).toContain('Rien n’est effacé avant la fin du');
    expect(body).not.toContain(`action="${held()}/erasure"`);
    const before = await facts();
    const refused = await ask();
    expect([refused.status, await facts()]).toEqual([422, before]);
    portal.world.nowMs = nowMs;
  });

  it('asks on her own page once all terms are over, once and for all', async () => {
    const { body } = await portal.ask(await her(), { path: held() });
    expect(body).toContain(`action="${held()}/erasure"`);
    const before = await facts();
    for (const _again of [1, 2]) expect((await ask()).headers.location).toBe(held());
    expect(await facts()).toBe(before + 1);
    const after = await portal.ask(await her(), { path: held() });
    expect(after.body).toContain('L’effacement a été demandé le');
    expect(after.body).not.toContain(`action="${held()}/erasure"`);
  });

  it('stands on HR’s home page and list, and one person of HR carries it out', async () => {
    expect((await portal.ask(await hr(), { path: '/' })).body).toContain('1 effacement demandé, à exécuter');
    expect((await portal.ask(await hr(), { path: list })).body).toContain('demandé par la personne elle-même');
    const path = `${list}/${portal.a.company}/${portal.a.developers[1]}`;
    const form = { step: 'carry-out', ground: 'request', typed: 'alba-2' };
    const done = await portal.ask(await hr(), { method: 'POST', path, form });
    expect(done.headers.location).toContain('done=erased');
    expect(await findDeveloper(portal.ports, portal.a.company, portal.a.developers[1])).toBeNull();
    expect((await portal.ask(await hr(), { path: '/' })).body).not.toContain('effacement demandé');
  });
});

describe('an outside author who objects', () => {
  const objections = '/registrar/objections';
  const registrar = async () => portal.signIn((await enrolLogin(portal.ports, 'registrar')).id);
  const object = async (form: Record<string, string>) =>
    portal.ask(await registrar(), { method: 'POST', path: objections, form });

  it('is erased once her address was typed twice, and stands on the page by her hash alone', async () => {
    const mistyped = await object({ author: 'dehors@auteur.example', again: 'dehors@auteurs.example' });
    expect([mistyped.status, mistyped.body]).toEqual([422, expect.stringContaining('la seconde fois')]);
    const done = await object({ author: 'dehors@auteur.example', again: 'dehors@auteur.example' });
    expect([done.status, done.headers.location]).toEqual([303, `${objections}?done=upheld`]);
    const { body } = await portal.ask(await registrar(), { path: objections });
    expect(body).toMatch(/[0-9a-f]{64}/);
    expect(body).not.toContain('dehors');
  });

  it('is refused, with what to answer, where a developer lent out linked the address', async () => {
    const answer = await object({ author: 'brume-1@example.org', again: 'brume-1@example.org' });
    expect(answer.body).toContain('pièces à conserver');
  });

  it('is the registrar’s to decide alone', async () => {
    expect((await portal.ask(await hr(), { path: objections })).status).toBe(403);
  });
});

it('meets no fault on the way', () => {
  expect(portal.lines).toEqual([]);
});
