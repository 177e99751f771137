// What an auditor reads around her statement: the other statements of the year, what changed since, what was known on a day, what stands out.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { issueLink } from '../../lib/use-cases/issue-link.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { withdrawAnswer } from '../../lib/use-cases/withdraw-answer.ts';
import { openPortal, type Portal, portalNowMs } from './portal.ts';

let portal: Portal;
/** Ids of the links, by level. */
const links: Partial<Record<ViewLevel, string>> = {};
const day = 86_400_000;

const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const read = async (level: ViewLevel, path: string): Promise<string> => {
  const link = links[level]!;
  const answer = await portal.ask(portal.asAuditor(link), { path: `/auditor/${link}${path}` });
  expect(answer.status).toBe(200);
  return text(answer.body);
};

beforeAll(async () => {
  portal = await openPortal();
  const { ports } = portal;
  const { company, people, number, developers } = portal.a;
  for (const level of ['totals', 'lines', 'names'] as const) {
    portal.world.nowMs += 1000;
    const link = await issueLink(ports, {
      ...{ company, by: people.finance, number, level, audience: 'Contrôle', emailDomain: 'audit.example' },
      ...{ days: 90, code: 'paper' },
    });
    links[level] = link.link;
  }
  // Five days later: two hours less, the foundation takes its word back, and a new statement replaces the first.
  portal.world.nowMs = portalNowMs + 5 * day;
  await correctTime(ports, {
    ...{ company, by: people.hr, developer: developers[0], day: '2025-03-04', project: portal.a.project },
    ...{ unit: 'minute', delta: -120, reason: 'saisie en double' },
  });
  const share = {
    ...{ by: people.signatory, foundation: portal.a.foundation, company, developer: developers[0] },
    ...{ project: portal.a.project, month: '2025-03' },
  };
  await withdrawAnswer(ports, share);
  portal.world.nowMs += 1000;
  await answerContributions(ports, { ...share, answer: 'confirmed', amount: null, comment: null });
  // What the company says of this year, and of another one.
  for (const year of [2025, 2026]) {
    const said = { period: { from: `${year}-01-01`, to: `${year}-12-31` }, counterparts: { answer: 'no' } };
    const declared = { name: 'd.json', bytes: new TextEncoder().encode(JSON.stringify(said)) };
    await declareYear(ports, { company, by: people.finance, file: declared });
  }
  const asked = { company, fiscalYear: 2025, scheme: 'digital-commons-investor' };
  await prepareStatement(ports, { ...asked, by: people.finance });
  await issueStatement(ports, { ...asked, by: people.finance2 });
  portal.world.nowMs += day;
});

describe('the statement', () => {
  it('stands among all statements of its year, with states and chain, and no number missing', async () => {
    const page = await read('totals', '');
    expect(page).toContain('Tous les états de l’exercice 2025');
    expect(page).toContain('il n’en manque aucun');
    expect(page).toMatch(/2025-0001 celui-ci .*remplacé par 2025-0002.*2025-0002 .*remplace 2025-0001/);
    expect(page).toMatch(/Remplacé par 2025-0002/);
    expect(page).toContain('Authentique, mais remplacé');
    expect(page).toMatch(/Ouvert jusqu’au \d+/);
  });

  it('says at each level what it hides, and who sees the reader', async () => {
    expect(await read('totals', '')).toContain('Il cache les lignes, les noms, la paie');
    expect(await read('lines', '')).toContain('Il cache les noms, la paie');
    expect(await read('names', '')).toContain('ni heures d’arrivée ou de départ');
    expect(await read('lines', '')).toContain('Chaque personne dont vous ouvrez les lignes');
  });
});

describe('a line', () => {
  it('shows at `names` the cell as it was read, its row, the signatory and her mandate', async () => {
    const pages = [await read('names', '/lines/1/2025-03'), await read('names', '/lines/2/2025-03')].join(' ');
    expect(pages).toContain('La ligne du fichier, cellule par cellule alba-1 04/03/2025 alba-projet 7,00');
    expect(pages).toContain('alba Signataire, trésorière');
    expect(pages).toContain('Mandat depuis le 1');
  });

  it('shows at `lines` the place and the mandate, and nothing that names anybody', async () => {
    const pages = [await read('lines', '/lines/1/2025-03'), await read('lines', '/lines/2/2025-03')].join(' ');
    expect(pages).toContain('Mandat depuis le 1');
    expect(pages).toContain('trésorière');
    expect(pages).not.toMatch(/alba-1|alba Signataire|alba Une|La ligne du fichier/);
  });
});

