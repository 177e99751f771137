// Which refusals of a file lead to the page on which HR says how it is to be read, and not to an error.
import { Refusal, type RefusalCode } from '../model/refusal.ts';

const saidOtherwise: ReadonlySet<RefusalCode> = new Set(['undecodable-text', 'empty', 'unsupported-layout']);

/**
 * Whether a file that was refused may be read when HR says more of it, or something else.
 * @param isChosen she has said something, which may be what is wrong
 */
export const asksForReading = (error: unknown, isChosen: boolean): error is Refusal =>
  error instanceof Refusal && (error.code === 'no-header-found' || (isChosen && saidOtherwise.has(error.code)));
