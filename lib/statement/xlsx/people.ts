// The sheet of people, at level `names` only: who person n is, what was paid, and over which time base.
import type { Period } from '../../model/calendar.ts';
import type { Bilingual } from '../../model/text.ts';
import type { NameDisclosure } from '../payload.ts';
import { countedIn, shareOfPay } from '../trace/step-formula.ts';
import { type Edition, say } from './sheet.ts';
import { cellNumber } from './step-formula-text.ts';
import { type Column, head, type WrittenTable, writeTable } from './table.ts';
import { unitLabels } from './time-columns.ts';

type Pay = NameDisclosure['pay'][number];
type TimeBase = NonNullable<Pay['timeBase']>;

/** One line for each period paid; a person without pay (scheme `none`) has one line all the same. */
interface PersonLine {
  readonly person: number;
  readonly name: string;
  readonly contributions: number;
  readonly pay: Pay | null;
}

export const bases: Readonly<Record<TimeBase['how'], Bilingual>> = {
  actual: { fr: 'temps réellement travaillé', en: 'time actually worked' },
  'legal-ratio': { fr: 'durée légale, au prorata', en: 'legal working time, by share' },
  days: { fr: 'jours travaillés (forfait-jours)', en: 'days worked (days contract)' },
};

export const amounts: readonly { readonly key: keyof Pay & `${string}Cents`; readonly label: Bilingual }[] = [
  { key: 'grossCents', label: { fr: 'Brut', en: 'Gross' } },
  { key: 'accessoriesCents', label: { fr: 'Accessoires', en: 'Accessories' } },
  { key: 'eligibleChargesCents', label: { fr: 'Cotisations retenues', en: 'Eligible charges' } },
  { key: 'excludedChargesCents', label: { fr: 'Cotisations exclues', en: 'Excluded charges' } },
  { key: 'eligibleCostCents', label: { fr: 'Coût retenu', en: 'Eligible cost' } },
];

const linesOf = (names: readonly NameDisclosure[]): PersonLine[] =>
  names.flatMap(({ name, pay, contributions }, i) =>
    (pay.length === 0 ? [null] : pay).map((each) => ({
      person: i + 1,
      name,
      contributions: contributions.length,
      pay: each,
    })),
  );

/** Time counted over each pay on days under the same figures, and what of the pay that is. */
function shareColumns(edition: Edition, slice: Period): Column<PersonLine>[] {
  const days = `${slice.from}..${slice.to}`;
  const [counted, share] = [`counted.${days}`, `share.${days}`];
  return [
    {
      ...head(edition, counted, { fr: `Temps retenu ${days}`, en: `Counted time ${days}` }, 14),
      kind: 'whole',
      of: ({ pay }) => (pay === null ? null : countedIn(pay, slice)),
      adds: false,
    },
    {
      ...head(edition, share, { fr: `Coût de ce temps ${days} (€)`, en: `Cost of that time ${days} (€)` }, 16),
      kind: 'share',
      of: ({ cell }, { pay }) => ({
        formula: `IF(${cell('base')}>0,${cell('eligibleCostCents')}/100*${cell(counted)}/${cell('base')},0)`,
        result: pay === null ? 0 : cellNumber(shareOfPay(pay, slice)),
      }),
    },
  ];
}

export const peopleName: Bilingual = { fr: 'Personnes', en: 'People' };

/** @param slices the runs of days whose share of each pay the computation is made of */
export function writePeople(
  edition: Edition,
  names: readonly NameDisclosure[],
  slices: readonly Period[],
): WrittenTable {
  const paid = names.some(({ pay }) => pay.length > 0);
  const payColumns: Column<PersonLine>[] = [
    { ...head(edition, 'from', { fr: 'Du', en: 'From' }, 12), kind: 'day', of: ({ pay }) => pay?.period.from ?? null },
    {
      ...head(edition, 'to', { fr: 'Au (inclus)', en: 'To (included)' }, 12),
      kind: 'day',
      of: ({ pay }) => pay?.period.to ?? null,
    },
    ...amounts.flatMap(({ key, label }): Column<PersonLine>[] => {
      const of = ({ pay }: PersonLine) => pay?.[key] ?? null;
      const { fr, en } = label;
      return [
        { ...head(edition, `${key}.euros`, { fr: `${fr} (€)`, en: `${en} (€)` }, 14), kind: 'euros', of, adds: true },
        { ...head(edition, key, { fr: `${fr} (centimes)`, en: `${en} (cents)` }, 14), kind: 'whole', of, adds: true },
      ];
    }),
    {
      ...head(edition, 'base', { fr: 'Base de temps', en: 'Time base' }, 12),
      kind: 'whole',
      of: ({ pay }) => pay?.timeBase?.amount ?? null,
      adds: false,
    },
    {
      ...head(edition, 'unit', { fr: 'Unité de la base', en: 'Unit of the base' }, 14),
      kind: 'text',
      of: ({ pay }) =>
        pay?.timeBase ? say(edition, unitLabels[pay.timeBase.unit === 'minute' ? 'minutes' : 'halfDays']) : null,
    },
    {
      ...head(edition, 'how', { fr: 'Base obtenue par', en: 'Base obtained by' }, 28),
      kind: 'text',
      of: ({ pay }) => (pay?.timeBase ? say(edition, bases[pay.timeBase.how]) : null),
    },
    ...slices.flatMap((slice) => shareColumns(edition, slice)),
  ];
  const columns: Column<PersonLine>[] = [
    {
      ...head(edition, 'person', { fr: 'Personne n°', en: 'Person no.' }, 11),
      kind: 'whole',
      of: ({ person }) => person,
      adds: false,
    },
    { ...head(edition, 'name', { fr: 'Nom', en: 'Name' }, 26), kind: 'text', of: ({ name }) => name },
    ...(paid ? payColumns : []),
    {
      ...head(edition, 'contributions', { fr: 'Contributions trouvées', en: 'Contributions found' }, 14),
      kind: 'whole',
      of: ({ contributions }) => contributions,
      adds: false,
    },
  ];
  const name = say(edition, peopleName);
  return writeTable(edition, { name, title: name, frozenColumns: 2 }, columns, linesOf(names));
}
