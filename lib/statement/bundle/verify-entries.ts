// The rows behind a statement set beside it: their roots, and every sum of its lines, months, pay and contributions that they give.

import type { Sha256 } from '../../model/hashing.ts';
import type { Made } from '../checked.ts';
import type { LineDisclosure, NameDisclosure, StatementPayload, TimeByState } from '../payload.ts';
import { problem, type VerificationProblem } from '../problem.ts';
import type { Disclosed } from '../read-disclosures.ts';
import { isOwnDigest, readConfirmations, type StatedConfirmationRow } from './confirmation-rows.ts';
import { contributionLines } from './contribution-rows.ts';
import { idsRoot, isCounted, type ReadEntries, type ReadEntryRow, readEntries } from './entry-rows.ts';
import { linesOf } from './text-lines.ts';

type Sums = Map<string, number>;

const add = (sums: Sums, name: string, amount: number): void => {
  if (amount !== 0) sums.set(name, (sums.get(name) ?? 0) + amount);
};

/** Every figure of stated time under a name of its own. */
function statedSums(time: TimeByState): Sums {
  const sums: Sums = new Map();
  for (const unit of ['minutes', 'halfDays'] as const) {
    const amounts = time[unit];
    if (amounts === undefined) continue;
    add(sums, `${unit}.counted.agrees`, amounts.counted.agrees);
    add(sums, `${unit}.counted.partly`, amounts.counted.partly);
    add(sums, `${unit}.counted.noTrace`, amounts.counted.noTrace);
    add(sums, `${unit}.awaiting`, amounts.awaiting);
    add(sums, `${unit}.withdrawn`, amounts.withdrawn);
    for (const refused of time.refused)
      add(sums, `${unit}.refused.${refused.code}.${refused.ground}`, refused[unit] ?? 0);
  }
  return sums;
}

const unitOf = ({ unit }: Pick<ReadEntryRow, 'unit'>): 'minutes' | 'halfDays' =>
  unit === 'minute' ? 'minutes' : 'halfDays';

function rowSums(rows: readonly ReadEntryRow[]): Sums {
  const sums: Sums = new Map();
  for (const row of rows) {
    for (const { state, code, ground, trace, amount } of row.parts) {
      const place =
        state === 'counted' ? `counted.${trace}` : state === 'refused' ? `refused.${code}.${ground}` : state;
      add(sums, `${unitOf(row)}.${place}`, amount);
    }
  }
  return sums;
}

const areSame = (a: Sums, b: Sums): boolean =>
  a.size === b.size && [...a].every(([name, amount]) => b.get(name) === amount);

/** @returns the places of lines and months whose rows do not add up to them */
function lineFlaws(rows: readonly ReadEntryRow[], lines: readonly LineDisclosure[]): string[] {
  const keyOf = (person: number, project: string, month: string): string => `${person} ${project} ${month}`;
  const ofMonth = Map.groupBy(rows, ({ person, project, month }) => keyOf(person, project, month));
  const stated = lines.flatMap(({ person, project, months }, i) =>
    months.map((each) => ({
      key: keyOf(person, project, each.month),
      where: `line-${i + 1} ${each.month}`,
      time: each,
    })),
  );
  const known = new Set(stated.map(({ key }) => key));
  return [
    ...stated
      .filter(({ key, time }) => !areSame(statedSums(time), rowSums(ofMonth.get(key) ?? [])))
      .map(({ where }) => where),
    ...[...ofMonth.keys()].filter((key) => !known.has(key)),
  ];
}

/** Time counted over each pay is the counted time of the rows of its days. */
function payFlaws(rows: readonly ReadEntryRow[], names: readonly NameDisclosure[]): string[] {
  const ofPerson = Map.groupBy(rows, ({ person }) => person);
  return names.flatMap(({ pay }, i) =>
    pay.flatMap(({ timeBase, counted }) =>
      counted.flatMap(({ from, to, amount }) => {
        const own = (ofPerson.get(i + 1) ?? []).filter(
          ({ unit, source }) => unit === timeBase?.unit && source !== null && from <= source.day && source.day <= to,
        );
        const found = own.flatMap(({ parts }) => parts.filter(({ state }) => state === 'counted'));
        const sum = found.reduce((total, part) => total + part.amount, 0);
        return sum === amount ? [] : [`name-${i + 1}.pay ${from}..${to}: ${amount} ≠ ${sum}`];
      }),
    ),
  );
}

const idsOf = (rows: readonly ReadEntryRow[]): string[] =>
  rows.filter(isCounted).flatMap(({ source }) => source?.contributions ?? []);
/** `<repository>#<kind>#<sha>…` → the commit id. */
const shaOf = (id: string): string => id.split('#')[2] ?? '';

/** The roots of contributions, of the statement and each project, and the commits named beside each person. */
function contributionFlaws(
  sha256: Sha256,
  payload: StatementPayload,
  rows: readonly ReadEntryRow[],
  names: readonly NameDisclosure[],
): string[] {
  const ofProject = Map.groupBy(rows, ({ project }) => project);
  const ofPerson = Map.groupBy(rows, ({ person }) => person);
  const isRoot = (of: readonly ReadEntryRow[], { root, count }: { root: string; count?: number }): boolean => {
    const found = idsRoot(sha256, idsOf(of));
    return found.root === root && (count === undefined || found.count === count);
  };
  const shas = (of: readonly ReadEntryRow[]): string => [...new Set(idsOf(of).map(shaOf))].sort().join();
  return [
    ...(isRoot(rows, { root: payload.evidence.contributionsRoot }) ? [] : ['evidence.contributionsRoot']),
    ...payload.projects.flatMap(({ id, contributions }, i) =>
      isRoot(ofProject.get(id) ?? [], contributions) ? [] : [`projects[${i}].contributions`],
    ),
    ...names.flatMap((name, i) =>
      shas(ofPerson.get(i + 1) ?? []) === name.contributions.join() ? [] : [`name-${i + 1}.contributions`],
    ),
  ];
}

