// One act of the scenario, carried out by the very use case that a page or a command calls.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DeclarationFile } from '../../lib/intake/declarations/file-text.ts';
import { daysBetween } from '../../lib/model/calendar.ts';
import type { ConfirmationAnswer } from '../../lib/model/confirmation.ts';
import { repositoryId } from '../../lib/model/repository.ts';
import type { Ports } from '../../lib/ports.ts';
import { acceptIdentity } from '../../lib/use-cases/accept-identity.ts';
import { agreeSecondments } from '../../lib/use-cases/agree-secondments.ts';
import { answerContributions } from '../../lib/use-cases/answer-contributions.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkMonth } from '../../lib/use-cases/check-month.ts';
import { completeMonths } from '../../lib/use-cases/complete-months.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { corroborate } from '../../lib/use-cases/corroborate.ts';
import { declareYear } from '../../lib/use-cases/declare-year.ts';
import { declaredTime, wholeMonth } from '../../lib/use-cases/declared-time.ts';
import { enrolCompany } from '../../lib/use-cases/enrol-company.ts';
import { proposalsOf } from '../../lib/use-cases/identities.ts';
import { type IssuedLink, issueLink } from '../../lib/use-cases/issue-link.ts';
import { issueStatement } from '../../lib/use-cases/issue-statement.ts';
import { companyBook, companyOf, developerOf, enrolPerson, personOf } from '../../lib/use-cases/people.ts';
import { postTimesheet } from '../../lib/use-cases/post-timesheet.ts';
import { prepareStatement } from '../../lib/use-cases/prepare-statement.ts';
import { pullRepository } from '../../lib/use-cases/pull-repository.ts';
import type { Receipt } from '../../lib/use-cases/read-declaration.ts';
import { recordPay } from '../../lib/use-cases/record-pay.ts';
import { register } from '../../lib/use-cases/register.ts';
import { secondedIn } from '../../lib/use-cases/seconded.ts';
import { statementFiles } from '../../lib/use-cases/statement-files.ts';
import { vouchIdentities } from '../../lib/use-cases/vouch-identities.ts';
import { names } from '../cast.ts';
import type { Act, ActOf } from '../scenario.ts';
import type { SampleForge } from './sample-forge.ts';
import { numberOf, ownFiles } from './sample-statement.ts';

/** What acts are counted in. */
export type Counted =
  | 'declarations'
  | 'addresses'
  | 'contributions'
  | 'lines'
  | 'traced'
  | 'checks'
  | 'answers'
  | 'corrections'
  | 'months'
  | 'prepared'
  | 'statements'
  | 'links';

export type Done = Partial<Readonly<Record<Counted, number>>>;

export type SamplePorts = Omit<Ports, 'forge'> & { readonly forge: SampleForge };

/** By the ids of the ledger. Where no developer is named, she who acts. */
interface Who {
  readonly by: string;
  readonly company: string;
  readonly developer: string;
}

const fileOf = async (path: string): Promise<DeclarationFile> => ({
  name: basename(path),
  bytes: await readFile(join(import.meta.dirname, '..', path)),
});

const declarations = ({ written, unchanged }: Receipt): Done => ({ declarations: written + unchanged });

async function enrol(ports: Ports, { act, by: login, file }: ActOf<'registry' | 'company'>): Promise<Done> {
  // Whoever declares first is named by no file yet.
  const { id: by } = await enrolPerson(ports, login, names.get(login) ?? login);
  const asked = { by, file: await fileOf(file) };
  return declarations(act === 'registry' ? await register(ports, asked) : await enrolCompany(ports, asked));
}

async function declare(
  ports: Ports,
  act: ActOf<'secondments' | 'pay' | 'identities' | 'declarations'>,
  who: Who,
): Promise<Done> {
  const asked = { company: who.company, by: who.by, file: await fileOf(act.file) };
  if (act.act === 'secondments') return declarations(await agreeSecondments(ports, asked));
  if (act.act === 'declarations') return declarations(await declareYear(ports, asked));
  return declarations(await (act.act === 'pay' ? recordPay(ports, asked) : vouchIdentities(ports, asked)));
}

async function accept(ports: Ports, who: Who): Promise<Done> {
  const vouched = (await proposalsOf(ports, who.company, who.developer)).filter(({ vouchedAt }) => vouchedAt !== null);
  for (const { author } of vouched) await acceptIdentity(ports, { ...who, author });
  return { addresses: vouched.length };
}

async function pull(ports: SamplePorts, { by: login, url }: ActOf<'pull'>): Promise<Done> {
  const asked = { by: await personOf(ports, login), seenBy: ports.forge.seenBy, progress: () => undefined };
  const { contributions } = await pullRepository(ports, { id: repositoryId(url, ports.primitives.sha256), url }, asked);
  return { contributions };
}

