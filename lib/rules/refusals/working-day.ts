// Days off do not count unless the employer ordered the work beforehand; 1 May never does (C. trav. L. 3133-4).
import type { Day } from '../../model/calendar.ts';
import type { WorkOrder } from '../../model/work-order.ts';

/** The one day off by law for all: the services that cannot stop on it (L. 3133-6) lend nobody to a project. */
export const isMayDay = (day: Day): boolean => day.endsWith('-05-01');

/** @returns whether this person was ordered, by that day, to work on it; never on 1 May */
export function orderedDays(orders: readonly WorkOrder[]): (developer: string, day: Day) => boolean {
  const ordered = new Set(
    orders.filter(({ day, signedOn }) => signedOn <= day).map(({ developer, day }) => JSON.stringify([developer, day])),
  );
  return (developer, day) => !isMayDay(day) && ordered.has(JSON.stringify([developer, day]));
}
