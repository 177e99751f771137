// In the ledger: what a fork, a lost and regained licence, an order and a claim elsewhere do to the days of a month, and who may decide a standing.
import { describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/ports.ts';
import type { SchemeCode } from '../../lib/rules/rule-set.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { assessCompany } from '../../lib/use-cases/assess-company.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { declareClaimed } from '../../lib/use-cases/declare-claimed.ts';
import { declareOrders } from '../../lib/use-cases/declare-orders.ts';
import { wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { entriesSeen, shownParts } from '../../lib/use-cases/entries-seen.ts';
import { companyBook, enrolLogin, registryBook } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { previewTimesheet } from '../../lib/use-cases/preview-timesheet.ts';
import { register } from '../../lib/use-cases/register.ts';
import { registeredOf, standingsOf, statementSources } from '../../lib/use-cases/statement-sources.ts';
import { csvFile, factsOf, jsonFile, refusalOf, testLedger } from './ledger.ts';
import { decision, type Organisation, organisation, registryFile, secondmentHeader, standing } from './organisation.ts';

const header = 'Matricule;Date;Projet;Heures';

const lendFor = async (ports: Ports, { company, hr }: Organisation, projects: string, from: string, more = '') =>
  agreeSecondments(ports, {
    company,
    by: hr,
    file: csvFile(
      `${secondmentHeader}${more === '' ? '' : ';Statut;Fondement'}`,
      `R-1;Alix Exemple;;${projects};commun;${from};;1/2;heures;prêt;${from};${from};${from}${more}`,
    ),
  });

async function post(ports: Ports, { company, hr }: Organisation, year: number, ...lines: readonly string[]) {
  const answer = await postTimesheet(ports, { company, by: hr, year, file: csvFile(header, ...lines), accept: [] });
  if ('preview' in answer) throw new Error(JSON.stringify(answer.preview.problems));
}

/** `<day> <state> <code>` of every part of a month, with its sentence. */
async function seen(ports: Ports, { company }: Organisation, month: string) {
  const states = {
    company: await readBook(ports, companyBook(company)),
    registry: await readBook(ports, registryBook),
  };
  const { entries, notAssessed } = await entriesSeen(ports, company, states, wholeMonth(month), null);
  return entries.flatMap((entry) =>
    entry.parts.map((part, at) => ({
      told: `${part.day} ${part.project} ${part.code ?? part.state}`,
      text: shownParts(entry, notAssessed)[at]!.text,
    })),
  );
}
const told = async (ports: Ports, org: Organisation, month: string) =>
  (await seen(ports, org, month)).map((one) => one.told);

async function codesUnder(ports: Ports, { company }: Organisation, scheme: SchemeCode) {
  const state = await readBook(ports, companyBook(company));
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const sources = await statementSources(ports, state, period);
  const registered = await registeredOf(await readBook(ports, registryBook));
  return assessCompany(sources, registered, 'metropole', () => 0, scheme).parts.map(
    ({ day, code }) => `${day} ${code}`,
  );
}

/** Every fact, batch and view of it; heads are signed by a job that does not run here. */
const holds = async (ports: Ports): Promise<void> =>
  expect((await checkLedger(ports)).findings.filter(({ what }) => what !== 'head')).toEqual([]);

describe('a project that loses its licence', () => {
  const evidence = 'https://git.example/terraform.git b145fbc, 2023-08-10T22:43:21Z, 2023-08-11 in Paris';
  const projects = [
    {
      ...{ id: 'terraform', name: 'Terraform', foundation: 'commun' },
      repositories: [{ url: 'https://git.example/terraform.git', branch: 'main', path: null }],
      licences: [
        { spdx: 'MPL-2.0', from: '2014-07-28', to: '2023-08-10', evidence: 'LICENSE' },
        { spdx: 'BUSL-1.1', from: '2023-08-10', to: null, evidence },
      ],
      eligibility: [{ ...decision, from: '2014-07-28' }],
    },
    {
      ...{ id: 'opentofu', name: 'OpenTofu', foundation: 'commun', successorOf: 'terraform' },
      repositories: [{ url: 'https://git.example/opentofu.git' }],
      licences: [{ spdx: 'MPL-2.0', from: '2023-09-05', to: null, evidence: 'LICENSE' }],
      eligibility: [{ ...decision, from: '2023-09-05' }],
    },
  ];

  it('counts until the day before; its fork counts from its own first day, and is named on the month and before posting', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await register(ports, { by: org.registrar, file: jsonFile({ projects }) });
    await lendFor(ports, org, 'terraform|opentofu', '02/01/2023');
    const august = ['R-1;09/08/2023;terraform;7', 'R-1;10/08/2023;terraform;7'];
    const fork = ['R-1;04/09/2023;opentofu;7', 'R-1;05/09/2023;opentofu;7', 'R-1;06/09/2023;terraform;7'];
    await post(ports, org, 2023, ...august, ...fork);
    expect(await told(ports, org, '2023-08')).toEqual([
      '2023-08-09 terraform not-confirmed',
      '2023-08-10 terraform project-not-eligible-at-date',
    ]);
    const september = await seen(ports, org, '2023-09');
    expect(september.map((one) => one.told)).toEqual([
      '2023-09-04 opentofu project-not-eligible-at-date',
      '2023-09-05 opentofu not-confirmed',
      '2023-09-06 terraform project-not-eligible-at-date',
    ]);
    expect(september[2]!.text?.fr).toContain('« opentofu », qui en prend la suite');
    expect((await seen(ports, org, '2023-08'))[1]!.text?.fr).not.toContain('opentofu');
    const { problems } = await previewTimesheet(ports, {
      ...{ company: org.company, year: 2023, file: csvFile(header, 'R-1;07/09/2023;terraform;7') },
    });
    expect(problems.find(({ code }) => code === 'project-not-eligible')?.detail.en).toContain(
      "'opentofu', which goes on",
    );
  });

  it('and regains it, as redis did, counts before and after and not between', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    const redis = {
      ...{ id: 'redis', name: 'Redis', foundation: 'commun' },
      repositories: [{ url: 'https://git.example/redis.git' }],
      licences: [
        { spdx: 'BSD-3-Clause', from: '2009-01-01', to: '2024-03-20', evidence: 'LICENSE' },
        { spdx: 'RSALv2 OR SSPLv1', from: '2024-03-20', to: '2025-05-01', evidence: '0b34396, 2024-03-20T22:38:24Z' },
        { spdx: 'RSALv2 OR SSPLv1 OR AGPL-3.0-only', from: '2025-05-01', to: null, evidence: 'LICENSE.txt' },
      ],
      eligibility: [{ ...decision, from: '2009-01-01' }],
    };
    await register(ports, { by: org.registrar, file: jsonFile({ projects: [redis] }) });
    await lendFor(ports, org, 'redis', '02/01/2024');
    await post(ports, org, 2024, 'R-1;19/03/2024;redis;7', 'R-1;20/03/2024;redis;7');
    await post(ports, org, 2025, 'R-1;30/04/2025;redis;7', 'R-1;02/05/2025;redis;7');
    expect([...(await told(ports, org, '2024-03')), ...(await told(ports, org, '2025-04'))]).toEqual([
      '2024-03-19 redis not-confirmed',
      '2024-03-20 redis project-not-eligible-at-date',
      '2025-04-30 redis project-not-eligible-at-date',
    ]);
    expect(await told(ports, org, '2025-05')).toEqual(['2025-05-02 redis not-confirmed']);
  });
});

