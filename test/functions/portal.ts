// Two companies that share nothing, each with its foundation, people, hours and statement, behind every endpoint, in process.

import { endpoints } from '../../functions/endpoints.ts';
import { problemPage } from '../../functions/problem-page.ts';
import { type MemoryWorld, memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { edgeHandler } from '../../lib/edge/handler.ts';
import { localContext } from '../../lib/edge/http-event.ts';
import { type RoleHeld, readSession, sessionCookie } from '../../lib/edge/session.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { ForgeCommit } from '../../lib/ports/forge.ts';
import type { WebhookSecret } from '../../lib/ports/pulls.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { authorOf } from '../../lib/use-cases/identities.ts';
import { type IssuedLink, issueLink } from '../../lib/use-cases/issue-link.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { keepUpload } from '../../lib/use-cases/keep-upload.ts';
import { developerOf, enrolLogin, findDeveloper, findPerson, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { rolesOf } from '../../lib/use-cases/roles.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { ask as eventOf } from '../edge/edge.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';
import { processOn } from '../whole/process.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): DeclarationFile => ({ name, bytes: bytesOf(text) });

/** Everything of a tenant is called by its word, so that a page that shows it to another is caught by it. */
export interface Tenant {
  readonly word: string;
  readonly siren: string;
  readonly company: string;
  readonly foundation: string;
  readonly project: string;
  /** Aliases of her two developers: the first has linked her identity and checked March. */
  readonly developers: readonly [string, string];
  readonly people: {
    readonly hr: string;
    readonly finance: string;
    readonly finance2: string;
    readonly signatory: string;
  };
  /** SHA-256 and receipt of the timesheet of March 2025. */
  readonly upload: string;
  readonly timesheet: string;
  readonly number: string;
  readonly link: IssuedLink;
}

/** Tuesday 4, Wednesday 5 and Saturday 8 March 2025: 7 h, 3 h 30 and 5 h 15 that may count, 2 h 15 on a day off. */
export const timesheetOf = (word: string): string =>
  [
    'Matricule;Date;Projet;Heures',
    `${word}-1;04/03/2025;${word}-projet;7,00`,
    `${word}-1;05/03/2025;${word}-projet;3,50`,
    `${word}-2;04/03/2025;${word}-projet;5,25`,
    `${word}-2;08/03/2025;${word}-projet;2,25`,
  ].join('\n');

const commitOf = (word: string, letter: string, day: string): ForgeCommit => ({
  sha: letter.repeat(40),
  tree: letter.repeat(40),
  parents: [],
  authorName: `${word} Une`,
  authorAddress: `${word}-1@example.org`,
  authoredAt: `${day}T17:00:00+01:00`,
  authorAccount: null,
  committedAt: `${day}T17:00:00+01:00`,
  coAuthors: [],
  subject: 'work',
  changedLines: 60,
  patchId: null,
  reverts: null,
  cherryPickedFrom: null,
  onDefaultBranch: true,
  pullRequest: null,
  signed: false,
});

const repositoryOf = (word: string): string => `https://git.example/${word}.git`;

const agreedWithForges: readonly WebhookSecret[] = [
  { host: 'git.example', kind: 'forgejo', secret: 'forgejo-shared-secret' },
  { host: 'github.example', kind: 'github', secret: 'github-shared-secret' },
  { host: 'gitlab.example', kind: 'gitlab', secret: 'gitlab-shared-secret' },
];

const registryFile = (words: readonly string[]) => ({
  foundations: words.map((word) => ({
    ...{ id: `${word}-fondation`, name: `Fondation ${word}`, country: 'FR', registration: null, kind: 'association' },
  })),
  projects: words.map((word) => ({
    ...{ id: `${word}-projet`, name: `Projet ${word}`, foundation: `${word}-fondation` },
    repositories: [{ url: repositoryOf(word) }],
    licences: [{ spdx: 'EUPL-1.2', from: '2020-01-01', to: null, evidence: 'LICENSE' }],
    eligibility: [{ eligible: true, from: '2020-01-01', to: null, decidedBy: ['outsider'], reason: 'invented' }],
  })),
  signatories: words.map((word) => ({
    ...{ person: `${word}-sign`, name: `${word} Signataire`, foundation: `${word}-fondation`, capacity: 'trésorière' },
    ...{ from: '2020-01-01', to: null },
  })),
});

async function enrol(ports: Ports, word: string, siren: string) {
  const hr = (await enrolLogin(ports, `${word}-hr`)).id;
  const companyFile = {
    ...{ siren, name: `Société ${word}`, fiscalYearEnd: '12-31', dayMinutes: 420, unit: 'minute' },
    ...{ corporateTax: true, region: 'metropole', since: '2020-01-01' },
    people: [
      { id: `${word}-hr`, name: `${word} Ressources`, roles: ['hr', 'pay'] },
      { id: `${word}-fin-1`, name: `${word} Finance`, roles: ['finance'] },
      { id: `${word}-fin-2`, name: `${word} Autre-Finance`, roles: ['finance'] },
    ],
  };
  const { company } = await enrolCompany(ports, { by: hr, file: file('c.json', JSON.stringify(companyFile)) });
  const lent = (n: 1 | 2): string =>
    `${word}-${n};${word} ${n === 1 ? 'Une' : 'Deux'};${word}-${n}@example.org;${word}-projet;${word}-fondation;01/01/2025;;2/5;heures;prêt;10/12/2024;12/12/2024;12/12/2024`;
  const secondments = [
    'Matricule;Nom;Adresses;Projets;Fondation;Début;Fin;Quotité;Régime;Forme juridique;Convention;Avenant;Consentement',
    lent(1),
    lent(2),
  ].join('\n');
  await agreeSecondments(ports, { company, by: hr, file: file('s.csv', secondments) });
  const identities = ['Matricule;Adresse;Preuve;Depuis', `${word}-1;${word}-1@example.org;attestée;01/01/2025`].join(
    '\n',
  );
  await vouchIdentities(ports, { company, by: hr, file: file('i.csv', identities) });
  const pay = [
    'Matricule;Période du;Au;Brut;Accessoires;Charges éligibles;Charges exclues;Base de temps (heures);Origine de la base;Empreinte du fichier de paie',
    `${word}-1;01/01/2025;31/12/2025;42 000,00;1 200,50;16 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
    `${word}-2;01/01/2025;31/12/2025;39 000,00;0;15 000,00;2 000,00;1607;réel;${'ab'.repeat(32)}`,
  ].join('\n');
  await recordPay(ports, { company, by: hr, file: file('p.csv', pay) });
  await sayNoOtherAid(ports, { company, by: await personOf(ports, `${word}-fin-1`), year: 2025 });
  return { company, hr };
}

/** From the timesheet of March to an issued statement and a link at level `names`. The second developer awaits the foundation. */
async function tenant(ports: Ports, word: string, siren: string): Promise<Tenant> {
  const { company, hr } = await enrol(ports, word, siren);
  const [foundation, project] = [`${word}-fondation`, `${word}-projet`];
  const one = (await developerOf(ports, company, `${word}-1`)).developer;
  const two = (await developerOf(ports, company, `${word}-2`)).developer;
  await acceptIdentity(ports, {
    ...{ company, by: one, developer: one, author: await authorOf(ports, `${word}-1@example.org`) },
  });
  const sheet = { name: `${word}-mars.csv`, bytes: bytesOf(timesheetOf(word)) };
  const upload = await keepUpload(ports, company, sheet);
  const posted = await postTimesheet(ports, { company, by: hr, file: sheet, year: 2025, accept: [] });
  if ('preview' in posted) throw new Error(JSON.stringify(posted.preview.problems));
  await pullContributions(ports, { project, by: hr, seenBy: 'pull', progress: () => undefined });
  await corroborate(ports, { company, by: hr, period: { from: '2025-03-01', to: '2025-03-31' } });
  await checkMonth(ports, {
    ...{ company, by: one, developer: one, month: '2025-03', answer: 'checked', entries: null, comment: null },
  });
  const signatory = await personOf(ports, `${word}-sign`);
  await answerContributions(ports, {
    ...{ by: signatory, foundation, company, developer: one, project, month: '2025-03' },
    ...{ answer: 'confirmed', amount: null, comment: `${word} vu en réunion` },
  });
  const finance = await personOf(ports, `${word}-fin-1`);
  const finance2 = await personOf(ports, `${word}-fin-2`);
  const asked = { company, fiscalYear: 2025, scheme: 'digital-commons-investor' };
  await prepareStatement(ports, { ...asked, by: finance });
  const { number } = await issueStatement(ports, { ...asked, by: finance2 });
  const link = await issueLink(ports, {
    ...{ company, by: finance, number, level: 'names', audience: `Contrôle ${word}`, emailDomain: 'audit.example' },
    ...{ code: 'paper' as const },
    days: 90,
  });
  return {
    ...{ word, siren, company, foundation, project, developers: [one, two], upload, number, link },
    people: { hr, finance, finance2, signatory },
    timesheet: String(posted.receipt.timesheet),
  };
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** A multipart body with one file. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array; readonly field?: string };
  /** As it is, in place of a form. */
  readonly body?: Uint8Array;
  readonly headers?: Record<string, string>;
  /** Where it comes from. */
  readonly address?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  readonly bytes: Uint8Array;
}

/** Somebody who asks: her cookie, or nobody's. */
export type Who = string | null;

export interface Portal {
  readonly world: MemoryWorld;
  readonly ports: Ports;
  readonly a: Tenant;
  readonly b: Tenant;
  readonly lines: string[];
  readonly ask: (who: Who, asked: Asked) => Promise<Answered>;
  /** The cookie of a person with the roles that she holds. @param person `pe-…` or `de-…` */
  readonly signIn: (person: string) => Promise<string>;
  /** The cookie of an auditor who opened links. */
  readonly asAuditor: (...links: readonly string[]) => string;
}

const key = new Uint8Array(32).fill(7);
/** Thursday 15 January 2026, 10:00 in Paris. */
export const portalNowMs = Date.UTC(2026, 0, 15, 9);

async function nameOf(ports: Ports, person: string, roles: readonly RoleHeld[]): Promise<string> {
  const company = roles.find(({ role }) => role === 'developer')?.company;
  const found = company === undefined ? await findPerson(ports, person) : await findDeveloper(ports, company, person);
  return found?.name ?? person;
}

/** As long as a browser makes it: the parser takes a short one for the content. */
const boundary = '----boundary-of-the-tests';

function multipart(form: URLSearchParams, { name, bytes, field = 'file' }: NonNullable<Asked['file']>) {
  const parts = [...form].map(
    ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

/** Worlds are made once in a process and copied by nobody: a test that writes opens its own. */
export async function openPortal(words: readonly [string, string] = ['alba', 'brume']): Promise<Portal> {
  const world = memoryWorld('portal', portalNowMs);
  for (const agreed of agreedWithForges) world.webhooks.set(agreed.host, agreed);
  for (const [i, word] of words.entries()) {
    // The second is far from every declared day: nobody but herself may hear of it.
    const first = commitOf(word, 'bc'[i]!, '2025-03-05');
    const commits = [{ ...commitOf(word, 'de'[i]!, '2025-03-20'), parents: [first.sha] }, first];
    world.repositories.set(repositoryOf(word), {
      ...{ tips: { 'refs/heads/main': commits[0]!.sha }, defaultBranch: 'main', commits },
    });
  }
  const { ports } = processOn(world);
  const registrar = (await enrolLogin(ports, 'registrar')).id;
  await register(ports, { by: registrar, file: file('r.json', JSON.stringify(registryFile(words))) });
  const a = await tenant(ports, words[0], '999001001');
  const b = await tenant(ports, words[1], '999001373');

  const lines: string[] = [];
  const handler = edgeHandler(endpoints, {
    ports: async () => ports,
    sessionKey: async () => key,
    renderProblem: problemPage,
    log: (line) => lines.push(line),
    secure: true,
    run: { isMemory: true, isTestClock: false },
  });
  const cookie = (person: string, name: string, roles: readonly RoleHeld[]): string => {
    const exp = Math.floor(world.nowMs / 1000) + 36_000;
    return sessionCookie({ person, name, roles, language: 'fr', exp }, key, true).split(';')[0]!;
  };
  const send = async (
    who: Who,
    { method, path, query, form, file: sent, body: raw, headers, address }: Asked,
  ): Promise<Answered> => {
    const isPost = form !== undefined || sent !== undefined || raw !== undefined;
    const fields = new URLSearchParams();
    for (const [name, values] of Object.entries(form ?? {}))
      for (const value of [values].flat()) fields.append(name, value);
    if (who !== null && isPost) fields.append('csrf', readSession([who], key, true, world.nowMs)?.csrf ?? '');
    const body =
      raw !== undefined
        ? Buffer.from(raw)
        : sent === undefined
          ? Buffer.from(fields.toString())
          : multipart(fields, sent);
    const type = sent === undefined ? 'application/x-www-form-urlencoded' : `multipart/form-data; boundary=${boundary}`;
    const [plain = '', inPath] = path.split('?');
    const base = eventOf({
      ...{ method: method ?? (isPost ? 'POST' : 'GET'), path: decodeURIComponent(plain), query: query ?? inPath ?? '' },
      cookies: who === null ? [] : [who],
      headers: {
        accept: 'text/html',
        host: 'communs.example',
        ...(isPost ? { 'content-type': type } : {}),
        ...headers,
      },
    });
    const { http, ...context } = base.requestContext;
    const event = {
      ...base,
      ...(isPost ? { body: body.toString('base64'), isBase64Encoded: true } : {}),
      requestContext: { ...context, http: { ...http, sourceIp: address ?? http.sourceIp } },
    };
    const answer = await handler(event, localContext('r'));
    const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
    return {
      status: answer.statusCode ?? 200,
      headers: (answer.headers ?? {}) as Record<string, string>,
      cookies: answer.cookies ?? [],
      body: bytes.toString('utf8'),
      bytes,
    };
  };
  return {
    ...{ world, ports, a, b, lines },
    ask: send,
    signIn: async (person) => {
      const roles = await rolesOf(ports, person);
      return cookie(person, await nameOf(ports, person, roles), roles);
    },
    asAuditor: (...links) =>
      cookie(
        'auditor',
        'Contrôle',
        links.map((link) => ({ role: 'auditor' as const, link })),
      ),
  };
}
