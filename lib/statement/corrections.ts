// What changed in the books of a company since a workbook of the same fiscal year was last exported: the words, and what each level may see of it.
import type { Bilingual } from '../model/text.ts';
import type { ViewLevel } from './sd-jwt.ts';

/** Kinds of facts that move time, or what may be counted of it. */
export const correctionActs = {
  'timesheet-posted': { fr: 'feuille de temps reçue', en: 'timesheet posted' },
  'timesheet-undone': { fr: 'feuille de temps annulée', en: 'timesheet undone' },
  'correction-posted': { fr: 'régularisation', en: 'correction' },
  'months-checked': { fr: 'mois vérifié par la personne', en: 'month checked by the person' },
  'contributions-confirmed': { fr: 'confirmé par la fondation', en: 'confirmed by the foundation' },
  'contributions-disputed': { fr: 'contesté par la fondation', en: 'disputed by the foundation' },
  'confirmation-withdrawn': { fr: 'réponse reprise par la fondation', en: 'answer withdrawn by the foundation' },
} as const satisfies Record<string, Bilingual>;
export type CorrectionAct = keyof typeof correctionActs;

/** Kinds of facts that can move amounts, and name no month. */
export const otherActs = {
  'secondment-agreed': { fr: 'mise à disposition convenue', en: 'secondment agreed' },
  'secondment-ended': { fr: 'mise à disposition terminée', en: 'secondment ended' },
  'pay-recorded': { fr: 'paie enregistrée', en: 'pay recorded' },
  'subsidy-declared': { fr: 'aide ou remboursement déclaré', en: 'aid or reimbursement declared' },
  'work-ordered': { fr: 'ordre de travailler un jour de repos', en: 'order to work on a day off' },
  'time-claimed-elsewhere': { fr: 'temps valorisé ailleurs', en: 'time claimed elsewhere' },
  'fiscal-year-declared': { fr: 'exercice déclaré', en: 'fiscal year declared' },
  'payroll-tied': { fr: 'coût rattaché à la paie', en: 'cost tied to payroll' },
  'return-declared': { fr: 'déclaration fiscale indiquée', en: 'tax return stated' },
  'year-answered': { fr: 'réponse de l’entreprise', en: 'answer of the company' },
  'statement-issued': { fr: 'état émis', en: 'statement issued' },
  'statement-revoked': { fr: 'état révoqué', en: 'statement revoked' },
} as const satisfies Record<string, Bilingual>;
export type OtherAct = keyof typeof otherActs;

/** Does the statement rest on it: was it in the books that were read when it was prepared? */
export type Included = 'yes' | 'no' | 'partly';

interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/** One person on one project in one month, in one unit: what stood then, what stands now, and what was done between. */
export interface CorrectedMonth {
  /** Her number on this statement; null for somebody who is not on it, and where no person is shown. */
  readonly person: number | null;
  readonly project: string;
  readonly month: string;
  readonly unit: 'minutes' | 'halfDays';
  readonly declared: BeforeAfter;
  /** Under the registry of now on both sides. */
  readonly counted: BeforeAfter;
  /** In the order of the book. */
  readonly acts: readonly { readonly kind: CorrectionAct; readonly at: string; readonly reason: string | null }[];
  readonly included: Included;
}

export interface Corrections {
  /** The last export of this company and fiscal year; before the first, the heads that the statement rests on. */
  readonly since: { readonly kind: 'export' | 'closing'; readonly number: string; readonly at: string };
  /** Instant of the last fact read. */
  readonly upTo: string;
  /** In order of project, month, person, unit. */
  readonly months: readonly CorrectedMonth[];
  readonly others: readonly {
    readonly kind: OtherAct;
    readonly at: string;
    /** Of the statement that it is about. */
    readonly number: string | null;
    readonly included: Included;
  }[];
}

const both = (a: Included, b: Included): Included => (a === b ? a : 'partly');

function together(months: readonly CorrectedMonth[]): CorrectedMonth {
  const sum = (of: (month: CorrectedMonth) => number): number => months.reduce((total, month) => total + of(month), 0);
  const acts = months.flatMap(({ acts: own }) => own).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const distinct = new Map(acts.map(({ kind, at }) => [`${kind} ${at}`, { kind, at, reason: null }]));
  return {
    ...months[0]!,
    person: null,
    declared: { before: sum(({ declared }) => declared.before), after: sum(({ declared }) => declared.after) },
    counted: { before: sum(({ counted }) => counted.before), after: sum(({ counted }) => counted.after) },
    acts: [...distinct.values()],
    included: months.map(({ included }) => included).reduce(both),
  };
}

/** At level `totals` nobody is told apart: what stands is a project's month. */
export function correctionsAt(level: ViewLevel, corrections: Corrections): Corrections {
  if (level !== 'totals') return corrections;
  const byMonth = Map.groupBy(corrections.months, ({ project, month, unit }) => `${project} ${month} ${unit}`);
  return { ...corrections, months: [...byMonth.values()].map(together) };
}