describe('an order to work', () => {
  const send = (ports: Ports, { company, hr }: Organisation, ...lines: readonly string[]) =>
    declareOrders(ports, { company, by: hr, file: csvFile('Matricule;Jour;Signé le;État', ...lines) });

  it('lifts the refusal of its day, is asked about no more, and can be taken back', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await lendFor(ports, org, 'rail', '02/01/2025');
    await post(ports, org, 2025, 'R-1;08/03/2025;rail;7', 'R-1;15/03/2025;rail;7', 'R-1;01/05/2025;rail;7');
    const order = 'R-1;08/03/2025;03/03/2025;';
    const { written, notes } = await send(
      ports,
      org,
      order,
      'R-1;15/03/2025;17/03/2025;',
      'R-1;01/05/2025;01/04/2025;',
    );
    expect(written).toBe(3);
    expect(notes.map(({ en }) => en).join(' ')).toMatch(/lifts nothing.*1 May/s);
    expect(await told(ports, org, '2025-03')).toEqual([
      '2025-03-08 rail not-confirmed',
      '2025-03-15 rail non-working-day',
    ]);
    expect(await told(ports, org, '2025-05')).toEqual(['2025-05-01 rail non-working-day']);
    const preview = async () =>
      (
        await previewTimesheet(ports, {
          ...{ company: org.company, year: 2025, file: csvFile(header, 'R-1;08/03/2025;rail;2') },
        })
      ).problems.map(({ code }) => code);
    expect(await preview()).not.toContain('weekend');
    expect(await send(ports, org, order)).toMatchObject({ written: 0, unchanged: 1 });
    expect(await send(ports, org, 'R-1;08/03/2025;03/03/2025;retiré')).toMatchObject({ written: 1 });
    expect((await told(ports, org, '2025-03'))[0]).toBe('2025-03-08 rail non-working-day');
    expect(await preview()).toContain('weekend');
    // Taking back what never stood is nothing new; ordering again is.
    expect(await send(ports, org, 'R-1;22/03/2025;20/03/2025;retiré')).toMatchObject({ written: 0 });
    expect(await send(ports, org, order)).toMatchObject({ written: 1 });
    await holds(ports);
  });

  it('keeps its days in rows, and is refused for a person whom nobody lent', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await lendFor(ports, org, 'rail', '02/01/2025');
    await send(ports, org, 'R-1;08/03/2025;03/03/2025;');
    const facts = (await factsOf(ports, companyBook(org.company))).filter(({ kind }) => kind === 'work-ordered');
    expect(facts).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain('2025-03-08');
    expect((await refusalOf(send(ports, org, 'R-9;08/03/2025;03/03/2025;'))).code).toBe('unknown-developer');
    expect((await refusalOf(send(ports, org, 'R-1;08/03/2025;03/03/2025;peut-être'))).code).toBe('problems-block');
  });
});

