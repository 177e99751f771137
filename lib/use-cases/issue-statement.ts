// Another person issues exactly what was prepared: number, signature, fact. Nothing contains its own digest.
import { causeOf } from '../ledger/fact.ts';
import type { Head } from '../ledger/kinds.ts';
import type { PreparedView, StatementView } from '../ledger/views/company-views.ts';
import { toHex } from '../model/hashing.ts';
import { Refusal } from '../model/refusal.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import type { Computation } from '../rules/computation.ts';
import { ruleSet, schemeOf } from '../rules/rule-set.ts';
import { type BuiltStatement, buildPayload } from '../statement/build.ts';
import { disclaimerOf } from '../statement/disclaimer.ts';
import { nextStatementNumber } from '../statement/number.ts';
import { type StatementPayload, signatoriesOf } from '../statement/payload.ts';
import { type Rectification, rectification } from '../statement/rectification.ts';
import { disclosuresText } from '../statement/sd-jwt.ts';
import { type AppendPorts, append, findByCause } from './append.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import type { ComputePorts } from './compute-statement.ts';
import { issuedPayload, jwsObject } from './issued-payload.ts';
import { couldChange, isLast, keptPreparation } from './kept-preparation.ts';
import { originOf, yearOf } from './log/log-of-year.ts';
import { keepDigest } from './look-up-digest.ts';
import { personName } from './names.ts';
import { requireNobodyErased } from './not-erased.ts';
import { companyBook, type DirectoryDeveloper, type DirectoryPorts, entriesOf } from './people.ts';
import { computeWithNames, lastPrepared, requireFreePeriod, standingNumber } from './prepare-statement.ts';
import { publishKeys } from './publish-keys.ts';
import { requireFinance } from './roles.ts';
import { signWith } from './sign-with.ts';
import { meantBy, type StatementAsked } from './statement-asked.ts';
import { contentBytes, type StatementContent } from './statement-content.ts';

export type IssuePorts = ComputePorts &
  AppendPorts &
  Pick<Ports, 'sealedFiles' | 'signer' | 'installation' | 'logQueue'>;

export interface Issued {
  readonly number: string;
  /** The issuing fact in the company's book. */
  readonly statement: number;
  /** SHA-256 of the JWS text. */
  readonly jws: string;
  readonly supersedes: string | null;
  readonly at: string;
  /** What it changes of the statement that it replaces: the difference of the two rounded versions, derived. */
  readonly rectification: Rectification | null;
  /** True if this was issued before: the same statement. */
  readonly already: boolean;
}

async function namesOf(ports: DirectoryPorts, { company, people }: StatementContent): Promise<string[]> {
  const developers = people.map(({ developer }) => developer);
  const entries = await entriesOf(ports, company.id, 'developer', developers);
  return developers.map((each) => (entries.get(each) as DirectoryDeveloper | undefined)?.name ?? each);
}

/** Everybody who confirmed, by the name that the directory has; her id where it was erased. */
export const namedSignatories = (
  ports: DirectoryPorts,
  projects: StatementContent['projects'],
): Promise<{ signatory: string; name: string }[]> =>
  inTurn(signatoriesOf({ projects: [...projects] }), async (signatory) => ({
    signatory,
    name: await personName(ports, signatory),
  }));

/** What the company declared, as a payload has it. */
export const declaredOf = ({ otherAid, answers }: StatementContent): StatementPayload['declared'] => ({
  otherAid: otherAid.map(({ kind, grantor, period, amountCents }) => ({ kind, grantor, period, amountCents })),
  ...answers,
});

/** What a computation is worth, where it has amounts: a scheme that is proposed only simulates. */
export function amountsOf({ standing, steps, baseCents, creditCents, declaredEuros, reading, gift }: Computation) {
  if (baseCents === null || creditCents === null || declaredEuros === null || reading === null) return {};
  const amounts = {
    ...{ steps: [...steps], baseCents, creditCents, declaredEuros, reading },
    ...(gift === undefined
      ? {}
      : {
          gift: {
            ...gift,
            carryIn: gift.carryIn.map((each) => ({ ...each })),
            carryOut: gift.carryOut.map((each) => ({ ...each })),
          },
        }),
  };
  return standing === 'in-force' ? { relief: amounts } : { simulation: amounts };
}

