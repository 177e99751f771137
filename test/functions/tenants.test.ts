// Nobody reads or writes across tenants: on every route, ids of one company are asked for with the session of another.
import { beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';
import { authorOf } from '../../lib/use-cases/identities.ts';
import { type Asked, openPortal, type Portal, type Tenant, type Who } from './portal.ts';

let portal: Portal;
let theirAuthor: string;
let theirEntry: string;
const who: Record<string, Who> = {};
beforeAll(async () => {
  portal = await openPortal();
  const { people, developers, link } = portal.a;
  who.hr = await portal.signIn(people.hr);
  who.finance = await portal.signIn(people.finance);
  who.foundation = await portal.signIn(people.signatory);
  who.developer = await portal.signIn(developers[0]);
  who.auditor = portal.asAuditor(link.link);
  theirAuthor = await authorOf(portal.ports, 'brume-1@example.org');
  const theirs = await portal.signIn(portal.b.developers[1]);
  const month = await portal.ask(theirs, { path: `/developer/months/${portal.b.company}/2025-03` });
  theirEntry = /name="entry" value="([^"]+)"/.exec(month.body)![1]!;
});

const file = {
  name: 'brume-avril.csv',
  bytes: new TextEncoder().encode('Matricule;Date;Projet;Heures\nbrume-1;01/04/2025;brume-projet;7'),
};