async function post(ports: Ports, { file, year }: ActOf<'import'>, { by, company }: Who): Promise<Done> {
  const posted = await postTimesheet(ports, { company, by, file: await fileOf(file), year, accept: [] });
  if ('receipt' in posted) return { lines: posted.receipt.entries };
  throw new Error(`${file}: ${posted.preview.problems.map(({ detail }) => detail.en).join(' ')}`);
}

async function check(ports: Ports, act: ActOf<'check' | 'contest'>, { by, company, developer }: Who): Promise<Done> {
  const asked = { company, by, developer, month: act.month };
  if (act.act === 'check') {
    await checkMonth(ports, { ...asked, answer: 'checked', entries: null, comment: null });
    return { checks: 1 };
  }
  const state = await readBook(ports, companyBook(company));
  const { entries } = await declaredTime(ports, state, { from: act.day, to: act.day }, developer);
  const contested = entries.map(({ entry }) => entry);
  await checkMonth(ports, { ...asked, answer: 'contested', entries: contested, comment: act.comment });
  return { checks: 1 };
}

const answers = {
  confirm: 'confirmed',
  'confirm-partly': 'partly',
  dispute: 'disputed',
  'cannot-tell': 'cannot-tell',
} as const satisfies Partial<Record<Act['act'], ConfirmationAnswer>>;

async function answer(ports: Ports, act: ActOf<keyof typeof answers>, who: Who): Promise<Done> {
  const { foundation, project, month } = act;
  await answerContributions(ports, {
    ...{ ...who, foundation, project, month, answer: answers[act.act] },
    amount: act.act === 'confirm-partly' ? act.amount : null,
    comment: act.act === 'confirm' ? null : act.comment,
  });
  return { answers: 1 };
}

async function issue(ports: Ports, { scheme, year }: ActOf<'issue'>, { by, company }: Who): Promise<Done> {
  const { number } = await issueStatement(ports, { company, fiscalYear: year, scheme, by });
  // On the day of the issue: the fact about the workbook says when it was made.
  await statementFiles(ports, { company, number, by, ...ownFiles });
  return { statements: 1 };
}

/** @returns the link: with random bytes that come out the same, it is the same link each time */
export async function linkOf(ports: Ports, act: ActOf<'link'>): Promise<IssuedLink> {
  const company = await companyOf(ports, act.company);
  return issueLink(ports, {
    ...{ company, by: await personOf(ports, act.by), level: act.level, audience: act.reader },
    number: await numberOf(ports, company, act),
    emailDomain: 'impots.example',
    code: 'paper',
    days: daysBetween(act.at.slice(0, 10), act.expires),
  });
}

async function whoOf(ports: Ports, act: Exclude<Act, ActOf<'registry' | 'company' | 'pull'>>): Promise<Who> {
  const [company, by] = [await companyOf(ports, act.company), await personOf(ports, act.by)];
  const developer = 'matricule' in act ? (await developerOf(ports, company, act.matricule)).developer : by;
  return { by, company, developer };
}

/**
 * Repeatable: what was carried out before is found again and not written twice.
 * @param ports their clock stands at the instant of the act
 * @throws whatever its use case throws: the scenario holds nothing that is refused
 */
export async function carryOut(ports: SamplePorts, act: Act): Promise<Done> {
  if (act.act === 'registry' || act.act === 'company') return enrol(ports, act);
  if (act.act === 'pull') return pull(ports, act);
  const who = await whoOf(ports, act);
  const { company, by } = who;
  switch (act.act) {
    case 'secondments':
    case 'identities':
    case 'pay':
    case 'declarations':
      return declare(ports, act, who);
    case 'accept':
      return accept(ports, who);
    case 'import':
      return post(ports, act, who);
    case 'complete': {
      const developers = await secondedIn(await readBook(ports, companyBook(company)), act.month);
      await completeMonths(ports, { company, by, month: act.month, developers, complete: true, reason: null });
      return { months: developers.length };
    }
    case 'match': {
      const matched = await corroborate(ports, { company, by, period: wholeMonth(act.month) });
      return { traced: matched?.entries ?? 0 };
    }
    case 'check':
    case 'contest':
      return check(ports, act, who);
    case 'confirm':
    case 'confirm-partly':
    case 'dispute':
    case 'cannot-tell':
      return answer(ports, act, who);
    case 'correct': {
      const { day, project, unit, delta, reason } = act;
      await correctTime(ports, { ...who, day, project, unit, delta, reason });
      return { corrections: 1 };
    }
    case 'prepare':
      await prepareStatement(ports, { company, by, fiscalYear: act.year, scheme: act.scheme });
      return { prepared: 1 };
    case 'issue':
      return issue(ports, act, who);
    case 'link':
      await linkOf(ports, act);
      return { links: 1 };
  }
}