/** The content, with all that is made once: number, date, salts, names. */
async function built(
  ports: IssuePorts,
  content: StatementContent,
  prepared: PreparedView,
  number: string,
  issuedAtMs: number,
): Promise<BuiltStatement> {
  const { sha256 } = ports.primitives;
  const { issuer, operator } = ports.installation;
  const { company, computation, people, lines, projects, cost, filing, time, awaits, evidence } = content;
  const ordinal = new Map(people.map(({ developer }, i) => [developer, i + 1]));
  const names = await namesOf(ports, content);
  const signatories = await namedSignatories(ports, projects);
  return buildPayload(
    {
      iss: issuer,
      number,
      iat: Math.floor(issuedAtMs / 1000),
      log: { origin: originOf(ports.installation, yearOf(new Date(issuedAtMs).toISOString())) },
      ...(prepared.supersedes === null ? {} : { supersedes: prepared.supersedes }),
      operator: { name: operator.name, isClaimant: operator.siren === company.siren },
      company: { siren: company.siren, name: company.name },
      period: content.period,
      fiscalYear: content.fiscalYear,
      scheme: content.scheme,
      heads: prepared.heads,
      otherHeads: prepared.otherHeads,
      computationDigest: prepared.computation,
      ...time,
      awaits: [...awaits],
      ...(cost === null ? {} : { cost }),
      ...(filing === null ? {} : { filing }),
      ...amountsOf(computation),
      projects: [...projects],
      evidence,
      declared: declaredOf(content),
      disclaimer: disclaimerOf(content.scheme.standing),
      lines: lines.map(({ developer, ...line }) => ({ ...line, person: ordinal.get(developer)! })),
      signatories,
      names: people.map(({ pay, contributions }, i) => ({
        name: names[i]!,
        pay: pay.map((each) => ({ ...each })),
        contributions: [...contributions],
      })),
    },
    { sha256, saltOf: (claim) => ports.random.bytes(16, `disclosure ${number} ${prepared.computation} ${claim}`) },
  );
}

/** @returns whether nothing came to the books since they were read; `current`: the company's as it is now */
async function areWhereRead(ports: BookPorts, heads: readonly Head[], current: BookState): Promise<boolean> {
  for (const head of heads) {
    const isSame = head.book === current.book ? current.head.seq === head.seq : await isLast(ports, head);
    if (!isSame) return false;
  }
  return true;
}

/** The same state, in which each partition that is asked for again is not read again. */
function listingOnce(state: BookState): BookState {
  const lists = new Map<string, ReturnType<BookState['list']>>();
  return {
    ...state,
    list: (partition) => {
      const list = lists.get(partition) ?? state.list(partition);
      lists.set(partition, list);
      return list;
    },
  };
}

/**
 * Issues the last preparation. The same again answers with the same statement.
 * @param asked `prepared`: the one that somebody looked at; absent = whichever is the last
 * @throws Refusal `not-allowed`, `not-prepared`, `same-person`, `books-moved`, `period-already-stated`, `unknown-developer` where somebody in it was just erased, and those of `computeStatement`
 */
