// Between the two readings of a file: what its columns say together, with what a person chose, for each table.
import { columnFacts, joinQuantities, noQuantities, type QuantityEvidence } from './column-facts.ts';
import { type DateOrder, orderOf, shortYearsOf, withYearLast } from './date.ts';
import type { Evidence, Layout, ReadingOptions } from './layout.ts';
import type { QuantityColumn } from './settle-quantity.ts';
import type { Understanding } from './understanding.ts';

export interface Settled {
  readonly evidenceOf: ReadonlyMap<Layout, Evidence>;
  readonly dateOrder: Understanding['dateOrder'];
  readonly dateOrderFrom: Understanding['dateOrderFrom'];
  readonly columns: readonly QuantityColumn[];
}

export function settleEvidence(layouts: readonly Layout[], options: ReadingOptions): Settled {
  const { choices = {} } = options;
  const quantities = quantitiesByUnit(layouts);
  const readings = withYearLast(
    layouts.flatMap(({ dates }) => [...dates.readings()]),
    options.year,
  );
  const shortYears =
    choices.dateOrder === undefined
      ? shortYearsOf(layouts.flatMap(({ dates, written }) => [...dates.readings(), ...written.readings()]))
      : 'last';
  const isEnglish = layouts.some(({ header }) => header.isEnglish);
  const order = choices.dateOrder ?? orderOf(readings, isEnglish);
  const settlesItself = orderOf(readings, true) !== 'ambiguous';
  // Each grid that says its month keeps it, where a person chose one month for several.
  const lonely = layouts.filter(({ needsMonth }) => needsMonth).length === 1;
  const columns: QuantityColumn[] = [];
  const evidenceOf = new Map<Layout, Evidence>();
  for (const layout of layouts) {
    const column = columnFacts(quantities.get(unitKey(layout)) ?? layout.quantities, {
      unit: layout.stated.unit,
      decimals: choices.decimals ?? (layout.isDecimal ? 'hundredths' : null),
      isClock: layout.isClock,
      marks: layout.hasMarks,
    });
    columns.push(column);
    const ownMonth = layout.monthIn(options.year, null);
    const month = choices.month ?? null;
    evidenceOf.set(layout, {
      ...options,
      column,
      dayTotals: columnFacts(layout.dayTotals, {
        unit: layout.dayTotalUnit ?? column.unit,
        decimals: column.decimals === 'unclear' ? null : column.decimals,
        isClock: layout.isClock,
        marks: false,
      }),
      order,
      shortYears,
      writtenOrder: writtenOrder(layout, settlesItself || choices.dateOrder !== undefined ? order : null),
      month: lonely || ownMonth === null ? month : null,
    });
  }
  const dependsOnOrder = readings.length > 0;
  return {
    evidenceOf,
    columns,
    dateOrder: dependsOnOrder ? order : null,
    dateOrderFrom: dependsOnOrder ? orderFrom(order, settlesItself, choices.dateOrder !== undefined) : null,
  };
}

function orderFrom(order: DateOrder, settlesItself: boolean, isChosen: boolean): Understanding['dateOrderFrom'] {
  if (isChosen) return 'chosen';
  if (order === 'ambiguous') return null;
  return settlesItself ? 'values' : 'french';
}

/** By its own values if they tell, else in the order of the days of the file if that one is certain, else as such a column alone. */
function writtenOrder({ written, header }: Layout, ofDays: DateOrder | null): DateOrder {
  const readings = [...written.readings()];
  const own = orderOf(readings, true);
  const contradicts = own === 'ambiguous' && readings.some((one) => one.kind === 'either' && one.first > 12);
  if (own !== 'ambiguous' || contradicts) return own;
  return ofDays ?? orderOf(readings, header.isEnglish);
}

const unitKey = ({ stated, isDecimal, isClock, hasMarks }: Layout): string =>
  `${stated.unit} ${isDecimal} ${isClock} ${hasMarks}`;

/** Sheets of one file that name the same unit are one column for what decimals and units may mean. */
function quantitiesByUnit(layouts: readonly Layout[]): ReadonlyMap<string, QuantityEvidence> {
  const groups = new Map<string, QuantityEvidence>();
  for (const layout of layouts) {
    const group = groups.get(unitKey(layout)) ?? noQuantities();
    joinQuantities(group, layout.quantities);
    groups.set(unitKey(layout), group);
  }
  return groups;
}
