// A refusal with all that is wrong at once: the fields of a form, the lines of a file.
import { Refusal, type RefusalCode } from './refusal.ts';
import type { Bilingual } from './text.ts';

/** One problem of one field or row: rides in the member `errors` of problem details. */
export interface FieldProblem {
  readonly detail: Bilingual;
  /** JSON pointer into the input (RFC 6901), e.g. `/year`; empty where a row says the place. */
  readonly pointer: string;
  /** For row problems of a file: 1-based row, column letter or title, and the problem's code. */
  readonly row?: number;
  readonly column?: string;
  readonly code?: string;
}

/** A refusal that lists what is wrong, field by field or row by row. */
export class RefusalWithProblems extends Refusal {
  readonly problems: readonly FieldProblem[];

  constructor(code: RefusalCode, detail: Bilingual, problems: readonly FieldProblem[]) {
    super(code, detail);
    this.problems = problems;
  }
}
