// What a statement that replaces another changes: the difference of the two rounded versions. Derived from both, never signed.
import type { StatementPayload } from './payload.ts';

/** Later less earlier. */
export interface Rectification {
  /** The number of the other statement. */
  readonly other: string;
  readonly creditCents: number;
  /** Of the whole euros that each would declare. */
  readonly declaredEuros: number;
  /** True under a proposal: neither version has any effect. */
  readonly isSimulation: boolean;
}

type Priced = Pick<StatementPayload, 'relief' | 'simulation'>;

/** @returns null where either has no amounts */
export function rectification(other: string, earlier: Priced, later: Priced): Rectification | null {
  const [before, after] = [earlier.relief ?? earlier.simulation, later.relief ?? later.simulation];
  if (before === undefined || after === undefined) return null;
  return {
    other,
    creditCents: after.creditCents - before.creditCents,
    declaredEuros: after.declaredEuros - before.declaredEuros,
    isSimulation: later.simulation !== undefined,
  };
}
