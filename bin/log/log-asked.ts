// What `communs log` was asked: its options, whichever action they belong to.

export interface LogAsked {
  readonly year: string | undefined;
  readonly book: string | undefined;
  readonly seq: string | undefined;
  readonly out: string | undefined;
  readonly since: string | undefined;
  readonly file: string | undefined;
  readonly data: string | undefined;
  readonly memory: boolean;
}