describe('since closing', () => {
  it('names each fact that touches the period, with its date and amount', async () => {
    const page = await read('names', '/changes');
    expect(page).toMatch(/20 janvier 2026[^–]*Régularisation −2 h alba Une, mars 2025/);
    expect(page).toMatch(/Confirmation retirée – alba Une, mars 2025/);
    expect(page).toMatch(/Confirmation de la fondation – alba Une, mars 2025/);
    expect(page).toMatch(/Autre état émis sur cette période – 2025-0002/);
    // Once: what was said of another year is no change to this one.
    expect(page.split('Réponse de l’entreprise')).toHaveLength(2);
    // What stood before its heads is no change.
    expect(page).not.toContain('Feuille de temps enregistrée');
  });

  it('tells nobody apart at `totals`, and no name at `lines`', async () => {
    const totals = await read('totals', '/changes');
    expect(totals).toContain('Régularisation −2 h –');
    expect(totals).not.toMatch(/Personne \d/);
    const lines = await read('lines', '/changes');
    expect(lines).toMatch(/Régularisation −2 h Personne [12], mars 2025/);
    expect(lines).not.toContain('alba Une');
  });

  it('answers a day as the ledger would have: before, at closing, and after', async () => {
    const known = async (on: string): Promise<string> =>
      (await read('lines', `/changes?on=${on}`)).split('Ce que le grand livre savait le').slice(1).join(' ');
    expect(await known('2025-01-01')).toContain('rien ne pouvait encore être examiné');
    expect(await known('2025-01-01')).toContain('pas encore émis');
    const closing = await known('2026-01-15');
    expect(closing).toContain('Émis, non remplacé');
    const [, signed, then] = /Retenu (\S+ h(?: \d\d)?) (\S+ h(?: \d\d)?) /.exec(closing)!;
    expect(then).toBe(signed);
    const after = await known('2026-01-20');
    expect(after).toContain('Remplacé');
    expect(after).toMatch(/Retenu 10 h 30 8 h 30 /);
  });
});

describe('what stands out', () => {
  it('is set in order by what the rules and the traces said, with the lines behind it', async () => {
    const page = await read('names', '/findings');
    expect(page).toMatch(/1 sur 4 lignes déclarées, 2 h 15\. ✕ Écarté/);
    expect(page).toContain('Durées rondes');
    expect(page).toContain('Sans trace publique');
    expect(page).toContain('alba Deux');
    const lines = await read('lines', '/findings');
    expect(lines).toMatch(/Personne [12]/);
    expect(lines).not.toMatch(/alba (?:Une|Deux)/);
    const totals = await read('totals', '/findings');
    expect(totals).toMatch(/1 sur 4 lignes déclarées, 2 h 15/);
    expect(totals).not.toMatch(/Personne \d|mars 2025/);
  });

  it('is told to whoever’s lines are shown, by name or not, and to nobody by totals', async () => {
    const looks = async (): Promise<number> => {
      const her = await portal.signIn(portal.a.developers[0]);
      const { body } = await portal.ask(her, { path: `/developer/months/${portal.a.company}/2025-03` });
      expect(text(body)).toContain('Contrôle');
      return text(body).split('a ouvert vos lignes d’un mois, dans un état certifié').length;
    };
    await read('names', '/findings');
    for (const path of ['/findings', '/changes']) {
      const before = await looks();
      // A page loaded again within the minute is one look.
      portal.world.nowMs += 60_000;
      await read('totals', path);
      expect(await looks()).toBe(before);
      await read('lines', path);
      expect(await looks()).toBe(before + 1);
    }
  });
});

