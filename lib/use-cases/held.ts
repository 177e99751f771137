// All that is held on a developer at one company, and who saw it: hers to read and to take away (GDPR, articles 15 and 20).
import type { Json } from '../ledger/canonical.ts';
import type { ErasureAskedView } from '../ledger/views/company-views.ts';
import { type Day, parisDayOf } from '../model/calendar.ts';
import type { Contribution } from '../model/contribution.ts';
import type { Secondment } from '../model/secondment.ts';
import type { Bilingual } from '../model/text.ts';
import type { Ports } from '../ports.ts';
import { parseDisclosure, readDisclosuresText } from '../statement/sd-jwt.ts';
import { inTurn } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { declaredTime, wholeMonth } from './declared-time.ts';
import { sourceOf } from './entry-source.ts';
import { erasedOf, fileToday } from './erased-lines.ts';
import { type HeldRow, heldRows } from './held-rows.ts';
import { looksAt } from './hours-seen.ts';
import { developerTenant, identityNames, linkedIdentities } from './identities.ts';
import { companyName, personName } from './names.ts';
import { type Herself, requireHerself } from './own-identity.ts';
import { companyBook, type DirectoryPorts, findDeveloper, installation, repositoryBook } from './people.ts';
import { contributionsIn } from './read-contributions.ts';
import { keptToday, monthsDeclared, retentionOf, statementsTouching, textOfTerm } from './retention.ts';
import type { StatementContent } from './statement-content.ts';
import { secondmentsOf } from './statement-sources.ts';

export type HeldPorts = BookPorts &
  DirectoryPorts &
  Pick<Ports, 'accessList' | 'clock' | 'listBooks'> & { readonly sealedFiles: Ports['readSealedFiles'] };

/** What the directory holds in her own tenant, and of her in the company's. */
async function directoryOf(ports: HeldPorts, company: string, developer: string) {
  const own = developerTenant(company, developer);
  const listed = async (tenant: string, kind: string, isHers: (key: string) => boolean = () => true) => {
    const found: { key: string; value: Json }[] = [];
    for await (const { key, value } of ports.directory.list(tenant, kind)) if (isHers(key)) found.push({ key, value });
    return found;
  };
  const absences = await listed(companyBook(company), 'absences', (key) => key.startsWith(`${developer} `));
  return {
    entry: await findDeveloper(ports, company, developer),
    absences: absences.map(({ key, value }) => ({ year: key.slice(developer.length + 1), halfDays: value })),
    proposals: (await listed(own, 'identity-proposal')).map(({ value }) => value),
    proofsBegun: (await listed(own, 'proof-request')).map(({ value }) => {
      // A keyed hash of a code is of no use to her.
      const { id, proof, where, login, expires } = value as unknown as Readonly<Record<string, Json>>;
      return { id, proof, where, login, expires };
    }),
  };
}

/** Linked by her own word: only these are hers; what was merely proposed stands with the proposals. */
async function identitiesHeld(ports: HeldPorts, company: string, developer: string) {
  const names = await identityNames(ports, company, developer);
  const linked = await linkedIdentities(ports, company, developer);
  return inTurn(linked, async ({ author, about, intervals }) => ({
    identity: author,
    about,
    shown: names.get(author) ?? null,
    /** As commits give name and address, or a forge an account. */
    author: await ports.directory.get(installation, 'author', author),
    // Which other employer vouched is that employer's to tell.
    intervals: intervals.map(({ since, until, proof, at, company: at_ }) => ({
      ...{ since, until, proof, at },
      isHere: at_ === company,
    })),
  }));
}

