// A developer's own pages: what she sees of her month, and her word on it.
import { beforeAll, describe, expect, it } from 'vitest';
import { noteLook } from '../../lib/use-cases/hours-seen.ts';
import { authorOf } from '../../lib/use-cases/identities.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
let one: string;
let two: string;
beforeAll(async () => {
  portal = await openPortal();
  one = await portal.signIn(portal.a.developers[0]);
  two = await portal.signIn(portal.a.developers[1]);
});

const month = () => `/developer/months/${portal.a.company}/2025-03`;
const entriesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/name="entry" value="([^"]+)"/g)].map(([, entry]) => entry!)),
];
const look = async (who: string, path = month()) => (await portal.ask(who, { path })).body;

describe('her months', () => {
  it('are listed newest first, with what is declared and where each stands', async () => {
    const { body } = await portal.ask(one, { path: '/developer/months' });
    expect(body).toContain('Société alba');
    expect(body).toContain('10\u202fh\u202f30');
    expect(body).toMatch(/mars 2025[\s\S]*Relu/);
    expect(body.indexOf('avril 2025')).toBeLessThan(body.indexOf('mars 2025'));
    // A month of her secondment in which nothing came.
    expect(body).toMatch(/avril 2025[\s\S]*Rien de déclaré/);
  });

  it('await her where she has not seen a line', async () => {
    expect((await portal.ask(two, { path: '/developer/months' })).body).toMatch(/mars 2025[\s\S]*À relire/);
  });
});

describe('her month', () => {
  it('shows each line with its file, its traces, and what became of it', async () => {
    const body = await look(one);
    expect(body).toContain('alba-mars.csv, ligne 2');
    expect(body).toContain('Les traces concordent');
    expect(body).toContain('b'.repeat(10));
    expect(body).toContain(`href="https://git.example/alba/commit/${'b'.repeat(40)}"`);
    expect(body).toContain('Retenu');
  });

  it('tells why time does not count, or whom it awaits', async () => {
    const body = await look(two);
    expect(body).toContain('Samedi, dimanche ou jour férié');
    expect(body).toContain('La fondation n’a pas encore répondu');
  });

  it('shows traces without hours to her alone, and identities with her answer', async () => {
    const body = await look(one);
    expect(body).toMatch(/Traces sans heures[\s\S]*jeudi.20[\s\S]*dddddddddd/);
    const april = `/developer/months/${portal.a.company}/2025-04`;
    expect(await look(one, april)).not.toContain('Traces sans heures');
    expect(await look(two)).not.toContain('dddddddddd');
    expect(body).toContain('alba-1@example.org');
    expect(body).toContain('Liée');
  });

  it('shows who saw her hours, newest first, each look once a minute', async () => {
    const { company, developers, people } = portal.a;
    for (let i = 0; i < 3; i += 1) {
      await noteLook(portal.ports, company, [developers[1]], { by: people.signatory, act: 'to-confirm' });
    }
    const body = await look(two);
    expect(body.split('a ouvert la liste des contributions à confirmer')).toHaveLength(2);
    expect(body).toContain('alba Signataire');
    expect(await look(one)).not.toContain('a ouvert la liste des contributions à confirmer');
  });

  it('of a year without rules still shows what is declared', async () => {
    const { company, people } = portal.a;
    const bytes = new TextEncoder().encode('Matricule;Date;Projet;Heures\nalba-1;05/03/2003;alba-projet;7,00');
    await postTimesheet(portal.ports, {
      ...{ company, by: people.hr, file: { name: '2003.csv', bytes }, year: 2003, accept: [] },
    });
    const { status, body } = await portal.ask(one, { path: `/developer/months/${company}/2003-03` });
    expect(status).toBe(200);
    expect(body).toContain('En attente');
    // What no rule was asked about is never clear.
    expect(body).toContain('La fondation sera interrogée sur cette ligne');
    // And keeps no other month from being assessed.
    expect(await look(two)).toContain('Samedi, dimanche ou jour férié');
  });
});