describe('a question', () => {
  const ask = (level: ViewLevel, form: Record<string, string>) =>
    portal.ask(portal.asAuditor(links[level]!), {
      path: `/auditor/${links[level]}/notes`,
      form: { line: '', month: '', ...form },
    });
  const page = async (level: ViewLevel, query = '') => {
    const answer = await portal.ask(portal.asAuditor(links[level]!), {
      path: `/auditor/${links[level]}/notes${query}`,
    });
    return { html: answer.body, note: /name="note" value="([0-9a-f]{16})"/.exec(answer.body)![1]! };
  };
  const companyFacts = async (): Promise<string[]> => {
    const kinds: string[] = [];
    for await (const { bytes } of portal.ports.readBooks.facts(`company/${portal.a.company}`, -1)) {
      kinds.push(Buffer.from(bytes).toString('utf8'));
    }
    return kinds;
  };

  it('on a line is read by finance, answered there, and the answer read by whoever asked, and on paper', async () => {
    const { note } = await page('names', '?line=1&month=2025-03');
    const question = 'Quelle réunion couvre le 4 mars ?';
    const left = await ask('names', { note, line: '1', month: '2025-03', text: question });
    expect([left.status, left.headers.location]).toEqual([303, `/auditor/${links.names}/notes?done=left`]);
    // Sent twice, it is asked once.
    await ask('names', { note, line: '1', month: '2025-03', text: question });
    const finance = await portal.signIn(portal.a.people.finance);
    const path = `/finance/statements/${portal.a.company}/${portal.a.number}`;
    const seen = text((await portal.ask(finance, { path })).body);
    expect(seen.split(question)).toHaveLength(2);
    expect(seen).toMatch(/Contrôle, 21 janvier 2026[^–]*– ligne 1, mars 2025/);
    const answered = await portal.ask(finance, {
      path: `/finance/notes/${portal.a.company}/${note}/answer`,
      form: { text: 'Le comité de sécurité.' },
    });
    expect([answered.status, answered.headers.location]).toEqual([303, `${path}?done=answered`]);
    for (const where of ['/notes', '']) {
      expect(await read('names', where)).toMatch(
        /Quelle réunion couvre le 4 mars \? Réponse de l’entreprise, 21 janvier 2026[^L]*Le comité de sécurité\./,
      );
    }
    // Another link to the same statement reads none of it.
    expect(await read('lines', '/notes')).not.toContain(question);
  });

  it('stands in facts by the link’s id alone: its text is in the rows', async () => {
    const facts = (await companyFacts()).filter((fact) => /"kind":"note-(?:left|answered)"/.test(fact));
    expect(facts.map((fact) => /"by":"([^"]+)"/.exec(fact)![1])).toEqual([links.names, portal.a.people.finance]);
    for (const fact of facts) expect(fact).not.toMatch(/réunion|comité/);
  });

  it('is refused on a line that the level does not show, with nothing in it, or too long', async () => {
    const { note } = await page('totals');
    const before = (await companyFacts()).length;
    const statuses = [
      await ask('totals', { note, line: '1', month: '2025-03', text: 'x' }),
      await ask('totals', { note, line: '9', month: '2025-03', text: 'x' }),
      await ask('totals', { note, text: '   ' }),
      await ask('totals', { note, text: 'x'.repeat(1001) }),
      await ask('totals', { note: 'mine', text: 'x' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 422, 422, 422]);
    expect(await companyFacts()).toHaveLength(before);
  });

  it('comes twenty times a day from one link, and then says when to come back', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) {
      const { note } = await page('lines');
      statuses.push((await ask('lines', { note, text: `Question ${i}` })).status);
    }
    expect(statuses).toEqual([...new Array(20).fill(303), 429]);
    const { note } = await page('lines');
    const refused = await ask('lines', { note, text: 'encore' });
    expect(text(refused.body)).toContain('Regroupez-les, ou revenez demain');
  });

  it('is answered by nobody of another company', async () => {
    const note = /"note":"([0-9a-f]{16})"/.exec((await companyFacts()).join('\n'))![1]!;
    const other = await portal.signIn(portal.b.people.finance);
    const cross = { path: `/finance/notes/${portal.a.company}/${note}/answer`, form: { text: 'x' } };
    expect((await portal.ask(other, cross)).status).toBe(403);
    const own = { path: `/finance/notes/${portal.b.company}/${note}/answer`, form: { text: 'x' } };
    expect((await portal.ask(other, own)).status).toBe(404);
  });
});

// Last: nothing comes back.
it('still shows totals and chain once people were lawfully erased, and no fault', async () => {
  const { company } = portal.a;
  const book = `company/${company}`;
  for (const fact of await (async () => {
    const facts: { readonly kind: string; readonly data: Record<string, unknown> }[] = [];
    for await (const { bytes } of portal.ports.readBooks.facts(book, -1)) {
      facts.push(JSON.parse(Buffer.from(bytes).toString('utf8')));
    }
    return facts;
  })()) {
    if (fact.kind === 'statement-prepared') await portal.ports.sealedFiles.destroy(book, String(fact.data.computation));
    if (fact.kind === 'statement-issued') await portal.ports.sealedFiles.destroy(book, String(fact.data.disclosures));
  }
  const page = await read('names', '');
  expect(page).toContain('il n’en manque aucun');
  expect(page).not.toMatch(/alba (?:Une|Deux)/);
  for (const path of ['/changes', '/findings', '/notes', '/sample?method=random&size=2']) await read('names', path);
  const finance = await portal.signIn(portal.a.people.finance);
  expect((await portal.ask(finance, { path: '/finance/statements' })).status).toBe(200);
});
