// The sheet of the computation: one row for each step of the signed trace, worked out anew by the spreadsheet from the other sheets.
import { articleText } from '../../model/article.ts';
import { exactText } from '../../model/exact-text.ts';
import { centsOfEuros, type Fraction, sum } from '../../model/fraction.ts';
import type { Bilingual } from '../../model/text.ts';
import type { NameDisclosure, StatementPayload } from '../payload.ts';
import { formulasOfSteps } from '../trace/formulas-of-steps.ts';
import { type RecomputedSteps, recomputedSteps } from '../trace/step-flaws.ts';
import { exactOf } from '../trace/step-formula.ts';
import type { Cell } from './file/cell-xml.ts';
import type { SheetWriter } from './file/workbook.ts';
import { type Edition, firstRow, openSheet, say } from './sheet.ts';
import { type CellsOf, cellNumber, formulaText, valueFormula } from './step-formula-text.ts';
import { formats, type WrittenTable } from './table.ts';

/** The sheets whose cells the steps are made of. */
export interface ComputationSources {
  readonly parameters: WrittenTable;
  /** Null below level `lines`. */
  readonly lines: WrittenTable | null;
  /** Null below level `names`. */
  readonly people: WrittenTable | null;
}

/** A step as it was written, for the control sheet. */
export interface WrittenStep {
  /** Address of its recomputed euros, with the sheet. */
  readonly euros: string;
  readonly value: Fraction;
}

export interface WrittenComputation {
  /** Null where the trace has no such step. */
  readonly base: WrittenStep | null;
  readonly last: WrittenStep;
}

const starts: Readonly<Record<RecomputedSteps['from'], Bilingual>> = {
  pay: {
    fr: 'Refait en entier : coût × temps retenu ÷ base de temps, paie par paie, sur « Personnes » ; puis les étapes l’une de l’autre.',
    en: 'Worked out in full: cost × counted time ÷ time base, pay by pay, on “People”; then the steps from one another.',
  },
  'staff-cost': {
    fr: 'Refait à partir du coût de personnel : il est tel que signé, et comparé plus bas ; la paie n’est pas montrée à ce niveau.',
    en: 'Worked out from the staff cost: it is as signed, and compared below; pay is not shown at this level.',
  },
  signed: {
    fr: 'Refait là où ce dont une étape vient est dans l’état ; les autres étapes sont telles que signées.',
    en: 'Worked out wherever what a step comes from is in the statement; the other steps are as signed.',
  },
};

const headers: readonly (readonly [Bilingual, number])[] = [
  [{ fr: 'N°', en: 'No.' }, 5],
  [{ fr: 'Étape', en: 'Step' }, 28],
  [{ fr: 'Ce qui est fait', en: 'What is done' }, 50],
  [{ fr: 'Texte', en: 'Text' }, 32],
  [{ fr: 'Valeur exacte, en euros (signée)', en: 'Exact value, in euros (signed)' }, 30],
  [{ fr: 'Recalculé (€)', en: 'Recomputed (€)' }, 16],
  [{ fr: 'Recalculé (centimes)', en: 'Recomputed (cents)' }, 14],
  [{ fr: 'Signé (centimes)', en: 'Signed (cents)' }, 14],
  [{ fr: 'Écart', en: 'Difference' }, 9],
];

// Twice, so that a half of a cent that binary numbers miss by a trace is still a half.
export const centsOf = (euros: string): string => `ROUND(ROUND(${euros}*100,6),0)`;

const blank: Cell = { value: null };
const whole = (formula: string, result: number): Cell => ({ value: { formula, result }, format: formats.whole });
const money = (formula: string, result: number): Cell => ({ value: { formula, result }, format: formats.decimal });

interface Steps {
  readonly edition: Edition;
  readonly sheet: SheetWriter;
  readonly payload: StatementPayload;
  readonly sources: ComputationSources;
}

