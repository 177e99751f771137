// HR's page of one person's month: the lines that stand, what was corrected and why, and whether all of it is declared.
import type { BatchView, CompleteView, MonthView, PostingView } from '../ledger/views/company-views.ts';
import { seqName } from '../ledger/views/view-change.ts';
import { addDays, type Month, monthOf } from '../model/calendar.ts';
import type { CompletionRow } from '../model/completion.ts';
import { lastDay } from '../rules/refusals/secondment.ts';
import { inTurn, readGroup, readRow } from './batches.ts';
import { type BookPorts, type BookState, readBook } from './book-state.ts';
import { type CorrectionRow, standingAmount, timeOf, wholeMonth } from './declared-time.ts';
import { entriesSeen, shownParts } from './entries-seen.ts';
import { sourceOf } from './entry-source.ts';
import { companyName, personName } from './names.ts';
import { companyBook, type DirectoryPorts, findDeveloper, registryBook } from './people.ts';
import { completionOf, requireEnrolled } from './seconded.ts';
import { projectsOf, secondmentsOf } from './statement-sources.ts';

type MonthPorts = BookPorts & DirectoryPorts;

interface Asked {
  readonly company: string;
  readonly month: Month;
  /** One of its developers, by her alias. */
  readonly developer: string;
}

/** Corrections of her month, whichever way they go, newest first. */
async function correctionsMade(ports: MonthPorts, state: BookState, { month, developer }: Asked) {
  const view = (await state.get(`months/${month}/${developer}`)) as unknown as MonthView | null;
  const made = await inTurn(view?.postings ?? [], async (seq) => {
    const posting = (await state.get(`postings/${seqName(seq)}`)) as unknown as PostingView;
    if (posting.kind !== 'correction') return [];
    const rows = await readGroup(ports, state.book, posting.batch, `${developer} ${month}`);
    return inTurn(
      rows.filter(({ row }) => row !== null),
      async ({ leaf, row }) => {
        const { day, project, unit, amount, reason } = row as unknown as CorrectionRow;
        return {
          ...{ entry: `${posting.batch.root}:${leaf}`, day, project, delta: { unit, amount }, reason },
          by: await personName(ports, posting.by),
          at: posting.at,
        };
      },
    );
  });
  return made.flat().reverse();
}

/** Every word on whether the month is complete, newest first. */
async function actsOn(ports: MonthPorts, state: BookState, view: CompleteView | null) {
  const acts = await inTurn(view?.acts ?? [], async ({ seq, leaf }) => {
    const { batch, by, at } = (await state.get(`completions/${seqName(seq)}`)) as unknown as BatchView;
    const row = (await readRow(ports, state.book, batch, leaf)) as unknown as CompletionRow | null;
    return row === null
      ? []
      : [
          {
            act: row.complete ? ('completed' as const) : ('reopened' as const),
            by: await personName(ports, by),
            at,
            reason: row.reason,
          },
        ];
  });
  return acts.flat().reverse();
}

/** @throws Refusal `unknown-company`, `unknown-developer` */
export async function showHrMonth(ports: MonthPorts, asked: Asked) {
  const { company, month, developer } = asked;
  const state = await readBook(ports, companyBook(company));
  const registry = await readBook(ports, registryBook);
  await requireEnrolled(state, developer);
  const known = await findDeveloper(ports, company, developer);
  const period = wholeMonth(month);
  const seen = await entriesSeen(ports, company, { company: state, registry }, period, developer);
  const standing = seen.entries
    .filter(({ declared }) => standingAmount(declared) > 0)
    .sort((a, b) => (a.declared.day < b.declared.day ? -1 : a.declared.day > b.declared.day ? 1 : 0));
  const completion = await completionOf(state, month, developer);
  const projects = await projectsOf(registry);
  const nameOf = (id: string): string => projects.find((project) => project.id === id)?.name ?? id;
  const own = (await secondmentsOf(state)).filter(
    (one) => one.developer === developer && one.from <= period.to && (lastDay(one) ?? period.to) >= period.from,
  );
  const made = await correctionsMade(ports, state, asked);
  const ids = new Set([...own.flatMap((one) => one.projects), ...standing.map(({ declared }) => declared.project)]);
  const units = new Set([...own.map(({ unit }) => unit), ...standing.map(({ declared }) => declared.unit)]);
  return {
    company: await companyName(ports, company),
    month,
    previous: monthOf(addDays(period.from, -1)),
    next: monthOf(addDays(period.to, 1)),
    developer: { id: developer, name: known?.name ?? developer },
    declared: timeOf(standing.map(({ declared }) => declared)),
    state:
      completion?.complete === true
        ? ('complete' as const)
        : standing.length === 0
          ? ('nothing' as const)
          : ('open' as const),
    // What a correction added is told with its reason, below.
    lines: await inTurn(
      standing.filter(({ declared }) => declared.file !== null),
      async (one) => {
        const { entry, day, project, unit, amount, posting } = one.declared;
        return {
          ...{ entry, day, project: nameOf(project), time: { unit, amount } },
          source: await sourceOf(ports, company, one.declared),
          timesheet: String(posting),
          lateDays: one.lateDays,
          parts: shownParts(one, seen.notAssessed),
          contested: one.check?.answer === 'contested' ? (one.check.comment ?? '') : null,
        };
      },
    ),
    corrections: made.map((correction) => ({ ...correction, project: nameOf(correction.project) })),
    acts: await actsOn(ports, state, completion),
    projects: [...ids].sort().map((id) => ({ id, name: nameOf(id) })),
    units: [...units].sort(),
  };
}