/** Each answer that the statement names is there with what it says; each row that names an answer is among its entries. */
function confirmationFlaws(
  sha256: Sha256,
  payload: StatementPayload,
  rows: readonly ReadEntryRow[],
  answers: readonly StatedConfirmationRow[],
): string[] {
  const byDigest = new Map(answers.map((answer) => [answer.digest, { answer, entries: new Set(answer.entries) }]));
  const stated = payload.projects.flatMap(({ id, confirmations }) =>
    confirmations.map(({ digest, signatory }) => ({ digest, signatory, project: id })),
  );
  const missing = stated.filter(({ digest, signatory, project }) => {
    const intent = byDigest.get(digest)?.answer.intent;
    return intent === undefined || intent.actor !== signatory || intent.on.project !== project;
  });
  const alone = rows.filter(({ source, person, project }) => {
    if (source === null || source.confirmation === null) return false;
    const found = byDigest.get(source.confirmation);
    const isIts = found?.answer.person === person && found.answer.intent.on.project === project;
    return !isIts || !found.entries.has(source.entry);
  });
  return [
    ...answers.filter((answer) => !isOwnDigest(sha256, answer)).map(({ digest }) => digest),
    ...missing.map(({ digest }) => digest),
    ...alone.map(({ source }) => source!.entry),
  ];
}

/** The first three say where to look. */
const told = (
  code: 'entries-wrong' | 'contributions-wrong' | 'confirmations-wrong',
  flaws: readonly string[],
): VerificationProblem[] => {
  if (flaws.length === 0) return [];
  return [problem(code, flaws.length > 3 ? `${flaws.slice(0, 3).join(', ')}…` : flaws.join(', '))];
};

type RowsWrong = 'entries-wrong' | 'confirmations-wrong' | 'registry-wrong';

/** @param line from 1 */
export const lineWrong = (code: RowsWrong, line: number): VerificationProblem =>
  problem(code, `ligne ${line}`, `line ${line}`);

/** @returns what the file holds, or the problem with the first line that does not read */
export function readIn<Read extends object>(
  code: RowsWrong,
  file: Uint8Array,
  read: (lines: readonly string[]) => Read | number,
): Read | VerificationProblem {
  const lines = linesOf(file);
  if (lines === null) return problem(code, 'ce n’est pas du texte UTF-8 par lignes', 'it is no UTF-8 text in lines');
  const found = read(lines);
  return typeof found === 'number' ? lineWrong(code, found) : found;
}

/** @returns the rows of entries.jsonl, or the problem with them */
function entriesIn(sha256: Sha256, payload: StatementPayload, file: Uint8Array): ReadEntries | VerificationProblem {
  const read = readIn('entries-wrong', file, (lines) => readEntries(sha256, lines));
  if ('code' in read || read.root === payload.evidence.entriesRoot) return read;
  return problem('entries-wrong', 'evidence.entriesRoot');
}

/** Sums of pay, contributions and answers need the people’s names and the source of every row: at `names`, and where none was erased. */
function sourceProblems(
  sha256: Sha256,
  payload: StatementPayload,
  rows: readonly ReadEntryRow[],
  names: readonly NameDisclosure[],
  files: ReadonlyMap<string, Uint8Array>,
): VerificationProblem[] {
  const contributions = files.get('contributions.jsonl');
  const confirmations = files.get('confirmations.jsonl');
  const answers = confirmations ? readIn('confirmations-wrong', confirmations, readConfirmations) : null;
  const isOwn = (file: Uint8Array): boolean => linesOf(file)?.join('\n') === contributionLines(rows).join('\n');
  return [
    ...told('entries-wrong', payFlaws(rows, names)),
    ...(contributions === undefined
      ? []
      : told('contributions-wrong', [
          ...(isOwn(contributions) ? [] : ['entries.jsonl']),
          ...contributionFlaws(sha256, payload, rows, names),
        ])),
    ...(answers === null
      ? []
      : 'code' in answers
        ? [answers]
        : told('confirmations-wrong', confirmationFlaws(sha256, payload, rows, answers))),
  ];
}

/**
 * @param files those of entries.jsonl, contributions.jsonl and confirmations.jsonl that are at hand
 * @returns what does not come out again, and what was looked at: a list of contributions or answers that nothing could be set beside is left
 */
export function evidenceFound(
  sha256: Sha256,
  payload: StatementPayload,
  { lines, names }: Disclosed,
  files: ReadonlyMap<string, Uint8Array>,
): { readonly problems: readonly VerificationProblem[]; readonly made: readonly Made[] } {
  const made = (areLeft: boolean): Made[] =>
    (['entries', 'contributions', 'confirmations'] as const)
      .filter((check) => files.has(`${check}.jsonl`))
      .map((check) => ({ check, file: `${check}.jsonl`, left: areLeft && check !== 'entries' }));
  const file = files.get('entries.jsonl');
  if (file === undefined) return { problems: [], made: made(true) };
  const read = entriesIn(sha256, payload, file);
  if ('code' in read) return { problems: [read], made: made(true) };
  const { rows } = read;
  const ofLines = lines === null ? [] : told('entries-wrong', lineFlaws(rows, lines));
  if (names === null || rows.some(({ source }) => source === null)) return { problems: ofLines, made: made(true) };
  return { problems: [...ofLines, ...sourceProblems(sha256, payload, rows, names, files)], made: made(false) };
}
