// kill -9 while the sample is played, at random moments, and started again: nothing is lost and nothing doubled.
// COMMUNS_KILLS=50 npx vitest run test/bin/dev-killed.test.ts
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { plannedDays } from '../../examples/plan.ts';
import { type Act, scenario } from '../../examples/scenario.ts';
import { jobs } from '../../functions/jobs.ts';
import { enginesOn } from '../../lib/adapters/engine/processes.ts';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import { parseFact } from '../../lib/ledger/fact.ts';
import type { Ports } from '../../lib/ports.ts';
import { expected2025, outcomeOf, sumsOf } from '../examples/outcome.ts';
import { communsJson, node, program } from './communs.ts';

const kills = Number(process.env.COMMUNS_KILLS ?? 3);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'communs-killed-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = join(folder, 'ledger');
const notes = join(data, 'sample.json');
const words = ['dev', '--once', '--data', data];

function actsNoted(): number {
  try {
    return (JSON.parse(readFileSync(notes, 'utf8')) as { acts: number }).acts;
  } catch {
    return 0;
  }
}

/** Starts the program and ends it by the signal a random moment after so many acts. @returns how it ended */
async function endedBy(signal: NodeJS.Signals, acts: number): Promise<readonly [number | null, string | null]> {
  const child = spawn(node, [program, ...words], { stdio: 'ignore' });
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  while (actsNoted() < acts && child.exitCode === null) await sleep(5);
  await sleep(Math.random() * 800);
  child.kill(signal);
  return ended;
}

const acts = (...names: Act['act'][]): number => scenario.filter(({ act }) => names.includes(act)).length;

/** Rows of crowds, else facts, by kind. */
async function countByKind(ports: Ports): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for await (const book of ports.listBooks.books()) {
    for await (const { bytes } of ports.readBooks.facts(book, -1)) {
      const { kind, data: of } = parseFact(bytes);
      const isCrowd = ['months-checked', 'contributions-confirmed', 'contributions-disputed'].includes(kind);
      counts[kind] = (counts[kind] ?? 0) + (isCrowd && 'batch' in of ? of.batch.rows : 1);
    }
  }
  return counts;
}

/** Each person's days in each file that was sent, and the day that was corrected. */
const claims =
  new Set(
    plannedDays
      .filter(({ matricule, day }) => !(matricule.startsWith('M') && day.startsWith('2026')))
      .map(({ matricule, day, late }) => `${matricule} ${day.slice(0, 7)} ${late}`),
  ).size + acts('correct');

async function expectWhole(): Promise<void> {
  const run = await openEmbedded(jobs, { dataDirectory: data });
  try {
    expect(sumsOf(await outcomeOf(run.ports, 2025))).toEqual(expected2025);
    expect(await countByKind(run.ports)).toMatchObject({
      'timesheet-posted': acts('import'),
      'time-claimed': claims,
      'contributions-pulled': acts('pull'),
      'evidence-recorded': acts('match'),
      'months-checked': acts('check', 'contest'),
      'contributions-confirmed': acts('confirm', 'confirm-partly', 'cannot-tell'),
      'contributions-disputed': acts('dispute'),
      'correction-posted': acts('correct'),
      'pay-recorded': acts('pay'),
      'statement-prepared': acts('prepare'),
      'statement-issued': acts('issue'),
      // A workbook and a sealed PDF: of a link's level in both languages, beside those that each issue hands to finance.
      'rendering-stored': 2 * (acts('issue') + 2 * acts('link')),
      'link-issued': acts('link'),
    });
  } finally {
    await run.close();
  }
  const check = await communsJson<{ ok: boolean; findings: unknown[] }>(['check', '--data', data]);
  expect(check.json.findings).toEqual([]);
  expect(check.exitCode).toBe(0);
}

interface Played {
  readonly facts: number;
  readonly sample: { readonly playedNow: number };
  readonly statements: readonly { readonly result: string }[];
}

/** To the end. */
async function played(): Promise<Played> {
  const { exitCode, json } = await communsJson<Played>(words);
  expect(json.statements.map(({ result }) => result)).toEqual(['authentic', 'authentic']);
  expect(exitCode).toBe(0);
  return json;
}

it(
  `killed ${kills} times and stopped once, the sample ends as it was planned`,
  async () => {
    expect(await endedBy('SIGINT', 1)).toEqual([null, 'SIGINT']);
    expect(await enginesOn(join(data, 'ledger/communs.sqlite'))).toEqual([]);
    for (let kill = 0; kill < kills; kill += 1) {
      const after = Math.floor(((kill + Math.random()) * scenario.length) / kills);
      await endedBy('SIGKILL', after);
    }
    await played();
    await expectWhole();
  },
  240_000 + kills * 15_000,
);

it('started again it has nothing left to play, even where its notes are old and its files are gone', async () => {
  const before = await played();
  expect(before.sample.playedNow).toBe(0);
  writeFileSync(notes, '{ "acts": 3 }\n');
  rmSync(join(data, 'out'), { recursive: true });
  const after = await played();
  expect(after.facts).toBe(before.facts);
  expect(readFileSync(join(data, 'out/999001001-2025/statement.jws'), 'utf8')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  await expectWhole();
}, 120_000);
