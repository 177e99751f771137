// Where a drawn act may not be possible, and that is no matter.
import { Refusal } from '../../lib/model/refusal.ts';

export function refusedAsNull(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