/** Rows of what she committed, in every repository that is pulled here. */
async function tracesHeld(ports: HeldPorts, authors: ReadonlySet<string>): Promise<Contribution[]> {
  const found: Contribution[] = [];
  const books: string[] = [];
  for await (const book of ports.listBooks.books()) if (book.startsWith(repositoryBook(''))) books.push(book);
  for (const book of books) {
    for (const row of await contributionsIn(ports, await readBook(ports, book))) {
      if (authors.has(row.author) || (row.accountHash !== null && authors.has(row.accountHash))) found.push(row);
    }
  }
  return found;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Of each statement of a period with time of hers: which it is, and her own lines and name as they were disclosed. */
async function statementsHeld(ports: HeldPorts, state: BookState, developer: string) {
  const erased = await erasedOf(ports, state);
  const statements = await statementsTouching(state, await monthsDeclared(state, developer));
  return inTurn(statements, async ({ number, scheme, period, at, state: stands, disclosures, computation, jws }) => {
    const today = fileToday(erased, disclosures);
    const sealed = today === null ? null : await ports.sealedFiles.get(state.book, today);
    const content = await ports.sealedFiles.get(state.book, computation);
    const people = content === null ? [] : (JSON.parse(decoder.decode(content)) as StatementContent).people;
    const person = 1 + people.findIndex((one) => one.developer === developer);
    const all = sealed === null ? [] : readDisclosuresText(decoder.decode(sealed));
    const hers = all
      .flatMap((text) => parseDisclosure(text) ?? [])
      .filter(({ claim, value }) =>
        claim.startsWith('name-')
          ? claim === `name-${person}`
          : (value as { readonly person?: number }).person === person,
      );
    return {
      ...{ number, scheme, period, issuedAt: at, state: stands, jws },
      disclosed: hers.map(({ claim, value }) => ({ claim, value })),
    };
  });
}

async function timeHeld(ports: HeldPorts, state: BookState, company: string, developer: string) {
  const months = await monthsDeclared(state, developer);
  const periods = months.map(({ from }) => wholeMonth(from.slice(0, 7)));
  const found = await inTurn(periods, (period) => declaredTime(ports, state, period, developer));
  const entries = await inTurn(
    found.flatMap((one) => one.entries),
    async (entry) => ({
      ...{ entry: entry.entry, day: entry.day, project: entry.project, unit: entry.unit, amount: entry.amount },
      ...{ withdrawn: entry.withdrawnAmount, received: entry.receivedDay, written: entry.writtenDay },
      source: await sourceOf(ports, company, entry),
    }),
  );
  const corrections = found.flatMap((one) => one.corrections).map(({ developer: _of, ...rest }) => rest);
  return { entries, corrections };
}

export interface Held {
  readonly format: 'communs-held/1';
  /** UTC instant. */
  readonly at: string;
  readonly company: { readonly id: string; readonly siren: string; readonly name: string };
  readonly developer: string;
  readonly directory: Awaited<ReturnType<typeof directoryOf>>;
  readonly identities: Awaited<ReturnType<typeof identitiesHeld>>;
  readonly secondments: readonly Secondment[];
  readonly time: Awaited<ReturnType<typeof timeHeld>>;
  /** Every row about her, and every fact that names her, as they are stored. */
  readonly rows: readonly (HeldRow & { readonly byName: string })[];
  readonly facts: readonly (Omit<HeldRow, 'id'> & { readonly byName: string })[];
  readonly traces: readonly Contribution[];
  readonly statements: Awaited<ReturnType<typeof statementsHeld>>;
  readonly seenBy: readonly { readonly by: string; readonly act: Bilingual; readonly at: string }[];
  readonly keeping: {
    /** The last day on which something must be kept; null once it is over. */
    readonly until: Day | null;
    readonly lentTo: Day | 'open' | null;
    readonly asked: { readonly at: string; readonly ground: string } | null;
    readonly evidence: readonly {
      readonly what: string;
      readonly name: string;
      readonly since: Day;
      readonly until: Day;
      readonly text: string;
      readonly says: Bilingual;
    }[];
  };
}

/** @throws Refusal `not-allowed` unless she asks herself */
export async function held(ports: HeldPorts, asked: Herself): Promise<Held> {
  await requireHerself(ports, asked);
  const { company, developer } = asked;
  const nowMs = ports.clock.now();
  const today = parisDayOf(nowMs);
  const state = await readBook(ports, companyBook(company));
  const identities = await identitiesHeld(ports, company, developer);
  const { rows, facts } = await heldRows(ports, state, developer);
  const names = new Map<string, string>();
  for (const by of new Set([...rows, ...facts].map((one) => one.by))) {
    names.set(by, by === developer ? developer : await personName(ports, by));
  }
  const retention = await retentionOf(ports, state, developer, today);
  const request = (await state.get(`erasures-asked/${developer}`)) as unknown as ErasureAskedView | null;
  return {
    format: 'communs-held/1',
    at: new Date(nowMs).toISOString(),
    company: await companyName(ports, company),
    developer,
    directory: await directoryOf(ports, company, developer),
    identities,
    secondments: (await secondmentsOf(state)).filter((one) => one.developer === developer),
    time: await timeHeld(ports, state, company, developer),
    rows: rows.map((row) => ({ ...row, byName: names.get(row.by)! })),
    facts: facts.map((fact) => ({ ...fact, byName: names.get(fact.by)! })),
    traces: await tracesHeld(ports, new Set(identities.map(({ identity }) => identity))),
    statements: await statementsHeld(ports, state, developer),
    seenBy: await looksAt(ports, company, developer),
    keeping: {
      ...keptToday(retention, today),
      asked: request === null ? null : { at: request.at, ground: request.ground },
      evidence: retention.evidence.map((one) => {
        const { legalReference, says } = textOfTerm(one);
        return { what: one.what, name: one.name, since: one.since, until: one.until, text: legalReference, says };
      }),
    },
  };
}
