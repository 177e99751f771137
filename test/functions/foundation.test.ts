// The foundation's page: what awaits its signatory, and her word on it.
import { beforeAll, describe, expect, it } from 'vitest';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
let signatory: string;
beforeAll(async () => {
  portal = await openPortal();
  signatory = await portal.signIn(portal.a.people.signatory);
});

const path = '/foundation/confirmations';
const list = async () => (await portal.ask(signatory, { path })).body;
const awaitingIn = (body: string): string => body.slice(body.indexOf('id="awaiting"'), body.indexOf('id="answered"'));
const entriesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/name="entry" value="([^"]+)"/g)].map(([, id]) => id!)),
];
const answer = (form: Record<string, string | readonly string[]>) => {
  const { company, foundation, project, developers } = portal.a;
  const about = { company, foundation, project, developer: developers[1], month: '2025-03' };
  return portal.ask(signatory, { path, form: { ...about, ...form } });
};

describe('what awaits the foundation', () => {
  it('names person, project and month, what the traces say, and what one answer covers', async () => {
    const body = await list();
    expect(body).toContain('Fondation alba (trésorière)');
    const awaiting = awaitingIn(body);
    expect(awaiting).toContain('alba Deux, Projet alba');
    expect(awaiting).toContain('mars 2025');
    expect(awaiting).toContain('7\u202fh\u202f30');
    expect(entriesIn(awaiting)).toHaveLength(2);
    // Line by line what she is asked about, and why: the Saturday is refused by a rule and is no question.
    expect(awaiting).toContain('Ce qui vous est demandé, jour par jour (1)');
    expect(awaiting).toMatch(/mardi\u00a04 mars 2025[\s\S]*Aucune trace publique/);
    // Answered, and not awaited any more.
    expect(awaiting).not.toContain('alba Une');
    expect(body.slice(body.indexOf('id="answered"'))).toContain('alba vu en réunion');
  });

  it('shows no pay, and no trace that lies outside what was declared', async () => {
    const body = await list();
    expect(body).not.toContain('dddddddddd');
    expect(body).not.toMatch(/42.000|39.000|€/);
  });

  it('tells each person that her hours were seen, and by whom', async () => {
    await list();
    const her = await portal.signIn(portal.a.developers[1]);
    const { body } = await portal.ask(her, { path: `/developer/months/${portal.a.company}/2025-03` });
    expect(body).toContain('a ouvert la liste des contributions à confirmer');
    expect(body).toContain('alba Signataire');
  });
});

describe('her word', () => {
  it('covers what she was shown and nothing that came since', async () => {
    const shown = entriesIn(awaitingIn(await list()));
    const late = new TextEncoder().encode('Matricule;Date;Projet;Heures\nalba-2;06/03/2025;alba-projet;2,00');
    await postTimesheet(portal.ports, {
      ...{ company: portal.a.company, by: portal.a.people.hr, year: 2025, accept: [] },
      file: { name: 'complément.csv', bytes: late },
    });
    const early = await answer({ answer: 'confirmed', entry: shown });
    expect([early.status, early.body.includes('books-moved')]).toEqual([409, true]);
  });

  it('in part is whole minutes, fewer than declared', async () => {
    const entry = entriesIn(awaitingIn(await list()));
    expect(entry).toHaveLength(3);
    const all = await answer({ answer: 'partly', hours: '9', minutes: '30', entry });
    expect([all.status, all.body.includes('amount-out-of-range')]).toEqual([422, true]);
    const part = await answer({ answer: 'partly', hours: '5', minutes: '15', comment: 'Deux jours vus.', entry });
    expect(part.headers.location).toBe(`${path}?foundation=alba-fondation&done=answered`);
    const { body } = await portal.ask(signatory, { path: part.headers.location! });
    expect(body).toContain('Votre réponse est enregistrée');
    expect(awaitingIn(body)).not.toContain('alba Deux');
    expect(body).toContain('Confirmé en partie');
    expect(body).toContain('5\u202fh\u202f15');
    expect(body).toContain('Deux jours vus.');
  });

  it('for another foundation, or an answer that there is not, is refused', async () => {
    expect((await answer({ answer: 'confirmed', foundation: portal.b.foundation })).status).toBe(403);
    expect((await answer({ answer: 'perhaps' })).status).toBe(422);
    expect((await answer({ answer: 'confirmed', project: portal.b.project })).status).toBe(404);
  });
});