describe('time claimed elsewhere', () => {
  const send = (ports: Ports, { company, hr }: Organisation, ...lines: readonly string[]) =>
    declareClaimed(ports, { company, by: hr, file: csvFile('Matricule;Projet;Du;Au;Dispositif;État', ...lines) });

  it('is refused under schemes with amounts, told in the contribution statement, and can be taken back', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await lendFor(ports, org, 'rail', '02/01/2025');
    await post(ports, org, 2025, 'R-1;03/03/2025;rail;7', 'R-1;04/03/2025;rail;7', 'R-1;05/03/2025;rail;7');
    expect(
      await send(ports, org, 'R-1;rail;04/03/2025;04/03/2025;CIR;', 'R-1;rail;05/03/2025;31/03/2025;autre employeur;'),
    ).toMatchObject({ written: 2 });
    const refused = 'already-claimed-under-other-scheme';
    const all = ['2025-03-03 not-confirmed', `2025-03-04 ${refused}`, `2025-03-05 ${refused}`];
    expect(await codesUnder(ports, org, 'digital-commons-investor')).toEqual(all);
    expect(await told(ports, org, '2025-03')).toEqual([
      '2025-03-03 rail not-confirmed',
      '2025-03-04 rail not-confirmed',
      `2025-03-05 rail ${refused}`,
    ]);
    expect((await seen(ports, org, '2025-03'))[2]!.text?.fr).toContain('Déclaré sous : un autre employeur.');
    expect(await send(ports, org, 'R-1;rail;04/03/2025;04/03/2025;CIR;retiré')).toMatchObject({ written: 1 });
    expect((await codesUnder(ports, org, 'digital-commons-investor'))[1]).toBe('2025-03-04 not-confirmed');
    expect((await refusalOf(send(ports, org, 'R-1;autre;04/03/2025;04/03/2025;CIR;'))).code).toBe('unknown-project');
    expect((await refusalOf(send(ports, org, 'R-1;rail;04/03/2025;03/03/2025;CIR;'))).code).toBe('problems-block');
    await holds(ports);
  });
});