/** What is asked for, with the ids of one tenant (`of`) in the places of another's. One row for each route that is not for everybody. */
const asked: Readonly<Record<string, (of: Tenant, own: Tenant) => Asked[]>> = {
  'GET /hr/timesheets': (of) => [{ path: `/hr/timesheets?company=${of.company}` }],
  'POST /hr/timesheets': (of) => [{ path: '/hr/timesheets', form: { company: of.company, year: '2025' }, file }],
  'GET /hr/previews/{company}/{year}/{sha256}': (of, own) => [
    { path: `/hr/previews/${of.company}/2025/${of.upload}` },
    { path: `/hr/previews/${own.company}/2025/${of.upload}` },
  ],
  'GET /hr/templates/{file}': () => [],
  'GET /hr/previews/{company}/{year}/{sha256}/copy': (of, own) => [
    { path: `/hr/previews/${of.company}/2025/${of.upload}/copy` },
    { path: `/hr/previews/${own.company}/2025/${of.upload}/copy` },
  ],
  'POST /hr/previews/{company}/{year}/{sha256}': (of, own) => [
    { path: `/hr/previews/${of.company}/2025/${of.upload}`, form: {} },
    { path: `/hr/previews/${own.company}/2025/${of.upload}`, form: {} },
  ],
  'GET /hr/receipts/{company}/{timesheet}': (of) => [{ path: `/hr/receipts/${of.company}/${of.timesheet}` }],
  'GET /hr/previews/{company}/{year}/{sha256}/change': (of, own) => [
    { path: `/hr/previews/${of.company}/2025/${of.upload}/change` },
    { path: `/hr/previews/${own.company}/2025/${of.upload}/change` },
  ],
  'POST /hr/previews/{company}/{year}/{sha256}/choices': (of, own) => [
    { path: `/hr/previews/${of.company}/2025/${of.upload}/choices`, form: { leaveOutAll: 'yes' } },
    { path: `/hr/previews/${own.company}/2025/${of.upload}/choices`, form: { leaveOutAll: 'yes' } },
  ],
  'GET /hr/receipts/{company}/{timesheet}/receipt.json': (of) => [
    { path: `/hr/receipts/${of.company}/${of.timesheet}/receipt.json` },
  ],
  'GET /hr/months/{company}/{month}/{developer}': (of, own) => [
    { path: `/hr/months/${of.company}/2025-03/${of.developers[1]}` },
    { path: `/hr/months/${own.company}/2025-03/${of.developers[1]}` },
  ],
  'POST /hr/months/{company}/{month}/complete': (of, own) => [
    { path: `/hr/months/${of.company}/2025-03/complete`, form: { developer: of.developers[1] } },
    { path: `/hr/months/${own.company}/2025-03/complete`, form: { developer: of.developers[1] } },
  ],
  'POST /hr/months/{company}/{month}/{developer}/reopen': (of, own) => [
    { path: `/hr/months/${of.company}/2025-03/${of.developers[1]}/reopen`, form: { reason: 'x' } },
    { path: `/hr/months/${own.company}/2025-03/${of.developers[1]}/reopen`, form: { reason: 'x' } },
  ],
  'POST /hr/months/{company}/{month}/{developer}/correct': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: `/hr/months/${company}/2025-03/${of.developers[1]}/correct`,
      form: { day: '2025-03-03', project: of.project, direction: 'take', hours: '1', reason: 'x' },
    })),
  'POST /hr/absences': (of) => [{ path: '/hr/absences', form: { company: of.company, year: '2025' }, file }],
  'POST /hr/receipts/{company}/{timesheet}/undo': (of) => [
    { path: `/hr/receipts/${of.company}/${of.timesheet}/undo`, form: {} },
  ],
  'GET /hr/erasures': (of) => [{ path: `/hr/erasures?company=${of.company}` }],
  'GET /hr/erasures/{company}/{developer}': (of, own) =>
    [of.company, own.company].map((company) => ({ path: `/hr/erasures/${company}/${of.developers[1]}` })),
  'POST /hr/erasures/{company}/{developer}': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: `/hr/erasures/${company}/${of.developers[1]}`,
      form: { step: 'ask', ground: 'request', typed: `${of.word}-2` },
    })),
  // Of no tenant: the registrar sees keyed hashes alone.
  'GET /registrar/objections': () => [],
  'POST /registrar/objections': () => [],
  'GET /developer/months': () => [],
  'GET /developer/months/{company}/{month}': (of) => [{ path: `/developer/months/${of.company}/2025-03` }],
  'POST /developer/months/{company}/{month}/check': (of, own) => [
    { path: `/developer/months/${of.company}/2025-03/check`, form: { entry: theirEntry } },
    { path: `/developer/months/${own.company}/2025-04/check`, form: { entry: theirEntry } },
  ],
  'POST /developer/months/{company}/{month}/contest': (of, own) => [
    { path: `/developer/months/${of.company}/2025-03/contest`, form: { entry: theirEntry, comment: 'no' } },
    { path: `/developer/months/${own.company}/2025-03/contest`, form: { entry: theirEntry, comment: 'no' } },
  ],
  'POST /developer/months/{company}/{month}/show': (of, own) => [
    { path: `/developer/months/${of.company}/2025-03/show`, form: { entry: theirEntry, comment: 'x' } },
    { path: `/developer/months/${own.company}/2025-03/show`, form: { entry: theirEntry, comment: 'x' } },
  ],
  'POST /developer/months/{company}/{month}/take-back': (of, own) => [
    { path: `/developer/months/${of.company}/2025-03/take-back`, form: { evidence: 'a'.repeat(64) } },
    { path: `/developer/months/${own.company}/2025-03/take-back`, form: { evidence: 'a'.repeat(64) } },
  ],
  'POST /developer/months/{company}/{month}/lift': (of, own) => [
    { path: `/developer/months/${of.company}/2025-03/lift`, form: { entry: theirEntry } },
    { path: `/developer/months/${own.company}/2025-03/lift`, form: { entry: theirEntry } },
  ],
  'POST /developer/identities': (of, own) =>
    [of.company, own.company].flatMap((company) =>
      ['accept', 'not-me'].map((answer) => ({
        path: '/developer/identities',
        form: { company, month: '2025-03', identity: theirAuthor, answer },
      })),
    ),
  'GET /developer/identities': (of) => [{ path: `/developer/identities?company=${of.company}` }],
  'POST /developer/identities/unlink': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: '/developer/identities/unlink',
      form: { company, identity: theirAuthor, answer: 'never' },
    })),
  'POST /developer/identities/code': (of) => [
    { path: '/developer/identities/code', form: { company: of.company, address: 'x@home.example' } },
  ],
  'POST /developer/identities/code/answer': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: '/developer/identities/code/answer',
      form: { company, request: '0'.repeat(32), code: '00000000' },
    })),
  'POST /developer/identities/challenge': (of) => [
    { path: '/developer/identities/challenge', form: { company: of.company, host: 'git.example', login: 'x' } },
  ],
  'POST /developer/identities/challenge/answer': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: '/developer/identities/challenge/answer',
      form: { company, request: '0'.repeat(32), signature: 'x' },
    })),
  'POST /developer/identities/login': (of) => [
    { path: '/developer/identities/login', form: { company: of.company, host: 'git.example' } },
  ],
  'GET /developer/identities/login': () => [{ path: `/developer/identities/login?state=${'0'.repeat(32)}&code=x` }],
  'POST /developer/identities/search': (of) => [
    { path: '/developer/identities/search', form: { company: of.company } },
  ],
  'GET /foundation/confirmations': (of) => [{ path: `/foundation/confirmations?foundation=${of.foundation}` }],
  'POST /foundation/confirmations': (of, own) =>
    [of.foundation, own.foundation].map((foundation) => ({
      path: '/foundation/confirmations',
      form: {
        ...{ foundation, company: of.company, developer: of.developers[1], project: of.project, month: '2025-03' },
        ...{ answer: 'confirmed', entry: theirEntry },
      },
    })),
  'GET /foundation/receipts': (of) => [{ path: `/foundation/receipts?foundation=${of.foundation}` }],
  'GET /foundation/receipts/{foundation}/{company}/{statement}': (of, own) =>
    [of.foundation, own.foundation].map((foundation) => ({
      path: `/foundation/receipts/${foundation}/${of.company}/${of.number}`,
    })),
  'POST /foundation/receipts/{foundation}/{company}/{statement}': (of, own) =>
    [of.foundation, own.foundation].map((foundation) => ({
      path: `/foundation/receipts/${foundation}/${of.company}/${of.number}`,
      form: { language: 'fr', certified: 'yes' },
    })),
  'GET /foundation/receipts/{foundation}/issued/{number}/{name}': (of) => [
    { path: `/foundation/receipts/${of.foundation}/issued/2026-0001/receipt.pdf` },
  ],
  'GET /finance/receipts/{company}/{foundation}/{number}/{name}': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: `/finance/receipts/${company}/${of.foundation}/2026-0001/receipt.json`,
    })),
  'GET /finance/statements': (of) => [{ path: `/finance/statements?company=${of.company}` }],
  'POST /finance/statements': (of) => [
    { path: '/finance/statements', form: { company: of.company, year: '2025', scheme: 'none' } },
  ],
  'GET /finance/companies/{company}/checklist': (of) => [{ path: `/finance/companies/${of.company}/checklist` }],
  'GET /finance/companies/{company}/declarations': (of) => [{ path: `/finance/companies/${of.company}/declarations` }],
  'POST /finance/companies/{company}/declarations': (of) => [
    {
      path: `/finance/companies/${of.company}/declarations`,
      form: {
        ...{ year: '2025', 'period.from': '2025-01-01', 'period.to': '2025-12-31' },
        ...{ topic: 'otherEmployers', 'otherEmployers.answer': 'no' },
      },
    },
  ],
  'GET /finance/companies/{company}/compare': (of) => [{ path: `/finance/companies/${of.company}/compare` }],
  'GET /finance/statements/{company}/{statement}': (of) => [{ path: `/finance/statements/${of.company}/${of.number}` }],
  'POST /finance/statements/{company}/{statement}/issue': (of) => [
    { path: `/finance/statements/${of.company}/${of.number}/issue`, form: {} },
  ],
  'GET /finance/statements/{company}/{statement}/files/{name}': (of) =>
    ['statement.jws', 'disclosures.txt', 'statement.xlsx'].map((name) => ({
      path: `/finance/statements/${of.company}/${of.number}/files/${name}`,
    })),
  'POST /finance/statements/{company}/{statement}/export': (of) => [
    {
      path: `/finance/statements/${of.company}/${of.number}/export`,
      form: { preset: 'finance', format: 'csv', language: 'fr' },
    },
  ],
  'POST /finance/statements/{company}/{statement}/links': (of) => [
    {
      path: `/finance/statements/${of.company}/${of.number}/links`,
      form: { level: 'names', audience: 'x', emailDomain: 'audit.example', code: 'paper', expires: '2026-03-01' },
    },
  ],
  'POST /finance/links/{company}/{link}/revoke': (of, own) =>
    [of.company, own.company].map((company) => ({
      path: `/finance/links/${company}/${of.link.link}/revoke`,
      form: {},
    })),
  'GET /developer/held/{company}': (of) => [{ path: `/developer/held/${of.company}` }],
  'GET /developer/held/{company}/held.json': (of) => [{ path: `/developer/held/${of.company}/held.json` }],
  'POST /developer/held/{company}/erasure': (of) => [{ path: `/developer/held/${of.company}/erasure`, form: {} }],
  'GET /auditor/{link}': (of) => [{ path: `/auditor/${of.link.link}` }],
  'GET /auditor/{link}/lines/{line}/{month}': (of) => [{ path: `/auditor/${of.link.link}/lines/1/2025-03` }],
  'GET /auditor/{link}/findings': (of) => [{ path: `/auditor/${of.link.link}/findings` }],
  'GET /auditor/{link}/changes': (of) => [{ path: `/auditor/${of.link.link}/changes` }],
  'GET /auditor/{link}/notes': (of) => [{ path: `/auditor/${of.link.link}/notes` }],
  'POST /auditor/{link}/notes': (of) => [
    { path: `/auditor/${of.link.link}/notes`, form: { note: '0'.repeat(16), line: '', month: '', text: 'x' } },
  ],
  'POST /finance/notes/{company}/{note}/answer': (of) => [
    { path: `/finance/notes/${of.company}/${'0'.repeat(16)}/answer`, form: { text: 'x' } },
  ],
  'GET /auditor/{link}/sample': (of) => [{ path: `/auditor/${of.link.link}/sample?method=random&size=5` }],
  'GET /auditor/{link}/sample/sample.xlsx': (of) => [
    { path: `/auditor/${of.link.link}/sample/sample.xlsx?method=random&size=5` },
  ],
  'GET /auditor/{link}/files/{name}': (of) =>
    ['statement.jws', 'disclosures.txt'].map((name) => ({ path: `/auditor/${of.link.link}/files/${name}` })),
};

