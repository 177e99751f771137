// The sample played in memory: every outcome that examples/README.md promises is there, to the minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { special } from '../../examples/plan.ts';
import { factsNow, play, type Stop, sampleLink } from '../../examples/play/play.ts';
import { sampleForge } from '../../examples/play/sample-forge.ts';
import { seededRandom } from '../../examples/play/seeded-random.ts';
import { scenario, visitorArrivesAt } from '../../examples/scenario.ts';
import { jobs } from '../../functions/jobs.ts';
import { primitives } from '../../lib/adapters/primitives.ts';
import { type EmbeddedRun, openEmbedded } from '../../lib/edge/embedded.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { expected2025, type OutcomePart, outcomeOf, sumsOf } from './outcome.ts';

const directory = mkdtempSync(join(tmpdir(), 'communs-play-'));
let run: EmbeddedRun;
const stops: Stop[] = [];
let parts: readonly OutcomePart[];

beforeAll(async () => {
  run = await openEmbedded(jobs, { memory: true });
  const forge = await sampleForge(directory, run.clock);
  await play(run, forge, 0, (stop) => stops.push(stop));
  parts = await outcomeOf(run.ports, 2025);
}, 240_000);

afterAll(async () => {
  await run.close();
  rmSync(directory, { recursive: true, force: true });
});

const found = (holds: (part: OutcomePart) => boolean): string[] => [
  ...new Set(parts.filter(holds).map(({ matricule, day }) => `${matricule} ${day.slice(0, 7)}`)),
];

describe('the year 2025', () => {
  test('stands to the minute as it was planned', () => {
    expect(sumsOf(parts)).toEqual(expected2025);
  });

  test('has each outcome with the person and in the month that the README names', () => {
    const late = `${special.late.matricule} ${special.late.month}`;
    expect(found(({ lateDays }) => lateDays !== null)).toEqual([late]);
    expect(found(({ code }) => code === 'conflict-of-claims')).toEqual(['R-106 2025-04', 'M-304 2025-04']);
    expect(found(({ code }) => code === 'foundation-refused')).toEqual(['R-105 2025-05', 'M-301 2025-06']);
    expect(found(({ code }) => code === 'non-working-day')).toEqual(['R-102 2025-07']);
    expect(found(({ code }) => code === 'contested')).toEqual(['B-201 2025-07']);
    expect(found(({ code }) => code === 'project-not-eligible-at-date')).toEqual(['R-104 2025-10']);
    expect(found(({ state }) => state === 'withdrawn')).toEqual(['R-101 2025-11']);
    expect(found(({ code }) => code === 'cannot-tell')).toEqual(['B-203 2025-11']);
    expect(found(({ code }) => code === 'not-confirmed')).toEqual(['M-302 2025-12']);
  });

  test('has traces for those who commit, and none for those whose work leaves none', () => {
    const verdicts = (matricule: string) =>
      new Set(parts.flatMap((part) => (part.matricule === matricule ? [part.trace] : [])));
    for (const matricule of ['R-103', 'B-202']) expect(verdicts(matricule)).toEqual(new Set(['no-public-trace']));
    expect(verdicts('R-101')).toContain('agrees');
  });
});

test('January 2026 is left open, with nobody’s word on it', async () => {
  const open = await outcomeOf(run.ports, 2026);
  expect(new Set(open.map(({ code }) => code))).toEqual(new Set(['not-confirmed']));
});

test('every month is told once, in order, and the clock goes on from the morning of the visitor', () => {
  const months = stops.map(({ month }) => month);
  expect(months).toEqual([...new Set(scenario.map(({ at }) => at.slice(0, 7)))]);
  expect(run.clock.isTest()).toBe(true);
  const sinceArrival = run.clock.now() - Date.parse(visitorArrivesAt);
  expect(sinceArrival).toBeGreaterThanOrEqual(0);
  expect(sinceArrival).toBeLessThan(600_000);
});

test('the full check finds nothing, and the link asked for again is the same link and no new fact', async () => {
  const before = await factsNow(run.ports);
  expect(before.newest).toBe(scenario.at(-1)?.at);
  expect((await checkLedger(run.ports)).findings).toEqual([]);
  const link = await sampleLink(run);
  expect(await sampleLink(run)).toEqual(link);
  expect(await factsNow(run.ports)).toEqual(before);
});

test('seeded bytes depend on key, purpose and nothing else', () => {
  const of = (byte: number) => seededRandom(primitives.hmacSha256, new Uint8Array(32).fill(byte));
  const bytes = of(1).bytes(40, 'link secret');
  expect(bytes).toEqual(of(1).bytes(40, 'link secret'));
  expect(bytes.slice(0, 12)).toEqual(of(1).bytes(12, 'link secret'));
  expect(bytes).not.toEqual(of(2).bytes(40, 'link secret'));
  expect(bytes).not.toEqual(of(1).bytes(40, 'link code'));
  expect(bytes.slice(32)).not.toEqual(bytes.slice(0, 8));
});
