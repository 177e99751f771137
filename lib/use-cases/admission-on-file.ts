// What a company declared beside its time: orders to work on days off, and time that it claims elsewhere.
import type { Day } from '../model/calendar.ts';
import type { ClaimRoute, RouteClaim } from '../model/route-claim.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { ReadingPorts } from './batches.ts';
import type { BookState } from './book-state.ts';
import { rowsOnFile } from './rows-on-file.ts';

/** A line of the book; one that does not stand takes back the line of the same name. */
export type OrderRow = WorkOrder & { readonly stands: boolean };
export type ClaimedRow = RouteClaim & { readonly stands: boolean };

export const nameOfOrder = ({ developer, day }: WorkOrder): string => `${developer} ${day}`;
export const nameOfClaimed = ({ developer, project, period, route }: RouteClaim): string =>
  `${developer} ${project} ${period.from} ${period.to} ${route}`;

/** The last word on each. */
export const orderRows = (ports: ReadingPorts, company: BookState): Promise<readonly OrderRow[]> =>
  rowsOnFile<OrderRow>(ports, company, 'orders', nameOfOrder, () => true);
export const claimedRows = (ports: ReadingPorts, company: BookState): Promise<readonly ClaimedRow[]> =>
  rowsOnFile<ClaimedRow>(ports, company, 'claimed', nameOfClaimed, () => true);

const standing = <T extends { readonly stands: boolean }>(rows: readonly T[]): T[] =>
  rows.filter(({ stands }) => stands);

export const ordersOnFile = async (ports: ReadingPorts, company: BookState): Promise<readonly WorkOrder[]> =>
  standing(await orderRows(ports, company)).map(({ developer, day, signedOn }) => ({ developer, day, signedOn }));

/** For a person's day on a project, the route under which it is claimed elsewhere; null: none. */
export type RouteOn = (developer: string, project: string, day: Day) => ClaimRoute | null;

/** Under several routes at once the first one declared is told. */
export async function routesOnFile(ports: ReadingPorts, company: BookState): Promise<RouteOn> {
  const ofLine = Map.groupBy(standing(await claimedRows(ports, company)), ({ developer, project }) =>
    JSON.stringify([developer, project]),
  );
  return (developer, project, day) =>
    (ofLine.get(JSON.stringify([developer, project])) ?? []).find(
      ({ period }) => period.from <= day && day <= period.to,
    )?.route ?? null;
}
