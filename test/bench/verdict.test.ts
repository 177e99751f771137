// What the intake bench refuses a run for: another answer, told by its lines, or too much memory; never a time.
import { expect, it } from 'vitest';
import type { Answer } from '../../bin/bench/intake/answer.ts';
import type { Measured } from '../../bin/bench/intake/measure.ts';
import { jobs } from '../../bin/bench/intake/readers.ts';
import { failuresOf } from '../../bin/bench/intake/verdict.ts';

const [csv] = jobs;
const answer: Answer = { ok: 1999, bad: 1, minutes: 1000, badRows: [502] };

const measured = (reader: string, changes: Partial<Measured> = {}): Measured => ({
  ...{ job: 'csv', reader, rows: 2000, medianMs: 1, leastMs: 1, mostMs: 1, oursOverIt: 1, peakMebibytes: 50, answer },
  ...changes,
});
const said = (...all: readonly Measured[]): string[] =>
  failuresOf(csv!, all).map(({ code, says }) => `${code}: ${says.en}`);

it('finds nothing where all say the same, however long it took them, and asks a floor for no answer', () => {
  expect(
    said(measured('communs', { medianMs: 1e6, oursOverIt: 99 }), measured('a'), measured('floor', { answer: null })),
  ).toEqual([]);
});

it('names the line that another reader takes and ours does not, as it stands', () => {
  const other = { ...answer, ok: 2000, bad: 0, badRows: [] };
  const [only] = said(measured('communs'), measured('other', { answer: other }));
  expect(only).toMatch(
    /^answers-differ: csv, 2000: communs ok 1999, bad 1.*row 502, refused by communs alone: employee_id=X12 /,
  );
});

it('names a line that another reader alone refuses', () => {
  const other = { ...answer, ok: 1998, bad: 2, badRows: [502, 1502] };
  const [only] = said(measured('communs'), measured('other', { answer: other }));
  expect(only).toMatch(/row 1502, refused by other alone: .* email=nobody /);
});

it('sees other minutes for the same lines', () => {
  const other = measured('other', { answer: { ...answer, minutes: 1001 } });
  expect(said(measured('communs'), other)).toEqual([expect.stringContaining('the minutes of the same lines')]);
});

it('holds our reader, and no other, to its memory', () => {
  expect(said(measured('communs', { peakMebibytes: 128 }), measured('other', { peakMebibytes: 999 }))).toEqual([]);
  expect(said(measured('communs', { peakMebibytes: 129 }))).toEqual([
    'memory-bound: csv, 2000: 129 MiB of memory, for 128 at most',
  ]);
});
