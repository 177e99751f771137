// Finance's pages: the years, a statement from prepared to issued, its files, and the links that open it.
import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementView } from '../../lib/ledger/views/company-views.ts';
import { toHex } from '../../lib/model/hashing.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { sequenceLog } from '../../lib/use-cases/log/sequence-log.ts';
import { companyBook } from '../../lib/use-cases/people.ts';
import { openPortal, type Portal } from './portal.ts';

let portal: Portal;
let finance: string;
let other: string;
beforeAll(async () => {
  portal = await openPortal();
  finance = await portal.signIn(portal.a.people.finance);
  other = await portal.signIn(portal.a.people.finance2);
});

const list = '/finance/statements';
const statementAt = (id = portal.a.number) => `${list}/${portal.a.company}/${id}`;

describe('the list', () => {
  it('shows where the hours of each fiscal year stand, and every statement', async () => {
    const { body } = await portal.ask(finance, { path: list });
    // 18 h declared: 10 h 30 confirmed, 2 h 15 on a Saturday, 5 h 15 await the foundation.
    const years = body.slice(body.indexOf('id="hours"'), body.indexOf('id="statements"'));
    for (const time of ['18\u202fh', '10\u202fh\u202f30', '2\u202fh\u202f15', '5\u202fh\u202f15'])
      expect(years).toContain(time);
    expect(body).toContain(portal.a.number);
    expect(body).toContain('alba Autre-Finance');
    expect(body).toContain('value="digital-commons-investor"');
  });
});

describe('the checklist', () => {
  const path = () => `/finance/companies/${portal.a.company}/checklist`;

  it('is one link away, says what is open with whom it waits for, and offers to prepare where nothing stops it', async () => {
    expect((await portal.ask(finance, { path: list })).body).toContain(`href="${path()}"`);
    const { status, body } = await portal.ask(finance, { path: `${path()}?year=2025&scheme=digital-commons-investor` });
    expect(status).toBe(200);
    expect(body).toContain('Rien n’empêche de préparer.');
    expect(body).toContain('Confirmations attendues');
    expect(body).toContain('Préparer cet état');
    expect(body).toContain(`href="/finance/companies/${portal.a.company}/declarations?year=2025"`);
  });
});

describe('the comparison', () => {
  const path = () => `/finance/companies/${portal.a.company}/compare`;

  it('is one link away, marked as a preview in each block, and has no number', async () => {
    expect((await portal.ask(finance, { path: list })).body).toContain(`href="${path()}"`);
    const { status, body } = await portal.ask(finance, { path: path() });
    expect(status).toBe(200);
    expect(body).toContain('<title>Aperçu – Comparer les dispositifs – Communs</title>');
    const blocks = [...body.matchAll(/<section class="(simulation|relief)".*?<\/section>/gs)];
    expect(blocks.map(([, kind]) => kind)).toEqual(['simulation', 'relief', 'relief']);
    for (const [block] of blocks) expect(block).toContain('Aperçu</span>');
    expect(blocks[0]![0]).toContain('simulation, aucun effet juridique');
    // 10 h 30 confirmed; the other 5 h 15 of working days are declared, and count for the CIR alone.
    expect(blocks[0]![0]).toContain('10\u202fh\u202f30');
    expect(blocks[2]![0]).toContain('15\u202fh\u202f45');
    expect(body).toContain('simulation-sheet');
    expect(body).not.toContain(portal.a.number);
  });

  it('may be asked for under another reading of what carries an entry, and under no reading of its own making', async () => {
    const declared = await portal.ask(finance, { path: `${path()}?year=2025&support=declared` });
    expect(declared.body.match(/15\u202fh\u202f45/g)!.length).toBeGreaterThan(2);
    expect((await portal.ask(finance, { path: `${path()}?support=hearsay` })).status).toBe(422);
    expect((await portal.ask(finance, { path: `${path()}?year=2019` })).body).toContain('nothing-to-state');
  });

  it('is refused to everybody but finance of that company', async () => {
    const { people, developers } = portal.a;
    const strangers = [people.hr, people.signatory, developers[0], portal.b.people.finance];
    for (const who of strangers) {
      expect((await portal.ask(await portal.signIn(who), { path: path() })).status).toBe(403);
    }
  });

  it('writes nothing: every book stays where it was', async () => {
    const heads = async () => {
      const found: string[] = [];
      for await (const book of portal.ports.listBooks.books()) {
        found.push((await readBook(portal.ports, book)).head.digest);
      }
      return found;
    };
    const before = await heads();
    expect((await portal.ask(finance, { path: path() })).status).toBe(200);
    expect(await heads()).toEqual(before);
  });
});

