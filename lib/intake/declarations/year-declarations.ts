// Reads what a company declares of one fiscal year beside its time and its pay: payroll, returns, other aid, clients, works council.
import * as z from 'zod';
import type { Period } from '../../model/calendar.ts';
import {
  councilReasons,
  type EnteredReturn,
  type PayrollRun,
  type StaffInformed,
  type YearAnswer,
  type YearQuestion,
} from '../../model/year-declarations.ts';
import { type DeclarationFile, textOfFile } from './file-text.ts';
import { check, jsonObject, pathPlace, readEach, readValue } from './json.ts';
import { collectProblems, conclude, type DeclarationReading, type Problems, wholeFile } from './problem.ts';
import { dayText } from './schemas.ts';
import { parseDigest, parseEuros, parseTime } from './values.ts';

export interface YearDeclaration {
  readonly period: Period;
  readonly payroll: PayrollRun | null;
  /** `entered` null: it is in no return yet. */
  readonly returns: readonly { readonly scheme: string; readonly entered: EnteredReturn | null }[];
  readonly answers: readonly (YearAnswer & { readonly question: YearQuestion })[];
  readonly informed: readonly StaffInformed[];
}

/** A text that a parser of values.ts takes, or a problem with its own code and words. */
const parsed = <T>(parse: (text: string) => T | null, code: Parameters<typeof check>[0], fr: string, en: string) =>
  z
    .string()
    .check(check(code, (text) => parse(text.trim()) !== null, { fr, en }))
    .transform((text): T => parse(text.trim())!);

const euros = parsed(
  parseEuros,
  'not-an-amount',
  'ce n’est pas un montant. Écrivez des euros entre guillemets, par exemple "1 482 300,00".',
  'this is not an amount. Write euros in quotes, for example "1482300.00".',
);
const wholeEuros = parsed(
  (text) => {
    const cents = parseEuros(text);
    return cents === null || cents % 100 !== 0 ? null : cents / 100;
  },
  'not-an-amount',
  'ce n’est pas un montant en euros entiers : une déclaration n’a pas de centimes. Écrivez par exemple "37 200".',
  'this is not an amount of whole euros: a return has no cents. Write for example "37200".',
);
const digest = parsed(
  parseDigest,
  'not-a-digest',
  'ce n’est pas une empreinte SHA-256 : 64 chiffres hexadécimaux. Calculez-la avec « sha256sum FICHIER ».',
  'this is not a SHA-256 digest: 64 hexadecimal digits. Compute it with "sha256sum FILE".',
);
const timeIn = (word: 'hour' | 'half-day', fr: string, en: string) =>
  parsed((text) => parseTime(text, word)?.amount ?? null, 'not-a-duration', fr, en);
const hours = timeIn(
  'hour',
  'ce n’est pas une durée en heures. Écrivez par exemple "12,50" ou "12h30".',
  'this is not a number of hours. Write for example "12.50" or "12h30".',
);
const halfDays = timeIn(
  'half-day',
  'ce n’est pas un nombre de demi-journées. Écrivez par exemple "3".',
  'this is not a number of half-days. Write for example "3".',
);
const formCode = parsed(
  (text) => (/^[\p{L}\d][\p{L}\d ./-]{0,39}$/u.test(text) ? text : null),
  'not-an-identifier',
  'ce n’est pas un repère de formulaire. Recopiez celui de la déclaration, par exemple "2069-RCI-SD" ou "XG", au plus 40 caractères.',
  'this is no name of a form or line. Copy it from the return, for example "2069-RCI-SD" or "XG", at most 40 characters.',
);

const period = z.strictObject({ from: dayText, to: dayText });
const said = z.enum(['yes', 'no']);
const informed = z.strictObject({
  on: dayText.nullable().default(null),
  reason: z.enum(councilReasons).nullable().default(null),
});

const declaration = z.strictObject({
  period,
  payroll: z.strictObject({ from: dayText, to: dayText, digest, total: euros }).optional(),
  returns: z.array(z.unknown()).max(12).default([]),
  otherAid: z.strictObject({ answer: said }).optional(),
  otherEmployers: z.strictObject({ answer: said }).optional(),
  billedToClients: z.strictObject({ answer: said, hours: hours.nullish(), halfDays: halfDays.nullish() }).optional(),
  counterparts: z.strictObject({ answer: said, amount: euros.nullish() }).optional(),
  worksCouncil: informed.optional(),
  notice: z.strictObject({ on: dayText }).optional(),
});
type Declared = z.output<typeof declaration>;

const oneReturn = z.strictObject({
  scheme: z.string().trim().min(1).max(60),
  filed: z.strictObject({ form: formCode, line: formCode, euros: wholeEuros, filedOn: dayText }).nullable(),
});

function checkOrder({ from, to }: Period, path: string, problems: Problems): void {
  if (to >= from) return;
  problems.block(pathPlace(`${path}.to`), to, 'reversed-period', {
    fr: `la fin (${to}) vient avant le début (${from}). Corrigez l’une des deux.`,
    en: `the end (${to}) comes before the start (${from}). Correct one of them.`,
  });
}