const guarded = endpoints.filter(({ audience }) => audience !== 'public');

it('asks every route that is not for everybody', () => {
  expect(Object.keys(asked).sort()).toEqual(guarded.map(({ method, path }) => `${method} ${path}`).sort());
});

/** Facts of the other tenant, and everything by which a page could give something of it away. */
const factsOf = async (company: string): Promise<number> => {
  let facts = 0;
  for await (const _fact of portal.ports.readBooks.facts(`company/${company}`, -1)) facts += 1;
  return facts;
};
const told =
  /Société brume|Fondation brume|Projet brume|brume (?:Une|Deux|Ressources|Finance|Signataire)|brume-mars|cccccccc|999001373/;

describe('with the ids of another tenant', () => {
  it.each(guarded.map(({ method, path, audience }) => [`${method} ${path}`, audience] as const))(
    '%s shows nothing and writes nothing',
    async (route, audience) => {
      const before = await factsOf(portal.b.company);
      for (const request of asked[route]!(portal.b, portal.a)) {
        const { status, body } = await portal.ask(who[audience]!, request);
        expect([403, 404, 409, 422], `${request.path} ${JSON.stringify(request.form)}`).toContain(status);
        expect(told.exec(body)?.[0], request.path).toBeUndefined();
      }
      expect(await factsOf(portal.b.company)).toBe(before);
    },
  );

  it('would see it, if it were there', async () => {
    const theirs = await portal.signIn(portal.b.people.hr);
    const { status, body } = await portal.ask(theirs, { path: `/hr/timesheets?company=${portal.b.company}&year=2025` });
    expect([status, told.test(body)]).toEqual([200, true]);
  });

  it('answers the same to an id that exists and to one that does not', async () => {
    const of = (company: string) => portal.ask(who.hr!, { path: `/hr/receipts/${company}/${portal.b.timesheet}` });
    const [there, nowhere] = [await of(portal.b.company), await of('co-0000000000000000')];
    const plain = ({ status, body }: { status: number; body: string }): string =>
      `${status} ${body.replaceAll(/co-[0-9a-f]{16}/g, 'co')}`;
    expect(plain(there)).toBe(plain(nowhere));
  });
});

it('meets no fault on the way', () => {
  expect(portal.lines).toEqual([]);
});

it('asks for a session, and for the role, on every route that is not for everybody', async () => {
  for (const { method, path, audience } of guarded) {
    const [request] = asked[`${method} ${path}`]!(portal.a, portal.a);
    if (request === undefined) continue;
    expect((await portal.ask(null, request)).status, path).toBe(401);
    const other = audience === 'hr' ? 'finance' : 'hr';
    expect((await portal.ask(who[other]!, request)).status, path).toBe(403);
  }
});