describe('a statement', () => {
  it('is shown as signed, as a simulation, with who prepared and who issued it', async () => {
    const { status, body } = await portal.ask(finance, { path: statementAt() });
    expect(status).toBe(200);
    expect(body).toContain('simulation-sheet');
    expect(body).toMatch(/alba Finance,/);
    expect(body).toMatch(/alba Autre-Finance,/);
    expect(body).not.toContain('alba Une');
  });

  it('that nothing has changed since is not prepared again', async () => {
    const form = { company: portal.a.company, year: '2025', scheme: 'digital-commons-investor' };
    const same = await portal.ask(finance, { path: list, form });
    expect(same.headers.location).toBe(`${statementAt()}?done=same`);
    expect((await portal.ask(finance, { path: same.headers.location! })).body).toContain('Rien n’a changé');
  });

  it('is refused in words for a reading that is not its scheme’s, and for gifts without the year’s turnover', async () => {
    const form = {
      company: portal.a.company,
      year: '2025',
      scheme: 'digital-commons-investor',
      reading: 'annual-flat',
    };
    const foreign = await portal.ask(finance, { path: list, form });
    expect(foreign.status).toBe(422);
    expect(foreign.body).toContain('credit, deduction');
    const gift = { ...form, scheme: 'mecenat-de-competences-238bis' };
    const { status, body } = await portal.ask(finance, { path: list, form: gift });
    expect([status, body.includes('communs fiscal-year')]).toEqual([422, true]);
  });

  it('is prepared by one person and issued by another, never by the same', async () => {
    const form = { company: portal.a.company, year: '2025', scheme: 'none' };
    const prepared = (await portal.ask(finance, { path: list, form })).headers.location!;
    expect(prepared).toMatch(/\/p-\d+\?done=prepared$/);
    const path = prepared.replace(/\?.*/, '');
    const own = await portal.ask(finance, { path });
    expect(own.body).toContain('Qui a préparé l’état ne l’émet pas');
    expect(own.body).not.toContain(`${path}/issue`);
    expect((await portal.ask(finance, { path: `${path}/issue`, form: {} })).status).toBe(403);

    expect((await portal.ask(other, { path })).body).toContain(`action="${path}/issue"`);
    const issued = await portal.ask(other, { path: `${path}/issue`, form: {} });
    expect(issued.headers.location).toBe(`${statementAt('2025-0002')}?done=issued`);
    const { body } = await portal.ask(other, { path: issued.headers.location! });
    expect(body).toContain('L’état est émis et signé.');
    expect(body).not.toContain('simulation-sheet');
    // The preparation now leads to what was made of it.
    expect((await portal.ask(other, { path })).body).toContain('2025-0002');
  });

  it('cannot be issued once the books have moved, and the page says so before', async () => {
    const { company, developers, people, project } = portal.a;
    const correct = async (delta: number) => {
      await correctTime(portal.ports, {
        ...{ company, by: people.hr, developer: developers[0], day: '2025-03-05', project, unit: 'minute' },
        ...{ delta, reason: 'Formation interne.' },
      });
    };
    await correct(-60);
    const form = { company, year: '2025', scheme: 'digital-commons-investor' };
    const path = (await portal.ask(finance, { path: list, form })).headers.location!.replace(/\?.*/, '');
    expect((await portal.ask(other, { path })).body).toContain('Remplacera');
    await correct(-30);
    expect((await portal.ask(other, { path })).body).toContain('a changé depuis la préparation');
    expect((await portal.ask(other, { path: `${path}/issue`, form: {} })).status).toBe(409);

    const again = (await portal.ask(finance, { path: list, form })).headers.location!.replace(/\?.*/, '');
    const stale = await portal.ask(other, { path: `${path}/issue`, form: {} });
    expect([stale.status, stale.body.includes('préparé de nouveau depuis')]).toEqual([409, true]);
    const issued = await portal.ask(other, { path: `${again}/issue`, form: {} });
    expect(issued.headers.location).toContain('2025-0003');
    const before = await portal.ask(other, { path: statementAt() });
    expect(before.body).toContain('2025-0003');
    expect(before.body).toContain('Remplacé');
  });

  it('cannot be prepared for nothing, nor under what is only a comparator', async () => {
    const ask = (form: Record<string, string>) =>
      portal.ask(finance, { path: list, form: { company: portal.a.company, scheme: 'none', year: '2025', ...form } });
    expect((await ask({ year: '2019' })).body).toContain('nothing-to-state');
    expect((await ask({ year: '0001' })).body).toContain('invalid-input');
    expect((await ask({ scheme: 'cir-244-quater-b' })).body).toContain('scheme-not-issued');
    expect((await portal.ask(finance, { path: statementAt('2025-0099') })).status).toBe(404);
    expect((await portal.ask(finance, { path: statementAt('p-0') })).status).toBe(404);
  });
});

