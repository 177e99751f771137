// Young doctors: until 2025-02-14 their staff cost counted twice in the research tax credit.
import { type Fraction, multiply } from '../../model/fraction.ts';

/**
 * CGI 244 quater B, II b, before law 2025-127 of 2025-02-14, art. 55 (formula `young-doctor-2020-01-01`).
 * @param personnel exact euros, counted once
 * @returns exact euros
 */
export const youngDoctorPersonnelFrom20200101 = (personnel: Fraction, multiple: Fraction): Fraction =>
  multiply(personnel, multiple);
