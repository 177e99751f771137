// Five employers' real-shaped timesheets and fourteen real histories, from the files to verified statements, to the minute.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readElsewhere } from '../../lib/adapters/forge/elsewhere.ts';
import { recordedForge } from '../../lib/adapters/forge/recorded.ts';
import { memoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import type { TimesheetFile } from '../../lib/intake/timesheet-source.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import type { StatementPayload } from '../../lib/statement/payload.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { declaredTime, standingAmount } from '../../lib/use-cases/declared-time.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyBook, developerOf, enrolPerson } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullContributions } from '../../lib/use-cases/pull-contributions.ts';
import { readStatement } from '../../lib/use-cases/read-statement.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { sayNoOtherAid } from '../no-other-aid.ts';
import { describeWithShared } from '../shared.ts';
import { processOn } from './process.ts';

interface ProjectsFile {
  readonly projects: Readonly<
    Record<string, { readonly repos: readonly string[]; readonly licence_event: { readonly date: string } | null }>
  >;
  readonly companies: readonly {
    readonly id: string;
    readonly name: string;
    readonly siren_fictif: string;
    readonly day_hours: number;
  }[];
}

interface SecondmentLine {
  readonly matricule: string;
  readonly company: string;
  readonly project: string;
  readonly start: string;
  readonly end: string;
  readonly quota: string;
  readonly emails: readonly string[];
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const jsonFile = (name: string, value: object): DeclarationFile => ({ name, bytes: bytesOf(JSON.stringify(value)) });
const csvFile = (name: string, rows: readonly (readonly string[])[]): DeclarationFile => ({
  name,
  bytes: bytesOf(rows.map((row) => row.join(';')).join('\n')),
});

/** The same answer for the same share, whatever the order: a quarter each. */
const drawn = (text: string): number => createHash('sha256').update(text).digest()[0]! % 4;

/** The same ledger as if nobody had ever pulled anything. */
function withoutRepositories(ports: Ports): Ports {
  const isGone = (book: string): boolean => book.startsWith('repo/');
  async function* nothing(): AsyncGenerator<never> {}
  const { readBooks, readViews } = ports;
  return {
    ...ports,
    readBooks: {
      facts: (book, after) => (isGone(book) ? nothing() : readBooks.facts(book, after)),
      settled: (book) => (isGone(book) ? nothing() : readBooks.settled(book)),
      fact: async (book, seq) => (isGone(book) ? null : readBooks.fact(book, seq)),
    },
    readViews: {
      get: async (book, name) => (isGone(book) ? null : readViews.get(book, name)),
      list: (book, partition) => (isGone(book) ? nothing() : readViews.list(book, partition)),
    },
  };
}

describeWithShared('real histories', 'the real histories', (shared) => {
  const folder = join(shared, 'data/timesheets');
  const { projects, companies } = JSON.parse(readFileSync(join(folder, 'projects.json'), 'utf8')) as ProjectsFile;
  const secondments = readFileSync(join(folder, 'secondments.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line): SecondmentLine => {
      const [matricule = '', company = '', , project = '', start = '', end = '', quota = '', emails = ''] =
        line.split(',');
      return { matricule, company, project, start, end, quota, emails: emails.split(' ') };
    });
  const files = readdirSync(join(folder, 'files')).sort();
  const addressOf = (repo: string): string => `https://git.example/${repo}.git`;

  const world = memoryWorld('real histories', Date.UTC(2026, 9, 1, 9));
  const { ports: plain, catchUp } = processOn(world);
  const recordings = new Map(
    Object.values(projects)
      .flatMap(({ repos }) => repos)
      .map((repo) => [addressOf(repo), join(shared, 'data/commits', `${repo.replace('/', '__')}.jsonl.gz`)]),
  );
  const ports: Ports = { ...plain, forge: readElsewhere(recordedForge(), (url) => recordings.get(url)!) };
  const ids = new Map<string, string>();
  let operator = '';
  let signatory = '';
  let [first, second] = ['', ''];
  const posted = new Map<string, number>();
  /** What each company and year was stated to be, with all traces. */
  const stated = new Map<string, StatementPayload>();

  const yearsOf = (company: string): number[] =>
    [...new Set(files.filter((name) => name.startsWith(`${company}_`)).map((name) => Number(name.slice(3, 7))))].sort();

  async function declareAll(): Promise<void> {
    operator = (await enrolPerson(ports, 'operator', 'Operator')).id;
    [first, second] = [
      (await enrolPerson(ports, 'first', 'First')).id,
      (await enrolPerson(ports, 'second', 'Second')).id,
    ];
    const registry = jsonFile('registry.json', {
      foundations: [{ id: 'commons', name: 'Commons', country: 'FR', registration: null, kind: 'public-utility' }],
      projects: Object.entries(projects).map(([id, { repos, licence_event: event }]) => ({
        id,
        name: id,
        foundation: 'commons',
        repositories: repos.map((repo) => ({ url: addressOf(repo) })),
        licences: [
          { spdx: 'Apache-2.0', from: '2010-01-01', to: event?.date ?? null, evidence: 'LICENSE' },
          ...(event === null ? [] : [{ spdx: 'SSPL-1.0', from: event.date, to: null, evidence: 'LICENSE' }]),
        ],
        eligibility: [
          { eligible: true, from: '2010-01-01', to: null, decidedBy: ['elsewhere', 'registrar'], reason: 'invented' },
        ],
      })),
      signatories: [
        {
          person: 'signatory',
          name: 'Signatory',
          foundation: 'commons',
          capacity: 'president',
          from: '2010-01-01',
          to: null,
        },
      ],
    });
    await register(ports, { by: operator, file: registry });
    signatory = (await enrolPerson(ports, 'signatory', 'Signatory')).id;
    for (const { id, name, siren_fictif: siren, day_hours: hours } of companies) {
      const enrolled = await enrolCompany(ports, {
        by: operator,
        file: jsonFile('company.json', {
          ...{ siren, name, fiscalYearEnd: '12-31', dayMinutes: Math.round(hours * 60), unit: 'minute' },
          ...{ corporateTax: true, region: 'metropole', since: '2015-01-01' },
          people: ['first', 'second'].map((id) => ({ id, name: id, roles: ['finance'] })),
        }),
      });
      ids.set(id, enrolled.company);
      const lent = secondments.filter((one) => one.company === id);
      const head = [
        'Matricule',
        'Nom',
        'Adresses',
        'Projets',
        'Fondation',
        'Début',
        'Fin',
        'Quotité',
        'Régime',
        'Forme juridique',
        'Convention',
        'Avenant',
        'Consentement',
      ];
      const rows = lent.map(({ matricule, project, start, end, quota, emails }) => [
        ...[matricule, `Personne ${matricule}`, emails.join(' | '), project, 'commons', start, end],
        ...[quota, 'heures', 'prêt', start, start, start],
      ]);
      await agreeSecondments(ports, {
        company: enrolled.company,
        by: operator,
        file: csvFile('s.csv', [head, ...rows]),
      });
      // Somebody who came back under another staff number keeps her address under the first.
      const vouched = new Map(
        lent.toReversed().flatMap(({ matricule, emails }) => emails.map((to) => [to, matricule])),
      );
      await vouchIdentities(ports, {
        company: enrolled.company,
        by: operator,
        file: csvFile('i.csv', [
          ['Matricule', 'Adresse', 'Preuve', 'Depuis'],
          ...[...vouched].map(([address, matricule]) => [matricule, address, 'attestée', '2015-01-01']),
        ]),
      });
      for (const matricule of new Set(lent.map((one) => one.matricule))) {
        const { developer } = await developerOf(ports, enrolled.company, matricule);
        for (const { author, vouchedAt } of await proposalsOf(ports, enrolled.company, developer)) {
          if (vouchedAt === null) continue;
          await acceptIdentity(ports, { company: enrolled.company, developer, by: developer, author });
        }
      }
    }
  }

  async function postAll(): Promise<void> {
    for (const name of files) {
      const company = name.slice(0, 2);
      const file: TimesheetFile = { name, bytes: readFileSync(join(folder, 'files', name)) };
      const answer = await postTimesheet(ports, {
        ...{ company: ids.get(company)!, by: operator, file, year: Number(name.slice(3, 7)) },
        accept: ['duplicate-line'],
      });
      if ('preview' in answer) throw new Error(`${name}: ${JSON.stringify(answer.preview.problems.slice(0, 3))}`);
      expect(answer.receipt.halfDays).toBe(0);
      const key = `${company} ${name.slice(3, 7)}`;
      posted.set(key, (posted.get(key) ?? 0) + answer.receipt.minutes);
    }
  }

  /** A quarter of the shares is confirmed, a quarter in part, a quarter disputed, a quarter hears nothing. */
  async function answerSome(company: string): Promise<void> {
    const state = await readBook(ports, companyBook(company));
    const { entries } = await declaredTime(ports, state, { from: '2018-01-01', to: '2026-12-31' });
    const shares = Map.groupBy(entries, ({ developer, project, day }) => `${developer} ${project} ${day.slice(0, 7)}`);
    for (const [share, ofShare] of shares) {
      const [developer = '', project = '', month = ''] = share.split(' ');
      const whole = ofShare.reduce((sum, entry) => sum + standingAmount(entry), 0);
      const answer = (['confirmed', 'partly', 'disputed', null] as const)[drawn(share)];
      if (answer === null || answer === undefined || whole < 2) continue;
      await answerContributions(ports, {
        ...{ by: signatory, foundation: 'commons', company, developer, project, month, answer },
        amount: answer === 'partly' ? Math.floor(whole / 2) : null,
        comment: null,
      });
    }
  }

  async function payFor(company: string, year: number): Promise<void> {
    const lent = secondments.filter(({ company: id }) => ids.get(id) === company).map(({ matricule }) => matricule);
    const head = [
      'Matricule',
      'Période du',
      'Au',
      'Brut',
      'Accessoires',
      'Charges éligibles',
      'Charges exclues',
      'Base de temps (heures)',
      'Origine de la base',
      'Empreinte du fichier de paie',
    ];
    const rows = [...new Set(lent)].map((matricule) => [
      ...[matricule, `01/01/${year}`, `31/12/${year}`, `${40_000 + drawn(matricule) * 5_000},00`, '1 200,50'],
      ...['16 000,00', '2 000,00', '1607', 'réel', createHash('sha256').update(`${company} ${year}`).digest('hex')],
    ]);
    await recordPay(ports, { company, by: operator, file: csvFile(`pay-${year}.csv`, [head, ...rows]) });
    await sayNoOtherAid(ports, { company, by: first, year });
  }

  beforeAll(async () => {
    await declareAll();
    await postAll();
    for (const project of Object.keys(projects)) {
      await pullContributions(ports, { project, by: operator, seenBy: 'recorded', progress: () => undefined });
    }
    for (const company of ids.values()) {
      await corroborate(ports, { company, by: operator, period: { from: '2018-01-01', to: '2026-12-31' } });
      await answerSome(company);
    }
  }, 300_000);

  it('states every posted minute once: counted, refused by code, awaiting or withdrawn', async () => {
    const seen = new Set<string>();
    for (const [id, company] of ids) {
      for (const year of yearsOf(id).filter((each) => each >= 2020)) {
        await payFor(company, year);
        const asked = { company, fiscalYear: year, scheme: 'digital-commons-investor' };
        await prepareStatement(ports, { ...asked, by: first });
        const { number } = await issueStatement(ports, { ...asked, by: second });
        const { verification } = await readStatement(ports, company, number, 'names');
        expect(verification.result).toBe('authentic');
        stated.set(`${company} ${year}`, verification.payload!);
        const { minutes, refused } = verification.payload!;
        const { agrees, partly, noTrace } = minutes.counted;
        const refusedMinutes = refused.reduce((sum, each) => sum + each.minutes, 0);
        expect(minutes.declared, `${id} ${year}`).toBe(posted.get(`${id} ${year}`));
        expect(agrees + partly + noTrace + refusedMinutes + minutes.awaiting + minutes.withdrawn).toBe(
          minutes.declared,
        );
        for (const { code } of refused) seen.add(code);
      }
    }
    // Each rule that the labelled data provokes was met somewhere.
    for (const code of [
      'duplicate',
      'daily-max-exceeded',
      'outside-secondment',
      'project-not-eligible-at-date',
      'non-working-day',
      'foundation-refused',
    ]) {
      expect(seen, code).toContain(code);
    }
  }, 300_000);

  it('moves no minute and no cent when every contribution is deleted, company by company and year by year', async () => {
    const without = withoutRepositories(ports);
    for (const company of ids.values()) {
      await corroborate(without, { company, by: operator, period: { from: '2018-01-01', to: '2026-12-31' } });
    }
    let traced = 0;
    for (const [key, before] of stated) {
      const [company = '', year = ''] = key.split(' ');
      const asked = { company, fiscalYear: Number(year), scheme: 'digital-commons-investor' };
      await prepareStatement(without, { ...asked, by: first });
      const { number } = await issueStatement(without, { ...asked, by: second });
      const after = (await readStatement(without, company, number, 'names')).verification.payload!;
      const sum = ({ minutes: { counted } }: StatementPayload): number =>
        counted.agrees + counted.partly + counted.noTrace;
      expect({ ...after.minutes, counted: sum(after) }, key).toEqual({ ...before.minutes, counted: sum(before) });
      expect([after.refused, after.cost, after.simulation], key).toEqual([
        before.refused,
        before.cost,
        before.simulation,
      ]);
      expect(after.minutes.counted.agrees + after.minutes.counted.partly, key).toBe(0);
      traced += before.minutes.counted.agrees;
    }
    // There was something to delete.
    expect(traced).toBeGreaterThan(10_000);
  }, 300_000);

  it('imports 2018, and says that no figures cover it when a statement is asked for', async () => {
    const [id] = [...ids.keys()].filter((each) => yearsOf(each).includes(2018));
    const asked = { company: ids.get(id!)!, fiscalYear: 2018, scheme: 'digital-commons-investor' };
    const error = await issueStatement(ports, { ...asked, by: second }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).code).toBe('no-figures-for-period');
  });

  it('leaves a clean ledger, whose second start has nothing to do', async () => {
    await catchUp();
    const found = await checkLedger(ports, {});
    expect(found.findings).toEqual([]);
  }, 300_000);
});
