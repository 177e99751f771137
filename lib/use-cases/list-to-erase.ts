// What goes with a developer at one company: her rows in every batch of its book, and the sealed files that name her.
import { type AnyFact, parseFact } from '../ledger/fact.ts';
import type { BatchRef } from '../ledger/kinds.ts';
import type { FileView, PostingView, PreparedView, StatementView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { type Day, overlap, parisDayOf } from '../model/calendar.ts';
import { type ErasedFile, type ErasedLine, type LeafRun, leafRuns } from '../model/erasure.ts';
import { toHex } from '../model/hashing.ts';
import type { Ports } from '../ports.ts';
import { keptUntil } from '../rules/retention.ts';
import { type Disclosure, disclosuresText, parseDisclosure, readDisclosuresText } from '../statement/sd-jwt.ts';
import { inTurn, readGroup, readGroups } from './batches.ts';
import type { BookPorts, BookState } from './book-state.ts';
import { isWorkbook } from './corrections-since.ts';
import { batchesOf, erasedOf, fileToday } from './erased-lines.ts';
import { evidenceRootIn } from './evidence-file.ts';
import { namesHer } from './forget-names.ts';
import { companyOfBook, type DirectoryDeveloper, type DirectoryPorts, findDeveloper } from './people.ts';
import { monthsDeclared, statementsTouching, termsOfStatement } from './retention.ts';
import type { StatementContent } from './statement-content.ts';
import { unpostedOfHers } from './unposted-of-hers.ts';

export type ListPorts = BookPorts & DirectoryPorts & Pick<Ports, 'sealedFiles'>;

/** A group is a person's month; what has no month stands under her alone. */
async function leavesOf(ports: ListPorts, book: string, batch: BatchRef, developer: string): Promise<number[]> {
  if (batch.rows === 0) return [];
  const groups = (await readGroups(ports, book, batch)).filter((group) => group.startsWith(`${developer} `));
  const rows = await inTurn(groups, (group) => readGroup(ports, book, batch, group));
  return rows
    .flat()
    .flatMap(({ leaf, row }) => (row === null ? [] : [leaf]))
    .sort((a, b) => a - b);
}

/** Days of what the fact says of her: none of them, no posting of hers. */
interface FactOfHers {
  readonly fact: AnyFact;
  readonly lines: readonly ErasedLine[];
}

/** Statements of her months, which are over with her, and every other one whose own terms are. */
async function statementsOver(
  state: BookState,
  touching: readonly StatementView[],
  today: Day,
): Promise<ReadonlySet<string>> {
  const numbers = new Set(touching.map(({ number }) => number));
  for (const { value } of await state.list('statements')) {
    const statement = value as unknown as StatementView;
    const terms = await termsOfStatement(state, statement);
    if (terms.every(({ until }) => until < today)) numbers.add(statement.number);
  }
  return numbers;
}

/** Free words about a statement whose term is over: nobody can tell whom they name. */
function isNoteOn(fact: AnyFact, numbers: ReadonlySet<string>, notes: Set<string>): boolean {
  if (fact.kind === 'note-left' && numbers.has(fact.data.number)) notes.add(fact.data.note);
  return (fact.kind === 'note-left' || fact.kind === 'note-answered') && notes.has(fact.data.note);
}

async function factsOfHers(
  ports: ListPorts,
  book: string,
  developer: string,
  numbers: ReadonlySet<string>,
): Promise<FactOfHers[]> {
  const found: FactOfHers[] = [];
  const notes = new Set<string>();
  for await (const { bytes } of ports.readBooks.facts(book, -1)) {
    const fact = parseFact(bytes);
    // The lists of other erasures name rows, not people.
    if (fact.kind === 'erasure') continue;
    const lines: ErasedLine[] = [];
    for (const batch of batchesOf(fact)) {
      const isNote = batch.rows > 0 && isNoteOn(fact, numbers, notes);
      const leaves: readonly LeafRun[] = isNote
        ? [[0, batch.rows]]
        : leafRuns(await leavesOf(ports, book, batch, developer));
      if (leaves.length > 0) lines.push({ what: 'rows', root: batch.root, leaves });
    }
    if (lines.length > 0) found.push({ fact, lines });
  }
  return found;
}

const gone = (sha256: string): ErasedFile => ({ what: 'file', sha256, replacedBy: null });

/** The original of a posting is evidence for everybody in it: it goes once its own term is over for all of them. */
async function isOver(state: BookState, posting: PostingView, today: Day): Promise<boolean> {
  const until = [keptUntil('tax-evidence', parisDayOf(Date.parse(posting.at)))];
  if (posting.period !== null) {
    until.push(keptUntil('working-time', posting.period.to));
    const statements = await statementsTouching(state, [posting.period]);
    for (const one of statements) until.push(...(await termsOfStatement(state, one)).map((term) => term.until));
  }
  return until.every((day) => day < today);
}

async function originalsOf(state: BookState, hers: readonly FactOfHers[], today: Day): Promise<ErasedFile[]> {
  const files: ErasedFile[] = [];
  for (const { fact } of hers) {
    if (fact.kind !== 'timesheet-posted') continue;
    const all = ((await state.get(`files/${fact.data.file}`)) ?? [fact.seq]) as unknown as FileView;
    const postings = (await inTurn(all, (seq) => state.get(`postings/${seqName(seq)}`))).flatMap((view) =>
      view === null ? [] : [view as unknown as PostingView],
    );
    const over = await inTurn(postings, (posting) => isOver(state, posting, today));
    if (over.every(Boolean)) files.push(gone(fact.data.file));
  }
  return files;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Month after month the same choices are the same file: those that name her go once no posting rests on them; a mere layout names nobody. */
async function choicesOf(ports: ListPorts, state: BookState, developer: string, today: Day): Promise<ErasedFile[]> {
  const entry = await findDeveloper(ports, companyOfBook(state.book), developer);
  const postings = (await state.list('postings')).map(({ value }) => value as unknown as PostingView);
  const files: ErasedFile[] = [];
  for (const [choices, own] of Map.groupBy(postings, (posting) => posting.choices)) {
    const bytes = choices === null ? null : await ports.sealedFiles.get(state.book, choices);
    if (choices === null || bytes === null || entry === null || !namesHer(entry, decoder.decode(bytes))) continue;
    const over = await inTurn(own, (posting) => isOver(state, posting, today));
    if (over.every(Boolean)) files.push(gone(choices));
  }
  return files;
}

/**
 * By what was worked out. Where that went with somebody else, by her name; and as hers may have changed since, a name that nobody at the
 * company bears any more goes too: the terms of the statement are over for all in it.
 * @returns her numbers among the people of the statement
 */
async function numbersOf(
  ports: ListPorts,
  state: BookState,
  developer: string,
  computation: string,
  disclosed: readonly Disclosure[],
): Promise<ReadonlySet<string>> {
  const content = await ports.sealedFiles.get(state.book, computation);
  if (content !== null) {
    const { people } = JSON.parse(decoder.decode(content)) as StatementContent;
    return new Set(people.flatMap((one, i) => (one.developer === developer ? [String(i + 1)] : [])));
  }
  const others = new Set<string>();
  let hers: string | null = null;
  for await (const { key, value } of ports.directory.list(state.book, 'developer')) {
    const { name } = value as unknown as DirectoryDeveloper;
    if (key === developer) hers = name;
    else others.add(name);
  }
  const named = disclosed.flatMap(({ claim, value }) =>
    claim.startsWith('name-') ? [{ number: claim.slice('name-'.length), name: (value as { name: string }).name }] : [],
  );
  return new Set(named.filter(({ name }) => name === hers || !others.has(name)).map(({ number }) => number));
}

/** A line names its person by her number; her name bears it. */
const isOf = (numbers: ReadonlySet<string>, { claim, value }: Disclosure): boolean =>
  numbers.has(
    claim.startsWith('name-') ? claim.slice('name-'.length) : String((value as { readonly person: number }).person),
  );

/**
 * What of a statement names her: her disclosures go, the others' stay in a file of their own; what was rendered goes whole. One that does not
 * name her keeps its files, but for workbooks: their sheet of corrections tells of everybody's months. They are made again without her.
 */
async function statementFiles(
  ports: ListPorts,
  state: BookState,
  developer: string,
  statement: StatementView,
): Promise<ErasedFile[]> {
  const erased = await erasedOf(ports, state);
  const rendered = statement.renderings.filter(({ rendering }) => !rendering.includes('/totals'));
  const files = rendered.map(({ sha256 }) => gone(sha256));
  const at = fileToday(erased, statement.disclosures);
  const sealed = at === null ? null : await ports.sealedFiles.get(state.book, at);
  if (at === null || sealed === null) return files;
  const all = readDisclosuresText(decoder.decode(sealed)).flatMap((text) => parseDisclosure(text) ?? []);
  const numbers = await numbersOf(ports, state, developer, statement.computation, all);
  const left = all.filter((one) => !isOf(numbers, one));
  if (left.length === all.length) return files.filter((_, i) => isWorkbook(rendered[i]!.rendering));
  if (left.length === 0) return [...files, gone(at)];
  const bytes = new TextEncoder().encode(disclosuresText(left));
  const replacedBy = toHex(ports.primitives.sha256(bytes));
  // Before the fact: a crash between leaves a sealed file that no fact names.
  await ports.sealedFiles.put(state.book, replacedBy, bytes);
  return [...files, { what: 'file', sha256: at, replacedBy }];
}

const once = (lines: readonly ErasedLine[]): ErasedLine[] => [
  ...new Map(lines.map((line) => [line.what === 'file' ? line.sha256 : line.root, line])).values(),
];

/**
 * Reads the whole book. What is listed may be gone afterwards, and nothing else.
 * @param today in Paris
 */
export async function listToErase(
  ports: ListPorts,
  state: BookState,
  developer: string,
  today: Day,
): Promise<readonly ErasedLine[]> {
  const posted = await monthsDeclared(state, developer);
  const statements = await statementsTouching(state, posted);
  const numbers = await statementsOver(state, statements, today);
  const hers = await factsOfHers(ports, state.book, developer, numbers);
  const rendered = await inTurn(statements, (statement) => statementFiles(ports, state, developer, statement));
  const views = (await state.list('prepared')).map(({ value }) => value as unknown as PreparedView);
  const prepared = await inTurn(views, async ({ period, computation }) => {
    if (!posted.some((one) => overlap(one, period))) return [];
    const content = await ports.sealedFiles.get(state.book, computation);
    if (content === null || !decoder.decode(content).includes(JSON.stringify(developer))) return [];
    const root = evidenceRootIn(content);
    return root === null ? [gone(computation)] : [gone(computation), gone(root)];
  });
  return once([
    ...hers.flatMap(({ lines }) => lines),
    ...(await originalsOf(state, hers, today)),
    ...(await choicesOf(ports, state, developer, today)),
    ...(await unpostedOfHers(ports, state, developer)).map(gone),
    ...prepared.flat(),
    ...rendered.flat(),
  ]);
}