describe('its files', () => {
  it('go out to accounting in the preset, format and language that were chosen, to finance alone', async () => {
    const { body } = await portal.ask(finance, { path: statementAt() });
    expect(body).toContain(`action="${statementAt()}/export"`);
    const asked = { preset: 'finance', format: 'xlsx', language: 'en' };
    const taken = await portal.ask(finance, { method: 'POST', path: `${statementAt()}/export`, form: asked });
    expect([taken.status, taken.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const strangers = [portal.a.people.hr, portal.a.people.signatory, portal.b.people.finance];
    for (const person of strangers) {
      const session = await portal.signIn(person);
      const answer = await portal.ask(session, { method: 'POST', path: `${statementAt()}/export`, form: asked });
      expect(answer.status).toBeGreaterThanOrEqual(403);
    }
  });

  it('are what was signed, and the workbook is the same at each download', async () => {
    const get = (name: string) => portal.ask(finance, { path: `${statementAt()}/files/${name}` });
    const jws = await get('statement.jws');
    expect(jws.headers['content-disposition']).toContain('filename="statement.jws"');
    expect(jws.body.split('.')).toHaveLength(3);
    const json = await get('statement.json');
    expect(Buffer.from(jws.body.split('.')[1]!, 'base64url').toString()).toBe(json.body);
    const [first, second] = [await get('statement.xlsx'), await get('statement.xlsx')];
    expect(first.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(JSON.parse((await get('jwks.json')).body).keys).toHaveLength(1);
    expect((await get('disclosures.txt')).body.split('\n').length).toBeGreaterThan(3);
    expect((await get('../../secrets')).status).toBe(404);
    expect((await get('status.pdf')).status).toBe(422);
  });

  it('have no PDF before the statement is in the public log, and say when it comes', async () => {
    const early = await portal.ask(finance, { path: `${statementAt()}/files/statement.pdf` });
    expect([early.status, early.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8']);
    expect(early.body).toContain('preuve du journal public');
    await sequenceLog(portal.ports);
  });

  it.each(['', '.lines', '.totals'])(
    'have a PDF%s of its own: the very bytes whose digest the book keeps',
    async (level) => {
      const got = await portal.ask(finance, { path: `${statementAt()}/files/statement${level}.pdf` });
      expect([got.status, got.headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(got.headers['cache-control']).toBe('no-store');
      const shown = level === '' ? 'names' : level.slice(1);
      expect(got.headers['content-disposition']).toContain(`statement-${portal.a.number}.${shown}.fr.pdf`);
      const state = await readBook(portal.ports, companyBook(portal.a.company));
      const view = (await state.get(`statements/${portal.a.number}`)) as unknown as StatementView;
      const stored = view.renderings.find(({ rendering }) => rendering === `pdf/${shown}/fr`);
      expect(toHex(portal.ports.primitives.sha256(got.bytes))).toBe(stored?.sha256);
      // The workbook of the level, which nobody asked for, is not made along with it.
      const made = view.renderings.map(({ rendering }) => rendering);
      expect(made.includes(`xlsx/${shown}/fr`)).toBe(level === '');
    },
  );

  it('that name people are told to them', async () => {
    await portal.ask(finance, { path: `${statementAt()}/files/disclosures.txt` });
    const her = await portal.signIn(portal.a.developers[0]);
    const { body } = await portal.ask(her, { path: `/developer/months/${portal.a.company}/2025-03` });
    expect(body).toContain('a téléchargé un état certifié où figure votre nom');
  });
});

describe('a link', () => {
  const form = {
    ...{ level: 'lines', audience: 'Cabinet Exemple', emailDomain: 'Audit.Example', code: 'paper' },
    expires: '2026-03-01',
  };

  it('is shown whole in one answer, and never again', async () => {
    const made = await portal.ask(finance, { path: `${statementAt()}/links`, form });
    expect(made.status).toBe(200);
    const address = /https:\/\/communs\.example\/v\/[\w.-]+#([\dA-Z-]{39})/.exec(made.body);
    expect(address).not.toBeNull();
    expect(made.body).toMatch(/\d{3} \d{3}/);
    // What cannot be asked for again offers no other language.
    expect(made.body).not.toContain('lang=en');
    const later = await portal.ask(finance, { path: statementAt() });
    expect(later.body).toContain('Cabinet Exemple');
    expect(later.body).toContain('audit.example');
    expect(later.body).not.toContain(address![1]!);
  });

  it.each([
    ['beyond 400 days', { expires: '2027-06-01' }],
    ['that ends today', { expires: '2026-01-15' }],
    ['for no domain', { emailDomain: 'nobody' }],
    ['at no level', { level: 'everything' }],
  ])('%s is refused, and nothing is made', async (_what, wrong) => {
    const before = (await portal.ask(finance, { path: statementAt() })).body.split('Cabinet Exemple').length;
    const refused = await portal.ask(finance, { path: `${statementAt()}/links`, form: { ...form, ...wrong } });
    expect([refused.status, refused.body.includes('invalid-input')]).toEqual([422, true]);
    expect((await portal.ask(finance, { path: statementAt() })).body.split('Cabinet Exemple')).toHaveLength(before);
  });

  it('is withdrawn at once', async () => {
    const path = `/finance/links/${portal.a.company}/${portal.a.link.link}/revoke`;
    expect((await portal.ask(finance, { path: statementAt() })).body).toContain(path);
    const gone = await portal.ask(finance, { path, form: {} });
    expect(gone.headers.location).toBe(`${statementAt()}?done=revoked`);
    const { body } = await portal.ask(finance, { path: gone.headers.location! });
    expect(body).not.toContain(path);
    expect(body).toContain('Le lien est retiré');
  });
});

describe('the declarations', () => {
  const path = () => `/finance/companies/${portal.a.company}/declarations`;
  const year = { year: '2025', 'period.from': '2025-01-01', 'period.to': '2025-12-31' };
  const post = (form: Readonly<Record<string, string>>) =>
    portal.ask(finance, { path: path(), form: { ...year, ...form } });

  it('are saved point by point, without script, and shown as said', async () => {
    const said = { topic: 'counterparts', 'counterparts.answer': 'yes', 'counterparts.amount': '1 500,00' };
    const first = await post(said);
    expect([first.status, first.headers.location]).toEqual([303, `${path()}?year=2025&done=saved`]);
    expect((await post(said)).headers.location).toBe(`${path()}?year=2025&done=unchanged`);
    const { body } = await portal.ask(finance, { path: `${path()}?year=2025&done=saved` });
    expect(body).toContain('value="1500,00"');
    expect(body).toContain('Enregistré.');
    const checklist = await portal.ask(finance, { path: `/finance/companies/${portal.a.company}/checklist` });
    expect(checklist.body).not.toContain('Contreparties reçues');
    expect(checklist.body).toContain('Information des personnes non enregistrée');
  });

  it('come back with what is wrong beside its field, and nothing is saved', async () => {
    const { status, body } = await post({
      ...{ topic: 'payroll', 'payroll.from': '2025-01-01', 'payroll.to': '2025-12-31' },
      ...{ 'payroll.digest': 'abc', 'payroll.total': 'environ' },
    });
    expect(status).toBe(422);
    expect(body).toContain('id="payroll-digest-error"');
    expect(body).toContain('id="payroll-total-error"');
    expect(body).toContain('value="environ"');
    expect(body).not.toContain('$.payroll');
    const neither = await post({ topic: 'worksCouncil', 'worksCouncil.on': '', 'worksCouncil.reason': '' });
    expect([neither.status, neither.body.includes('l’un des deux')]).toEqual([422, true]);
    const unsaid = await post({ topic: 'returns', 'returns.scheme': 'digital-commons-investor', 'returns.filed': '' });
    expect([unsaid.status, unsaid.body.includes('id="returns-filed-error"')]).toEqual([422, true]);
  });

  it('are refused to everybody but finance of that company', async () => {
    const { people, developers } = portal.a;
    for (const who of [people.hr, people.signatory, developers[0], portal.b.people.finance]) {
      const session = await portal.signIn(who);
      expect((await portal.ask(session, { path: path() })).status).toBeGreaterThanOrEqual(403);
      const form = { ...year, topic: 'otherEmployers', 'otherEmployers.answer': 'no' };
      expect((await portal.ask(session, { path: path(), form })).status).toBeGreaterThanOrEqual(403);
    }
  });
});
