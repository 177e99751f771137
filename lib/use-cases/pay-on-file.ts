// The pay and the money received that hold now: a later line takes the place of the earlier ones about the same thing.
import { overlap } from '../model/calendar.ts';
import type { Pay, Subsidy } from '../model/pay.ts';
import type { ReadingPorts } from './batches.ts';
import type { BookState } from './book-state.ts';
import { rowsOnFile } from './rows-on-file.ts';

/** @returns for each developer, pay of periods that do not overlap */
export const payOnFile = (ports: ReadingPorts, company: BookState): Promise<readonly Pay[]> =>
  rowsOnFile<Pay>(
    ports,
    company,
    'pay',
    ({ developer }) => developer,
    (later, earlier) => overlap(later.period, earlier.period),
  );

/** What tells one grant from another: a later amount under the same name corrects it, and 0 takes it back. */
export const nameOfSubsidy = ({ kind, grantor, period }: Subsidy): string =>
  `${kind} ${period.from} ${period.to} ${grantor}`;

export const subsidiesOnFile = (ports: ReadingPorts, company: BookState): Promise<readonly Subsidy[]> =>
  rowsOnFile<Subsidy>(ports, company, 'subsidies', nameOfSubsidy, () => true);
