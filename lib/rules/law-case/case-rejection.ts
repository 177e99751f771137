// Minutes of a worked case that do not count, with their reason.
import type { Day } from '../../model/calendar.ts';
import type { EntryRefusalCode } from '../refusals/refusal-codes.ts';

export interface CaseRejection {
  readonly minutes: number;
  readonly reason: EntryRefusalCode;
  readonly date?: Day;
}