export async function issueStatement(
  ports: IssuePorts,
  asked: StatementAsked & { readonly by: string; readonly prepared?: number },
): Promise<Issued> {
  await requireFinance(ports, asked.company, asked.by);
  const { sha256 } = ports.primitives;
  const book = companyBook(asked.company);
  const state = listingOnce(await readBook(ports, book));
  const { scheme, period, reading } = await meantBy(state, asked);
  const firstReading = schemeOf(ruleSet, scheme).readings[0] ?? null;
  const found = await lastPrepared(state, { scheme, period, reading: reading ?? firstReading });
  // Where anything came since, it is worked out again before anything else: what cannot be computed is said first, and what has changed is seen.
  const kept = found === null ? null : await keptPreparation(ports, state, found);
  const now = kept ?? (await computeWithNames(ports, asked));
  if (found === null || found.issued?.state === 'revoked') throw notPrepared();
  if (asked.prepared !== undefined && asked.prepared !== found.seq) throw booksMoved();
  const cause = causeOf(sha256, {
    actor: asked.company,
    act: 'issue-statement',
    on: { prepared: found.seq, computation: found.computation },
    after: null,
  });
  const known = await findByCause(ports, state, cause);
  if (known === null) {
    if (found.by === asked.by) throw samePerson();
    if (toHex(sha256(contentBytes(now.content))) !== found.computation) throw booksMoved();
    await publishKeys(ports);
  }
  /** Of the decision before this one, if there was one. */
  let disclosedBefore: string | null = null;
  const people = new Set(now.content.people.map(({ developer }) => developer));
  const { fact, already } = await append<'statement-issued'>(
    ports,
    { book, cause, state, dependsOn: couldChange },
    async (given) => {
      const current = listingOnce(given);
      await requireNobodyErased(current, people).catch(async (error: unknown) => {
        // An erasure that came between knows nothing of them.
        if (disclosedBefore !== null) await ports.sealedFiles.destroy(book, disclosedBefore);
        throw error;
      });
      if (!(await areWhereRead(ports, now.heads, current))) await requireUnchanged(ports, asked, found);
      await requireFreePeriod(current, found);
      // What it would replace was itself revoked or replaced since.
      if ((await standingNumber(current, found)) !== found.supersedes) throw booksMoved();
      // As the fact has it: never before the one that it follows.
      const issuedAtMs = Math.max(ports.clock.now(), Date.parse(current.head.at));
      const numbers = (await current.list('statements')).map(({ name }) => name.slice('statements/'.length));
      const number = nextStatementNumber(found.fiscalYear, numbers);
      const { payload, disclosures } = await built(ports, now.content, found, number, issuedAtMs);
      const jws = await signWith(ports, 'communs-statement+jwt', payload);
      const jwsBytes = new TextEncoder().encode(jws);
      const disclosed = new TextEncoder().encode(disclosuresText(disclosures));
      const [jwsDigest, disclosuresDigest] = [jwsBytes, disclosed].map((each) => toHex(sha256(each))) as [
        string,
        string,
      ];
      // All before the fact: a crash between leaves a signed text that no fact names, hence no statement.
      await ports.objects.put(jwsObject(jwsDigest), jwsBytes);
      await ports.sealedFiles.put(book, disclosuresDigest, disclosed);
      await keepDigest(ports, jwsDigest, { company: asked.company, number, rendering: 'statement' });
      disclosedBefore = disclosuresDigest;
      return {
        kind: 'statement-issued',
        by: asked.by,
        data: {
          number,
          scheme: found.scheme,
          period: found.period,
          fiscalYear: found.fiscalYear,
          prepared: found.seq,
          computation: found.computation,
          jws: jwsDigest,
          disclosures: disclosuresDigest,
          supersedes: found.supersedes,
        },
      };
    },
  );
  // Her files hold the proof: where this process keeps the log, it is there when they are made.
  await ports.logQueue.ask(book, 'now');
  if (fact.kind !== 'statement-issued') throw new Error(`fact ${book} ${fact.seq} is no statement`);
  const { number, jws, supersedes } = fact.data;
  const rectified = supersedes === null ? null : await rectificationOf(ports, book, supersedes, { number, jws });
  return { number, statement: fact.seq, jws, supersedes, rectification: rectified, at: fact.at, already };
}

async function rectificationOf(
  ports: IssuePorts,
  book: string,
  earlier: string,
  later: Pick<StatementView, 'number' | 'jws'>,
): Promise<Rectification | null> {
  const replaced = (await (await readBook(ports, book)).get(`statements/${earlier}`)) as unknown as StatementView;
  return rectification(earlier, await issuedPayload(ports, replaced), await issuedPayload(ports, later));
}

/** @throws Refusal `books-moved` unless the books of now say what was prepared */
async function requireUnchanged(ports: ComputePorts, asked: StatementAsked, prepared: PreparedView): Promise<void> {
  const { content } = await computeWithNames(ports, asked);
  if (toHex(ports.primitives.sha256(contentBytes(content))) !== prepared.computation) throw booksMoved();
}

/** @returns why this person may not issue this preparation now, as `issueStatement` would say; null if she may */
export async function whyNotToIssue(
  ports: ComputePorts,
  company: string,
  prepared: PreparedView,
  by: string,
): Promise<Bilingual | null> {
  if (prepared.by === by) return samePerson().detail;
  try {
    await requireUnchanged(ports, askedAgain(company, prepared), prepared);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.detail;
    throw error;
  }
}

/** What has to be asked so that the same is worked out again. */
export const askedAgain = (company: string, { fiscalYear, period, scheme, reading }: PreparedView): StatementAsked => ({
  ...{ company, fiscalYear, period, scheme },
  ...(reading === null ? {} : { reading }),
});

const notPrepared = (): Refusal =>
  new Refusal('not-prepared', {
    fr: 'Rien n’est préparé pour cet exercice et ce dispositif. Préparez-le d’abord, pour la même période et le même dispositif ; une autre personne émettra ensuite.',
    en: 'Nothing is prepared for this fiscal year and scheme. Prepare it first, for the same period and scheme; another person then issues it.',
  });

const samePerson = (): Refusal =>
  new Refusal('same-person', {
    fr: 'Qui a préparé l’état ne l’émet pas : demandez à une autre personne des finances (contrôle à quatre yeux).',
    en: 'Whoever prepared the statement does not issue it: ask another person in finance (four eyes).',
  });

const booksMoved = (): Refusal =>
  new Refusal('books-moved', {
    fr: 'Le registre ou le livre de l’entreprise a changé depuis la préparation, et l’état avec lui. Préparez-le de nouveau, relisez, puis émettez.',
    en: 'The registry or the company’s book has changed since it was prepared, and the statement with it. Prepare it again, read it, then issue.',
  });