function readReturns(list: unknown, problems: Problems): YearDeclaration['returns'] {
  const seen = new Set<string>();
  return readEach(list, '$.returns', oneReturn, problems).map(({ value: { scheme, filed }, path }) => {
    if (seen.has(scheme)) {
      problems.block(pathPlace(`${path}.scheme`), scheme, 'duplicate-line', {
        fr: `le dispositif « ${scheme} » est déjà dans la liste. Gardez une ligne.`,
        en: `the scheme '${scheme}' is already in the list. Keep one line.`,
      });
    }
    seen.add(scheme);
    return { scheme, entered: filed };
  });
}

/** A yes says how much where the question asks it; a no has nothing to say. */
function checkAmount(path: string, { answer }: { readonly answer: 'yes' | 'no' }, given: boolean, problems: Problems) {
  if (given === (answer === 'yes')) return;
  problems.block(pathPlace(path), answer, 'answer-disagrees', {
    fr: given
      ? 'la réponse est « no » et une quantité est donnée. Retirez la quantité, ou répondez « yes ».'
      : 'la réponse est « yes » sans quantité. Dites combien, ou répondez « no ».',
    en: given
      ? 'the answer is "no" and an amount is given. Remove the amount, or answer "yes".'
      : 'the answer is "yes" without an amount. Say how much, or answer "no".',
  });
}

const noAmounts = { minutes: null, halfDays: null, cents: null } as const;

function answersOf(declared: Declared, problems: Problems): YearDeclaration['answers'] {
  const { otherAid, otherEmployers, billedToClients: billed, counterparts } = declared;
  const answers: (YearAnswer & { readonly question: YearQuestion })[] = [];
  if (otherAid !== undefined) answers.push({ question: 'other-aid', ...otherAid, ...noAmounts });
  if (otherEmployers !== undefined) answers.push({ question: 'other-employers', ...otherEmployers, ...noAmounts });
  if (billed !== undefined) {
    const [minutes, half] = [billed.hours ?? null, billed.halfDays ?? null];
    checkAmount('$.billedToClients', billed, minutes !== null || half !== null, problems);
    answers.push({ question: 'billed-to-clients', answer: billed.answer, minutes, halfDays: half, cents: null });
  }
  if (counterparts !== undefined) {
    const cents = counterparts.amount ?? null;
    checkAmount('$.counterparts', counterparts, cents !== null, problems);
    answers.push({ question: 'counterparts', answer: counterparts.answer, minutes: null, halfDays: null, cents });
  }
  return answers;
}

function informedOf({ worksCouncil, notice }: Declared, problems: Problems): StaffInformed[] {
  if (worksCouncil !== undefined && (worksCouncil.on === null) === (worksCouncil.reason === null)) {
    problems.block(pathPlace('$.worksCouncil'), null, 'day-or-reason', {
      fr: `donnez le jour de la consultation (« on »), ou pourquoi il n’y en a pas (« reason » : ${councilReasons.join(', ')}) ; l’un des deux, pas les deux.`,
      en: `give the day of the consultation ("on"), or why there is none ("reason": ${councilReasons.join(', ')}); one of the two, not both.`,
    });
  }
  return [
    ...(worksCouncil === undefined ? [] : [{ step: 'works-council' as const, ...worksCouncil }]),
    ...(notice === undefined ? [] : [{ step: 'notice' as const, on: notice.on, reason: null }]),
  ];
}

/**
 * Reads a file of a company's declarations (JSON). What the file leaves out stays as it was said, or unsaid.
 * @returns the declaration in cents, minutes and half-days, or null where something blocks, and every problem by its JSON path
 */
export function readYearDeclarations(file: DeclarationFile): DeclarationReading<YearDeclaration> {
  const problems = collectProblems();
  const text = textOfFile(file, problems);
  const object = text === null ? null : jsonObject(text, problems);
  if (object === null) return { declaration: null, problems: problems.list };
  const declared = readValue(object, '$', declaration, problems);
  const returns = readReturns(object.returns, problems);
  if (declared === null) return { declaration: null, problems: problems.list };
  checkOrder(declared.period, '$.period', problems);
  const { payroll } = declared;
  if (payroll !== undefined) checkOrder(payroll, '$.payroll', problems);
  const answers = answersOf(declared, problems);
  const staff = informedOf(declared, problems);
  if (payroll === undefined && returns.length + answers.length + staff.length === 0 && problems.list.length === 0) {
    problems.block(wholeFile, null, 'missing', {
      fr: 'il ne déclare rien. Donnez au moins un point ; le modèle (--template) les montre tous.',
      en: 'it declares nothing. Give at least one point; the template (--template) shows all of them.',
    });
  }
  const run =
    payroll === undefined
      ? null
      : { run: { from: payroll.from, to: payroll.to }, digest: payroll.digest, totalCents: payroll.total };
  return conclude({ period: declared.period, payroll: run, returns, answers, informed: staff }, problems);
}
