// What a file is as a whole, whatever its lines say: its kind and digest, how its characters and cells are separated, the sheets used.

type FileKind = 'csv' | 'xlsx' | 'ods';
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'macintosh';
export type Delimiter = ';' | ',' | '\t';
export type DecimalSign = ',' | '.';

export interface FileFacts {
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: FileKind;
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly decimal?: DecimalSign;
  /** Names of the sheets used. */
  readonly sheets?: readonly string[];
}
