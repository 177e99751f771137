// What stands in the addresses of the log.
import * as z from 'zod';

export const logYear = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);
export const logSegment = z.string().max(20);
