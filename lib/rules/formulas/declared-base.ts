// The base of the research tax credit in whole euros, as the return carries it, before its rate.
import { type Fraction, fraction, roundHalfAwayFromZero } from '../../model/fraction.ts';

/** CGI 1649 undecies (formula `declared-base-2020-01-01`): 0.50 counts as 1. @returns whole euros */
export const declaredBaseFrom20200101 = (netBase: Fraction): Fraction => fraction(roundHalfAwayFromZero(netBase));
