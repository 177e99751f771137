// Time by state as columns: the same for projects and for lines, and the figures that the control sheet compares.
import type { Bilingual } from '../../model/text.ts';
import type { AwaitedTime, RefusedTime, StatementPayload, TimeByState } from '../payload.ts';
import type { Edition } from './sheet.ts';
import { type Column, formats, head, type Line } from './table.ts';

export type Unit = 'minutes' | 'halfDays';

/** One figure of a part of the statement, in one unit. */
export interface TimeFigure {
  readonly key: string;
  readonly unit: Unit;
  readonly label: Bilingual;
  /** Of refused time. */
  readonly code: string | null;
  readonly of: (time: TimeByState) => number;
}

export const unitLabels: Readonly<Record<Unit, Bilingual>> = {
  minutes: { fr: 'minutes', en: 'minutes' },
  halfDays: { fr: 'demi-journées', en: 'half-days' },
};

export const groundLabels: Readonly<Record<RefusedTime['ground'], Bilingual>> = {
  law: { fr: 'loi', en: 'law' },
  policy: { fr: 'règle de la maison', en: 'house policy' },
};

/** On whom awaiting time waits. */
export const awaitedTexts: Readonly<Record<AwaitedTime['awaits'], Bilingual>> = {
  foundation: { fr: 'la fondation', en: 'the foundation' },
  employer: { fr: 'l’employeur', en: 'the employer' },
  employers: { fr: 'les deux employeurs', en: 'both employers' },
};

const declared: Bilingual = { fr: 'Déclaré', en: 'Declared' };
const agrees: Bilingual = { fr: 'Retenu, les traces concordent', en: 'Counted, traces agree' };
const partly: Bilingual = { fr: 'Retenu, elles concordent en partie', en: 'Counted, they agree in part' };
const noTrace: Bilingual = { fr: 'Retenu, sans trace publique', en: 'Counted, no public trace' };
const awaiting: Bilingual = { fr: 'En attente', en: 'Awaiting' };
const withdrawn: Bilingual = { fr: 'Retiré', en: 'Withdrawn' };

/** The units in which the statement states time: half-days only where somebody's time is counted so. */
export const unitsOf = ({ halfDays }: TimeByState): readonly Unit[] =>
  halfDays === undefined ? ['minutes'] : ['minutes', 'halfDays'];

/** Declared first, then every place where declared time ended; refused time by its code. */
export function timeFigures(payload: StatementPayload, unit: Unit): TimeFigure[] {
  const figure = (name: string, label: Bilingual, of: TimeFigure['of'], code: string | null = null): TimeFigure => ({
    key: `${unit}.${name}`,
    unit,
    label,
    code,
    of,
  });
  const refused = payload.refused
    .filter((each) => (each[unit] ?? 0) > 0)
    .map(({ code, ground }) => {
      const { fr, en } = groundLabels[ground];
      const label = { fr: `Écarté (${fr}) : ${code}`, en: `Refused (${en}): ${code}` };
      const of = (time: TimeByState): number =>
        time.refused.find((each) => each.code === code && each.ground === ground)?.[unit] ?? 0;
      return figure(`refused.${code}.${ground}`, label, of, code);
    });
  return [
    figure('declared', declared, (time) => time[unit]?.declared ?? 0),
    figure('agrees', agrees, (time) => time[unit]?.counted.agrees ?? 0),
    figure('partly', partly, (time) => time[unit]?.counted.partly ?? 0),
    figure('noTrace', noTrace, (time) => time[unit]?.counted.noTrace ?? 0),
    ...refused,
    figure('awaiting', awaiting, (time) => time[unit]?.awaiting ?? 0),
    figure('withdrawn', withdrawn, (time) => time[unit]?.withdrawn ?? 0),
  ];
}

const unitMarks: Readonly<Record<Unit, Bilingual>> = {
  minutes: { fr: '(min)', en: '(min)' },
  halfDays: { fr: '(demi-j.)', en: '(half-days)' },
};

