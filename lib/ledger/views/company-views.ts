// The views of a company's book: what it is, whom it lends, what was posted, checked, confirmed, paid, stated.
import type { CompletionRow } from '../../model/completion.ts';
import type { AnyFact } from '../fact.ts';
import type { BatchRef, FactData } from '../kinds.ts';
import { change, made, type RowsBehind, seqName, set, type ViewChange } from './view-change.ts';

/** When a fact was written and by whom. */
export interface Written {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

/** `profile`: every version of what the company says of itself, oldest first. */
export type ProfileView = readonly (FactData<'company-enrolled'> & Written)[];
/** `secondments/<secondment>` */
export type SecondmentView = FactData<'secondment-agreed'> & Written & { readonly endedOn: string | null };

/** `postings/<seq>`: a timesheet or a correction. */
export interface PostingView extends Written {
  readonly kind: 'timesheet' | 'correction';
  /** The file's SHA-256 and year; null for a correction. */
  readonly file: string | null;
  readonly year: number | null;
  readonly format: string | null;
  /** First and last day of a timesheet; null for a correction. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly accepted: readonly string[];
  /** SHA-256 of the choices it was read with; null for none. */
  readonly choices: string | null;
  readonly leftOut: number;
  readonly reasons: BatchRef | null;
  readonly unexplained: readonly string[];
  readonly minutes: number;
  readonly halfDays: number;
  readonly batch: BatchRef;
  /** The fact that took it back. */
  readonly undone: Written | null;
}

/** `files/<SHA-256>`: every time the file was posted, and every time that was undone. */
export type FileView = readonly number[];

/** Where a row is: the fact, and its leaf in the fact's batch. */
export interface RowPlace {
  readonly seq: number;
  readonly leaf: number;
}

/** `months/<YYYY-MM>/<developer>`: what was said about one developer's month, by the facts that said it. */
export interface MonthView {
  /** Of `postings`. */
  readonly postings: readonly number[];
  readonly checks: readonly RowPlace[];
  readonly answers: readonly RowPlace[];
  /** Causes of answers taken back. */
  readonly withdrawn: readonly string[];
  /** The latest `evidence-recorded` with rows of this month. */
  readonly evidence: number | null;
}
const emptyMonth: MonthView = { postings: [], checks: [], answers: [], withdrawn: [], evidence: null };

/** `complete/<YYYY-MM>/<developer>`: the last word on whether all her time of the month is declared, and every one before it; none: open. */
export type CompleteView = Written & { readonly complete: boolean; readonly acts: readonly RowPlace[] };

/** `evidence/<seq>`, `pay/<seq>`, `subsidies/<seq>`, `orders/<seq>`, `claimed/<seq>`, `checks/<seq>`, `answers/<seq>`, `completions/<seq>`: where a fact's rows are. */
export type BatchView = Written & { readonly batch: BatchRef };
/** `fiscal-years/<first day>..<last day>`: the last word on one fiscal year. */
export type FiscalYearView = FactData<'fiscal-year-declared'> & Written;
/** `payroll-ties/<first day>..<last day>`: the last word on one fiscal year; its row has run, digest and total. */
export type PayrollTieView = FactData<'payroll-tied'> & Written;
/** `returns/<first day>..<last day>/<scheme>` */
export type ReturnView = FactData<'return-declared'> & Written;
/** `year-answers/<first day>..<last day>/<question>` */
export type YearAnswerView = FactData<'year-answered'> & Written;
/** `staff-informed/<step>`: of the company, whatever the year. */
export type StaffInformedView = FactData<'staff-informed'> & Written;
/** `evidence/<seq>` */
export type EvidenceView = FactData<'evidence-recorded'> & Written;
/** `prepared/<seq>` */
export type PreparedView = FactData<'statement-prepared'> & Written;
/** `statements/<number>` */
export type StatementView = FactData<'statement-issued'> &
  Written & {
    readonly state: 'issued' | 'superseded' | 'revoked';
    readonly replacedBy: string | null;
    readonly renderings: readonly { readonly rendering: string; readonly sha256: string }[];
  };
/** `erasures/<developer>` */
export type ErasureView = FactData<'erasure'> & Written;
/** `erasures-asked/<developer>`: the last word; what was asked before stays in the book. */
export type ErasureAskedView = FactData<'erasure-asked'> & Written;
/** `links/<link>` */
export type LinkView = FactData<'link-issued'> & Written & { readonly revoked: boolean };

/** How views name a fiscal year. */
export const yearName = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from}..${to}`;

/** `notes/<note>`: an auditor's question, and every answer to it in order. */
export type NoteView = FactData<'note-left'> & Written & { readonly answers: readonly BatchView[] };

const monthName = (group: string): string => {
  const [developer, month] = group.split(' ');
  return `months/${month}/${developer}`;
};

const inMonths = (groups: readonly string[], apply: (old: MonthView) => MonthView): ViewChange[] => [
  ...groups.map((group) => change(monthName(group), emptyMonth, apply)),
  ...[...new Set(groups.map((group) => group.split(' ')[1]))].map((month) => set(`month-names/${month}`, true)),
];

async function rowsInMonths(
  fact: { readonly seq: number },
  batch: BatchRef,
  behind: RowsBehind,
  member: 'checks' | 'answers',
): Promise<ViewChange[]> {
  const changes: ViewChange[] = [];
  for (const { leaf, row } of await behind.rows(batch)) {
    if (row === null) continue;
    const { developer, month, cause } = row as { developer: string; month: string; cause: string };
    const place = { seq: fact.seq, leaf };
    changes.push(
      change(`months/${month}/${developer}`, emptyMonth, (old) => ({ ...old, [member]: [...old[member], place] })),
      made(`causes/${cause}`, fact.seq),
    );
  }
  return changes;
}

/** @returns what this fact changes, in order */
export async function companyViews(fact: AnyFact, behind: RowsBehind): Promise<readonly ViewChange[]> {
  const { seq, at, by } = fact;
  const written: Written = { seq, at, by };
  const name = seqName(seq);
  switch (fact.kind) {
    case 'company-enrolled':
      return [change<ProfileView>('profile', [], (old) => [...old, { ...fact.data, ...written }])];
    case 'developer-enrolled':
      return [set(`developers/${fact.data.developer}`, { ...fact.data, ...written })];
    case 'secondment-agreed':
      return [set(`secondments/${fact.data.secondment}`, { ...fact.data, ...written, endedOn: null })];
    case 'secondment-ended':
      return [
        change(`secondments/${fact.data.secondment}`, null as SecondmentView | null, (old) =>
          old === null ? null : { ...old, endedOn: fact.data.on },
        ),
      ];
    case 'timesheet-posted':
    case 'correction-posted': {
      const { minutes, halfDays, batch } = fact.data;
      const sheet = fact.kind === 'timesheet-posted' ? fact.data : null;
      const posting: PostingView = {
        ...written,
        kind: sheet === null ? 'correction' : 'timesheet',
        file: sheet?.file ?? null,
        year: sheet?.year ?? null,
        format: sheet?.format ?? null,
        period: sheet?.period ?? null,
        accepted: sheet?.accepted ?? [],
        choices: sheet?.choices ?? null,
        leftOut: sheet?.leftOut ?? 0,
        reasons: sheet?.reasons ?? null,
        unexplained: sheet?.unexplained ?? [],
        minutes,
        halfDays,
        batch,
        undone: null,
      };
      const groups = await behind.groups(batch);
      return [
        made(`postings/${name}`, posting),
        ...(sheet === null ? [] : [change<FileView>(`files/${sheet.file}`, [], (old) => [...old, seq])]),
        ...inMonths(groups, (old) => ({ ...old, postings: [...old.postings, seq] })),
      ];
    }
    case 'timesheet-undone':
      return [
        change(`postings/${seqName(fact.data.timesheet)}`, null as PostingView | null, (old) =>
          old === null ? null : { ...old, undone: written },
        ),
        change<FileView>(`files/${fact.data.file}`, [], (old) => [...old, seq]),
      ];
    case 'pay-recorded':
      return [made(`pay/${name}`, { ...written, batch: fact.data.batch })];
    case 'subsidy-declared':
      return [made(`subsidies/${name}`, { ...written, batch: fact.data.batch })];
    case 'work-ordered':
      return [made(`orders/${name}`, { ...written, batch: fact.data.batch })];
    case 'time-claimed-elsewhere':
      return [made(`claimed/${name}`, { ...written, batch: fact.data.batch })];
    case 'fiscal-year-declared':
      return [set(`fiscal-years/${yearName(fact.data.period)}`, { ...fact.data, ...written })];
    case 'payroll-tied':
      return [set(`payroll-ties/${yearName(fact.data.period)}`, { ...fact.data, ...written })];
    case 'return-declared':
      return [set(`returns/${yearName(fact.data.period)}/${fact.data.scheme}`, { ...fact.data, ...written })];
    case 'year-answered':
      return [set(`year-answers/${yearName(fact.data.period)}/${fact.data.question}`, { ...fact.data, ...written })];
    case 'staff-informed':
      return [set(`staff-informed/${fact.data.step}`, { ...fact.data, ...written })];
    case 'evidence-recorded':
      return [
        made(`evidence/${name}`, { ...fact.data, ...written }),
        ...inMonths(await behind.groups(fact.data.batch), (old) => ({ ...old, evidence: seq })),
      ];
    case 'months-checked':
      return [
        made(`checks/${name}`, { ...written, batch: fact.data.batch }),
        ...(await rowsInMonths(fact, fact.data.batch, behind, 'checks')),
      ];
    case 'months-completed': {
      const { batch } = fact.data;
      const rows = await behind.rows(batch);
      return [
        made(`completions/${name}`, { ...written, batch }),
        ...rows.flatMap(({ leaf, row }) => {
          if (row === null) return [];
          const { developer, month, complete } = row as unknown as CompletionRow;
          return change(`complete/${month}/${developer}`, null as CompleteView | null, (old) => ({
            ...written,
            complete,
            acts: [...(old?.acts ?? []), { seq, leaf }],
          }));
        }),
      ];
    }
    case 'contributions-confirmed':
    case 'contributions-disputed':
      return [
        made(`answers/${name}`, { ...written, batch: fact.data.batch }),
        ...(await rowsInMonths(fact, fact.data.batch, behind, 'answers')),
      ];
    case 'confirmation-withdrawn': {
      const { developer, month, cause } = fact.data;
      return [
        change(`months/${month}/${developer}`, emptyMonth, (old) => ({ ...old, withdrawn: [...old.withdrawn, cause] })),
      ];
    }
    case 'statement-prepared':
      return [made(`prepared/${name}`, { ...fact.data, ...written })];
    case 'statement-issued': {
      const { number, supersedes } = fact.data;
      const issued = { ...fact.data, ...written, state: 'issued', replacedBy: null, renderings: [] };
      const replaced = (old: StatementView | null): StatementView | null =>
        old === null ? null : { ...old, state: 'superseded' as const, replacedBy: number };
      return [
        made(`statements/${number}`, issued),
        ...(supersedes === null ? [] : [change(`statements/${supersedes}`, null as StatementView | null, replaced)]),
      ];
    }
    case 'statement-revoked':
      return [
        change(`statements/${fact.data.number}`, null as StatementView | null, (old) =>
          old === null ? null : { ...old, state: 'revoked' as const },
        ),
      ];
    case 'rendering-stored': {
      const { number, rendering, sha256 } = fact.data;
      return [
        change(`statements/${number}`, null as StatementView | null, (old) =>
          old === null ? null : { ...old, renderings: [...old.renderings, { rendering, sha256 }] },
        ),
      ];
    }
    case 'erasure-asked':
      return [set(`erasures-asked/${fact.data.developer}`, { ...fact.data, ...written } satisfies ErasureAskedView)];
    case 'erasure':
      return [set(`erasures/${fact.data.developer}`, { ...fact.data, ...written } satisfies ErasureView)];
    case 'link-issued':
      return [set(`links/${fact.data.link}`, { ...fact.data, ...written, revoked: false })];
    case 'link-revoked':
      return [
        change(`links/${fact.data.link}`, null as LinkView | null, (old) =>
          old === null ? null : { ...old, revoked: true },
        ),
      ];
    case 'note-left':
      return [set(`notes/${fact.data.note}`, { ...fact.data, ...written, answers: [] })];
    case 'note-answered': {
      const { note, batch } = fact.data;
      return [
        change(`notes/${note}`, null as NoteView | null, (old) =>
          old === null ? null : { ...old, answers: [...old.answers, { ...written, batch }] },
        ),
      ];
    }
    default:
      return [];
  }
}
