// Time that the company says is claimed elsewhere: one hour, one route.
import type { Period } from './calendar.ts';

/** Closed list. `other-employer` never says which. */
export const claimRoutes = ['cir', 'cico', 'cii', 'eu-grant', 'mecenat', 'other-employer'] as const;
export type ClaimRoute = (typeof claimRoutes)[number];

/** All the time of one person on one project in a period, both ends included. */
export interface RouteClaim {
  /** The company's alias of the developer. */
  readonly developer: string;
  readonly project: string;
  readonly period: Period;
  readonly route: ClaimRoute;
}
