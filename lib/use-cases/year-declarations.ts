// What a company has declared of a fiscal year beside its time and its pay, as it holds now.
import {
  type PayrollTieView,
  type ReturnView,
  type StaffInformedView,
  type YearAnswerView,
  yearName,
} from '../ledger/views/company-views.ts';
import { type Day, type Period, parisDayOf } from '../model/calendar.ts';
import type { EnteredReturn, PayrollRun, StaffInformed, YearAnswer, YearQuestion } from '../model/year-declarations.ts';
import type { StatementPayload } from '../statement/payload.ts';
import { type ReadingPorts, readRows } from './batches.ts';
import type { BookState } from './book-state.ts';

/** Said on this day (Paris). */
type SaidOn<T> = T & { readonly saidOn: Day };

const saidOn = ({ at }: { readonly at: string }): Day => parisDayOf(Date.parse(at));

/** @returns null where it was not tied, or the row was erased */
export async function payrollOf(
  ports: ReadingPorts,
  company: BookState,
  period: Period,
): Promise<SaidOn<PayrollRun> | null> {
  const view = (await company.get(`payroll-ties/${yearName(period)}`)) as unknown as PayrollTieView | null;
  if (view === null) return null;
  const row = (await readRows(ports, company.book, view.batch))[0]?.row ?? null;
  return row === null ? null : { ...(row as unknown as PayrollRun), saidOn: saidOn(view) };
}

/** @returns null: nothing was said; `entered` null: it was said that it is in no return yet */
export async function returnOf(
  company: BookState,
  period: Period,
  scheme: string,
): Promise<SaidOn<{ readonly entered: EnteredReturn | null }> | null> {
  const view = (await company.get(`returns/${yearName(period)}/${scheme}`)) as unknown as ReturnView | null;
  return view === null ? null : { entered: view.entered, saidOn: saidOn(view) };
}

/** @returns null where the company was not asked yet */
export async function answerTo(
  company: BookState,
  period: Period,
  question: YearQuestion,
): Promise<SaidOn<YearAnswer> | null> {
  const name = `year-answers/${yearName(period)}/${question}`;
  const view = (await company.get(name)) as unknown as YearAnswerView | null;
  if (view === null) return null;
  const { answer, minutes, halfDays, cents } = view;
  return { answer, minutes, halfDays, cents, saidOn: saidOn(view) };
}

export async function informedOf(
  company: BookState,
  step: StaffInformed['step'],
): Promise<SaidOn<StaffInformed> | null> {
  const view = (await company.get(`staff-informed/${step}`)) as unknown as StaffInformedView | null;
  return view === null ? null : { step, on: view.on, reason: view.reason, saidOn: saidOn(view) };
}

/** As a statement says it: the tie of its cost to a payroll. */
export async function statedPayroll(
  ports: ReadingPorts,
  company: BookState,
  period: Period,
): Promise<NonNullable<StatementPayload['cost']>['payroll']> {
  const tie = await payrollOf(ports, company, period);
  if (tie === null) return 'not-tied';
  return { period: tie.run, digest: tie.digest, totalCents: tie.totalCents, on: tie.saidOn };
}

/** As a statement says it: the return in which the amount of its scheme was entered. */
export async function statedFiling(
  company: BookState,
  period: Period,
  scheme: string,
): Promise<NonNullable<StatementPayload['filing']>> {
  const said = await returnOf(company, period, scheme);
  return said === null || said.entered === null ? 'not-filed' : { ...said.entered, on: said.saidOn };
}

/** What the company declared besides, without the aid, which has amounts of its own. */
export type StatedAnswers = Omit<StatementPayload['declared'], 'otherAid'>;

/** As a statement says it; a question that was never answered is `not-asked`, never a no. */
export async function statedAnswers(company: BookState, period: Period): Promise<StatedAnswers> {
  const of = async (question: YearQuestion) => {
    const said = await answerTo(company, period, question);
    return {
      said,
      stated: { answer: said?.answer ?? ('not-asked' as const), on: said?.saidOn ?? null },
    };
  };
  const [employers, billed, counterparts] = [
    await of('other-employers'),
    await of('billed-to-clients'),
    await of('counterparts'),
  ];
  const amount = <Name extends string>(name: Name, value: number | null | undefined) =>
    value === null || value === undefined ? {} : ({ [name]: value } as Record<Name, number>);
  return {
    otherEmployers: employers.stated,
    billedToClients: {
      ...billed.stated,
      ...amount('minutes', billed.said?.minutes),
      ...amount('halfDays', billed.said?.halfDays),
    },
    counterparts: { ...counterparts.stated, ...amount('cents', counterparts.said?.cents) },
  };
}