/** Counted time, for formulas: the three figures by what the traces say. */
const countedKeys = (unit: Unit): string[] => ['agrees', 'partly', 'noTrace'].map((name) => `${unit}.${name}`);

const sumOf = (keys: readonly string[], { number }: Line): number =>
  keys.reduce((total, key) => total + number(key), 0);

function unitColumns(edition: Edition, payload: StatementPayload, unit: Unit): Column<TimeByState>[] {
  const header = ({ fr, en }: Bilingual): Bilingual => ({
    fr: `${fr} ${unitMarks[unit].fr}`,
    en: `${en} ${unitMarks[unit].en}`,
  });
  const [declaredColumn, ...places] = timeFigures(payload, unit).map(
    ({ key, label, of }): Column<TimeByState> => ({
      ...head(edition, key, header(label), 13),
      kind: 'whole',
      of,
      adds: true,
    }),
  );
  const keys = places.map(({ key }) => key);
  return [
    declaredColumn!,
    {
      ...head(edition, `${unit}.counted`, header({ fr: 'Retenu', en: 'Counted' }), 13),
      kind: 'formula',
      of: (line) => ({ formula: countedKeys(unit).map(line.cell).join('+'), result: sumOf(countedKeys(unit), line) }),
      format: formats.whole,
    },
    ...places,
    {
      ...head(edition, `${unit}.gap`, header({ fr: 'Écart : déclaré − somme', en: 'Difference: declared − sum' }), 13),
      kind: 'formula',
      of: (line) => ({
        formula: `${line.cell(`${unit}.declared`)}-(${keys.map(line.cell).join('+')})`,
        result: line.number(`${unit}.declared`) - sumOf(keys, line),
      }),
      format: formats.whole,
    },
  ];
}

const daysColumn = (edition: Edition): Column<TimeByState> => ({
  ...head(edition, 'days', { fr: 'Retenu (jours)', en: 'Counted (days)' }, 11),
  kind: 'formula',
  of: (line) => ({
    formula: `${line.cell('halfDays.counted')}/2`,
    result: sumOf(countedKeys('halfDays'), line) / 2,
  }),
  format: formats.halves,
});

interface Priced {
  readonly costCents?: number | undefined;
}

/** Counted hours as a clock shows them and as a decimal, days of days contracts, then euros and cents where there is a cost, then minutes by state, then half-days where there are any. */
export function timeColumns(edition: Edition, payload: StatementPayload): Column<TimeByState & Priced>[] {
  const of = (part: Priced): number | null => part.costCents ?? null;
  const cost: Column<Priced>[] = [
    { ...head(edition, 'euros', { fr: 'Coût (€)', en: 'Cost (€)' }, 14), kind: 'euros', of, adds: true },
    { ...head(edition, 'costCents', { fr: 'Coût (centimes)', en: 'Cost (cents)' }, 14), kind: 'whole', of, adds: true },
  ];
  return [
    {
      ...head(edition, 'duration', { fr: 'Retenu (h:mm)', en: 'Counted (h:mm)' }, 13),
      kind: 'formula',
      of: (line) => ({
        formula: `${line.cell('minutes.counted')}/1440`,
        result: sumOf(countedKeys('minutes'), line) / 1440,
      }),
      format: formats.duration,
    },
    {
      ...head(edition, 'hours', { fr: 'Retenu (heures)', en: 'Counted (hours)' }, 13),
      kind: 'formula',
      of: (line) => ({
        formula: `${line.cell('minutes.counted')}/60`,
        result: sumOf(countedKeys('minutes'), line) / 60,
      }),
      format: formats.decimal,
    },
    ...(payload.halfDays === undefined ? [] : [daysColumn(edition)]),
    ...(payload.cost === undefined ? [] : cost),
    ...unitsOf(payload).flatMap((unit) => unitColumns(edition, payload, unit)),
  ];
}
