// The sample of one statement as it was verified: its months drawn, each with what the level says of it. Runs in a browser too.

import type { Month } from '../model/calendar.ts';
import { countedOf } from '../model/counted.ts';
import type { Sha256 } from '../model/hashing.ts';
import type { LineDisclosure, NameDisclosure, StatementPayload } from './payload.ts';
import { drawSample, type NoSample, type Sample, type SampleAsked } from './sample.ts';

/** What a verified statement discloses; at level `totals` there are no lines, and nothing can be drawn. */
export interface Sampled {
  readonly payload: StatementPayload;
  readonly lines: readonly LineDisclosure[] | null;
  readonly names: readonly NameDisclosure[] | null;
}

export interface SampleRow {
  /** From 1, as drawn. */
  readonly place: number;
  readonly line: number;
  readonly month: Month;
  /** The n of `name-<n>`. */
  readonly person: number;
  /** At level `names`; else null. */
  readonly name: string | null;
  readonly project: string;
  readonly projectName: string;
  readonly countedMinutes: number;
  readonly countedHalfDays: number;
  readonly cents: number | null;
  readonly hits: readonly number[];
}

export interface StatementSample extends Omit<Sample, 'drawn'> {
  readonly number: string;
  readonly rows: readonly SampleRow[];
}

/** SHA-256 of the text of statement.jws; one line end after it is the file's, not the statement's. */
const statementDigest = (sha256: Sha256, jws: string): Uint8Array =>
  sha256(new TextEncoder().encode(jws.replace(/\r?\n$/, '')));

/** @param asked without the digest, which is the statement's own */
export function sampleOfStatement(
  sha256: Sha256,
  { payload, lines, names }: Sampled,
  jws: string,
  asked: Omit<SampleAsked, 'digest'>,
): StatementSample | NoSample {
  const units = (lines ?? []).flatMap(({ months }, i) =>
    months.map(({ month, costCents }) => ({ line: i + 1, month, cents: costCents ?? null })),
  );
  const sample = drawSample(units, { ...asked, digest: statementDigest(sha256, jws) }, sha256);
  if (typeof sample === 'string') return sample;
  const { drawn, ...said } = sample;
  const projectNames = new Map(payload.projects.map(({ id, name }) => [id, name]));
  const rows = drawn.map(({ line, month, cents, hits }, i): SampleRow => {
    const { person, project, months } = lines![line - 1]!;
    const own = months.find((each) => each.month === month)!;
    return {
      ...{ place: i + 1, line, month, person, project, cents, hits },
      name: names?.[person - 1]?.name ?? null,
      projectName: projectNames.get(project) ?? project,
      countedMinutes: countedOf(own.minutes),
      countedHalfDays: countedOf(own.halfDays),
    };
  });
  return { ...said, number: payload.number, rows };
}