describe('what shows her work', () => {
  const show = async (form: Record<string, string>, path = 'show') =>
    portal.ask(two, { path: `${month()}/${path}`, form });
  const given = 'Réunion d’architecture, compte rendu joint';
  /** Her line of 4 March, on which the foundation is asked: no identity of hers is linked. */
  const line = async (): Promise<string> => entriesIn(await look(two))[0]!;

  it('is offered where the foundation is asked, and only there', async () => {
    const body = await look(two);
    expect(body).toContain('La fondation sera interrogée sur cette ligne');
    expect(body).toContain(`id="shows-${await line()}"`);
    // Saturday: a rule refuses it, and nothing that she shows changes that.
    expect(body.match(/name="link"/g)).toHaveLength(1);
  });

  it('is read by her and by the foundation, moves no minute, and is gone once she takes it back', async () => {
    const declared = (body: string): string => body.slice(body.indexOf('<dl'), body.indexOf('</dl>'));
    const before = declared(await look(two));
    const done = await show({ entry: await line(), comment: given, link: 'https://notes.example/architecture' });
    expect([done.status, done.headers.location]).toEqual([303, `${month()}?done=shown`]);
    const signatory = await portal.signIn(portal.a.people.signatory);
    const list = async (): Promise<string> => (await portal.ask(signatory, { path: '/foundation/confirmations' })).body;
    for (const body of [await look(two), await list()]) {
      expect(body).toContain(given);
      expect(body).toContain('href="https://notes.example/architecture"');
    }
    expect(declared(await look(two))).toBe(before);
    const evidence = /name="evidence" value="([0-9a-f]{64})"/.exec(await look(two))![1]!;
    await show({ evidence }, 'take-back');
    for (const body of [await look(two), await list()]) expect(body).not.toContain(given);
    // Once more: there is nothing to take back.
    expect((await show({ evidence }, 'take-back')).status).toBe(422);
  });

  it('can be shown again after it was taken back', async () => {
    await show({ entry: await line(), comment: given, link: '' });
    expect(await look(two)).toContain(given);
  });

  it.each([
    ['no words', { comment: '' }],
    ['an address that is not https', { comment: given, link: 'javascript:alert(1)' }],
  ])('with %s is not taken', async (_what, form) => {
    const answer = await show({ entry: await line(), ...form });
    expect(answer.status).toBe(422);
  });

  it('is nobody else’s to give', async () => {
    const answer = await portal.ask(one, { path: `${month()}/show`, form: { entry: await line(), comment: 'x' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('nothing-to-check');
  });
});

describe('her word', () => {
  it('on all that she saw makes the month checked; on one line, contested; and a contest outlives the check of the rest', async () => {
    const entries = entriesIn(await look(two));
    expect(entries).toHaveLength(2);
    const contested = await portal.ask(two, {
      path: `${month()}/contest`,
      form: { entry: entries[0]!, comment: 'Je n’étais pas là.' },
    });
    expect(contested.headers.location).toBe(`${month()}?done=contested`);
    expect((await portal.ask(two, { path: contested.headers.location! })).body).toContain('Je n’étais pas là.');

    // A page that was open since before sends both lines: the contested one stays so.
    const checked = await portal.ask(two, { path: `${month()}/check`, form: { entry: entries } });
    expect(checked.headers.location).toBe(`${month()}?done=checked`);
    const after = await look(two);
    expect(after).toContain('Je n’étais pas là.');
    expect(after).toContain('La personne conteste cette ligne');
  });

  it('can take a contest back, on that line alone', async () => {
    const before = await look(two);
    expect(before).toContain('La personne conteste cette ligne');
    const [, entry = ''] = /\/lift"[\s\S]*?name="entry" value="([^"]+)"/.exec(before) ?? [];
    await portal.ask(two, { path: `${month()}/lift`, form: { entry } });
    expect(await look(two)).not.toContain('La personne conteste cette ligne');
  });

  it('needs a reason to contest, and names the field', async () => {
    const { status, body } = await portal.ask(two, { path: `${month()}/contest`, form: { entry: 'x', comment: '' } });
    expect(status).toBe(422);
    expect(body).toContain('comment');
  });

  it('on nothing is refused in words', async () => {
    const path = `/developer/months/${portal.a.company}/2025-07/check`;
    expect((await portal.ask(two, { path, form: {} })).body).toContain('nothing-to-check');
  });
});

describe('an identity', () => {
  it('that her employer only named cannot be linked by a yes, and that nobody proposes cannot be refused', async () => {
    const named = await authorOf(portal.ports, 'alba-2@example.org');
    const unheard = await authorOf(portal.ports, 'nobody@example.org');
    for (const [identity, answer] of [
      [named, 'accept'],
      [unheard, 'not-me'],
    ] as const) {
      const form = { company: portal.a.company, month: '2025-03', identity, answer };
      expect((await portal.ask(two, { path: '/developer/identities', form })).status).toBe(403);
    }
  });

  it('that is not hers is put aside, and no longer looked for', async () => {
    const other = await openPortal();
    const { company, developers } = other.a;
    const who = await other.signIn(developers[1]);
    const author = await authorOf(other.ports, 'a.deux@example.net');
    await other.ports.directory.put(
      ...([`company/${company}/${developers[1]}`, 'identity-proposal', author] as const),
      ...([
        {
          ...{ developer: developers[1], author, about: 'address', address: 'a.deux@example.net' },
          ...{ source: 'employer', because: null, since: '2025-01-01', until: null },
          ...{ vouchedAt: '2025-01-02T00:00:00.000Z', by: other.a.people.hr },
        },
        false,
      ] as const),
    );
    const path = `/developer/months/${company}/2025-03`;
    expect((await other.ask(who, { path })).body).toContain('C’est moi');
    const form = { company, month: '2025-03', identity: author, answer: 'not-me' };
    const answered = await other.ask(who, { path: '/developer/identities', form });
    expect(answered.headers.location).toBe(`${path}?done=refused`);
    const { body } = await other.ask(who, { path });
    expect(body).not.toContain('C’est moi');
    expect(body).toContain('Ce n’est pas moi');

    const accepted = await other.ask(who, { path: '/developer/identities', form: { ...form, answer: 'accept' } });
    expect(accepted.headers.location).toBe(`${path}?done=linked`);
    expect((await other.ask(who, { path })).body).toContain('Liée');
  });
});