/** Declared aid, and the staff cost beside what it must be the sum of. */
function writeStarts({ edition, sheet, payload, sources }: Steps, aidRow: number, staff: readonly string[]): void {
  const aid = payload.declared.otherAid.reduce((total, { amountCents }) => total + amountCents, 0);
  sheet.row([]);
  sheet.row([
    blank,
    blank,
    { value: say(edition, { fr: 'Aides et remboursements déclarés', en: 'Declared aid and reimbursements' }) },
    blank,
    blank,
    money(`H${aidRow}/100`, aid / 100),
    blank,
    { value: aid, format: formats.whole },
  ]);
  if (staff.length === 0 || payload.cost === undefined) return;
  const row = sheet.next();
  const { cents } = payload.cost;
  const { lines } = sources;
  const label =
    lines === null
      ? { fr: 'Coût de personnel : étapes, et total signé', en: 'Staff cost: steps, and signed total' }
      : {
          fr: `Coût de personnel : étapes, et somme de « ${lines.name} »`,
          en: `Staff cost: steps, and sum of “${lines.name}”`,
        };
  const stated =
    lines === null
      ? { value: cents, format: formats.whole }
      : whole(`SUM(${lines.range('costCents')})`, lines.total('costCents'));
  const exact = sum(
    (payload.simulation ?? payload.relief)!.steps.filter(({ name }) => name.startsWith('personnel[')).map(exactOf),
  );
  sheet.row([
    blank,
    blank,
    { value: say(edition, label) },
    blank,
    blank,
    money(staff.join('+'), cellNumber(exact)),
    whole(centsOf(`F${row}`), centsOfEuros(exact)),
    stated,
    whole(`G${row}-H${row}`, centsOfEuros(exact) - (lines?.total('costCents') ?? cents)),
  ]);
}

export const computationName: Bilingual = { fr: 'Calcul', en: 'Computation' };

/** @param names null below level `names` @returns null where the statement has no amounts */
export function writeComputation(
  edition: Edition,
  payload: StatementPayload,
  names: readonly NameDisclosure[] | null,
  sources: ComputationSources,
): WrittenComputation | null {
  const known = formulasOfSteps(payload, names);
  if (known === null) return null;
  const steps = known.map(({ step }) => step);
  const name = say(edition, computationName);
  const header = firstRow(edition) + 1;
  const sheet = openSheet(edition, name, {
    name,
    widths: headers.map(([, width]) => width),
    frozenRows: header,
  });
  sheet.row([{ value: say(edition, starts[recomputedSteps(payload, names)!.from]) }]);
  sheet.row(headers.map(([label]) => ({ value: say(edition, label), look: 'header' })));
  const rowOf = (at: number): number => header + 1 + at;
  // After the steps and an empty row.
  const aidRow = rowOf(steps.length) + 1;
  const cells: CellsOf = {
    step: (at) => `F${rowOf(at)}`,
    figure: (at) => sources.parameters.cell('number', at),
    aidEuros: `F${aidRow}`,
    paid: ({ from, to }) => sources.people?.range(`share.${from}..${to}`) ?? '',
  };
  known.forEach(({ step, formula }, at) => {
    const exact = exactOf(step);
    const row = rowOf(at);
    const text = typeof formula === 'object' ? formulaText(formula, cells) : valueFormula(exact);
    sheet.row([
      { value: at + 1, format: formats.whole },
      { value: step.name, look: 'wrapped' },
      { value: step[edition.language], look: 'wrapped' },
      { value: say(edition, articleText(step.article)), look: 'wrapped' },
      { value: say(edition, exactText(step.exactEuros, 'statement.json')), look: 'wrapped' },
      money(text, cellNumber(exact)),
      whole(centsOf(`F${row}`), centsOfEuros(exact)),
      { value: step.cents, format: formats.whole },
      whole(`G${row}-H${row}`, centsOfEuros(exact) - step.cents),
    ]);
  });
  const staff = steps.flatMap((step, at) => (step.name.startsWith('personnel[') ? [cells.step(at)] : []));
  writeStarts({ edition, sheet, payload, sources }, aidRow, staff);
  sheet.close();
  const written = (at: number): WrittenStep => ({
    euros: `'${name}'!${cells.step(at)}`,
    value: exactOf(steps[at]!),
  });
  const base = steps.findIndex((step) => step.name === 'netBase' || step.name === 'donationValue');
  return { base: base === -1 ? null : written(base), last: written(steps.length - 1) };
}
