// What an auditor reads around her statement: the other statements of the year, what changed since, what was known on a day, what stands out.
import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewLevel } from '../../lib/statement/sd-jwt.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
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
    expect(totals).not.toMatch(/Personne \d|Voir les lignes/);
  });

  it('is told to whoever is named', async () => {
    await read('names', '/findings');
    const her = await portal.signIn(portal.a.developers[0]);
    const { body } = await portal.ask(her, { path: `/developer/months/${portal.a.company}/2025-03` });
    expect(text(body)).toContain('Contrôle');
    expect(text(body)).toContain('a ouvert vos lignes d’un mois, dans un état certifié');
  });
});