describe('a standing', () => {
  const withStanding = (changed: object) => ({
    foundations: [{ ...registryFile.foundations[0], standings: [{ ...standing, ...changed }] }],
  });
  const send = async (ports: Ports, file: unknown) =>
    register(ports, { by: (await enrolLogin(ports, 'ursule')).id, file: jsonFile(file) });

  it('is a dated fact of the registry, said once, and opens mécénat from its first day on', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    await lendFor(ports, org, 'rail', '02/01/2025');
    await post(ports, org, 2025, 'R-1;03/03/2025;rail;7', 'R-1;04/03/2025;rail;7');
    const mecenat = () => codesUnder(ports, org, 'mecenat-de-competences-238bis');
    expect(await mecenat()).toEqual([
      '2025-03-03 foundation-standing-missing',
      '2025-03-04 foundation-standing-missing',
    ]);
    expect(await send(ports, withStanding({ from: '2025-03-04' }))).toMatchObject({ written: 1, unchanged: 1 });
    expect(await mecenat()).toEqual(['2025-03-03 foundation-standing-missing', '2025-03-04 not-confirmed']);
    expect(await send(ports, withStanding({ from: '2025-03-04' }))).toMatchObject({ written: 0, unchanged: 2 });
    // It ends: the same first day, another end.
    await send(ports, withStanding({ from: '2025-03-04', to: '2025-06-01' }));
    const standings = await standingsOf(await readBook(ports, registryBook));
    expect(standings).toMatchObject([{ foundation: 'commun', from: '2025-03-04', to: '2025-06-01', country: 'FR' }]);
    await holds(ports);
  });

  it('is decided by nobody who signs for the foundation, without somebody from elsewhere', async () => {
    const { ports } = testLedger();
    await organisation(ports);
    const refused = await refusalOf(send(ports, withStanding({ decidedBy: ['nadege'] })));
    expect(refused.code).toBe('not-allowed');
    expect(refused.detail.fr).toContain('Qualité de la fondation « commun »');
    expect(await send(ports, withStanding({ decidedBy: ['nadege', 'wolfram'] }))).toMatchObject({ written: 1 });
  });

  it('is told to be incomplete, and refused where its members are those of another', async () => {
    const { ports } = testLedger();
    await organisation(ports);
    const foreign = { ...registryFile.foundations[0], id: 'stiftung', country: 'DE' };
    const { notes } = await send(ports, {
      foundations: [{ ...foreign, standings: [{ ...standing, restrictedCircleExamined: false }] }],
    });
    expect(notes.map(({ en }) => en).join(' ')).toMatch(/restricted circle was not examined.*without an approval/s);
    const mixed = withStanding({ standing: 'fondation-de-bien-commun' });
    expect((await refusalOf(send(ports, mixed))).code).toBe('problems-block');
    const overlap = {
      foundations: [{ ...registryFile.foundations[0], standings: [standing, { ...standing, from: '2024-06-01' }] }],
    };
    expect((await refusalOf(send(ports, overlap))).code).toBe('problems-block');
  });
});

describe('a public servant', () => {
  it('is lent on the basis that the file states; an older file says the same as before', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    const { notes } = await lendFor(ports, org, 'rail', '02/01/2025', ';agent public;');
    expect(notes.map(({ en }) => en).join(' ')).toContain('public servant');
    await post(ports, org, 2025, 'R-1;03/03/2025;rail;7');
    expect(await told(ports, org, '2025-03')).toEqual(['2025-03-03 rail public-servant-without-basis']);
    expect(await lendFor(ports, org, 'rail', '02/01/2025', ';agent public;CGFP')).toMatchObject({ written: 1 });
    expect(await told(ports, org, '2025-03')).toEqual(['2025-03-03 rail not-confirmed']);
    expect((await refusalOf(lendFor(ports, org, 'rail', '02/01/2025', ';salarié;CGFP'))).code).toBe('problems-block');
    // Without the two columns: an employee, as before they were there.
    expect(await lendFor(ports, org, 'rail', '02/01/2025')).toMatchObject({ written: 1 });
    expect(await lendFor(ports, org, 'rail', '02/01/2025')).toMatchObject({ written: 0 });
  });

  it('of an agreement before 17 April 2024 the least headcount is told, and nothing refused', async () => {
    const { ports } = testLedger();
    const org = await organisation(ports);
    const { notes } = await lendFor(ports, org, 'rail', '02/01/2024');
    expect(notes.map(({ en }) => en).join(' ')).toContain('5000 employees');
    const { notes: later } = await lendFor(ports, org, 'rail', '02/05/2024');
    expect(later.map(({ en }) => en).join(' ')).not.toContain('5000');
  });
});
