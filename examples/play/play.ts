// Plays the sample act by act, each at its own instant, and goes on after the last act that was played before.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../lib/adapters/files/write-file.ts';
import type { EmbeddedRun } from '../../lib/edge/embedded.ts';
import { type Month, monthOf } from '../../lib/model/calendar.ts';
import type { Ports } from '../../lib/ports.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import type { IssuedLink } from '../../lib/use-cases/issue-link.ts';
import { scenario, visitorArrivesAt } from '../scenario.ts';
import { type Counted, carryOut, type Done, linkOf } from './carry-out.ts';
import type { SampleForge } from './sample-forge.ts';
import { seededRandom } from './seeded-random.ts';

/** Where the embedded run keeps how many acts were played: `{ "acts": n }`. */
const notesOf = (dataDirectory: string): string => join(dataDirectory, 'sample.json');

/** @returns null where no sample was ever begun */
async function readNotes(dataDirectory: string | null): Promise<number | null> {
  if (dataDirectory === null) return null;
  try {
    return (JSON.parse(await readFile(notesOf(dataDirectory), 'utf8')) as { acts: number }).acts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const writeNotes = async (dataDirectory: string | null, acts: number): Promise<void> => {
  if (dataDirectory !== null) await replaceFile(notesOf(dataDirectory), `${JSON.stringify({ acts })}\n`);
};

/** How many facts there are in all books, and when the newest was written; empty if there is none. */
export async function factsNow(ports: Ports): Promise<{ readonly count: number; readonly newest: string }> {
  let [count, newest] = [0, ''];
  for await (const book of ports.listBooks.books()) {
    const { seq, at } = (await readBook(ports, book)).head;
    count += seq + 1;
    if (at > newest) newest = at;
  }
  return { count, newest };
}

/**
 * How many acts need not be played. The notes may be behind (a crash before they were written, an old copy), and an act that is
 * played long after others is another act; so the facts are asked too: acts before the newest one are done.
 * @returns null for a ledger that holds something else
 */
export async function actsPlayed({ ports, dataDirectory }: EmbeddedRun): Promise<number | null> {
  const noted = await readNotes(dataDirectory);
  const { newest } = await factsNow(ports);
  if (noted === null && newest !== '') return null;
  return Math.max(noted ?? 0, scenario.filter(({ at }) => at < newest).length);
}

/** One month of acts, and what they came to. */
export interface Stop {
  readonly month: Month;
  readonly done: Done;
}

function sumOf(a: Done, b: Done): Done {
  const sum: Partial<Record<Counted, number>> = { ...a };
  for (const [what, count] of Object.entries(b) as [Counted, number][]) sum[what] = (sum[what] ?? 0) + count;
  return sum;
}

const secretsOf = async ({ ports, sessionKey }: EmbeddedRun): Promise<Ports> => ({
  ...ports,
  random: seededRandom(ports.primitives.hmacSha256, await sessionKey()),
});

/**
 * Killed anywhere and called again, it leaves the same facts as if it had never been.
 * @param played as `actsPlayed` says
 * @param tell called after each month
 */
export async function play(
  run: EmbeddedRun,
  forge: SampleForge,
  played: number,
  tell: (stop: Stop) => void,
): Promise<void> {
  const { clock, dataDirectory } = run;
  const [ports, withSecrets] = [
    { ...run.ports, forge },
    { ...(await secretsOf(run)), forge },
  ];
  await writeNotes(dataDirectory, played);
  const rest = scenario.slice(played);
  // What a crash left to be done belongs to the act that is played next.
  if (rest[0] !== undefined) await clock.hold(Date.parse(rest[0].at));
  await run.catchUp();
  let acts = played;
  for (const [month, ofMonth] of Map.groupBy(rest, ({ at }) => monthOf(at))) {
    let done: Done = {};
    // Acts of one instant do not wait for each other, as those of many people never do.
    for (const [at, together] of Map.groupBy(ofMonth, (act) => act.at)) {
      await clock.hold(Date.parse(at));
      const parts = await Promise.all(together.map((act) => carryOut(act.act === 'link' ? withSecrets : ports, act)));
      done = parts.reduce(sumOf, done);
      acts += together.length;
      await writeNotes(dataDirectory, acts);
    }
    tell({ month, done });
  }
  if (clock.now() < Date.parse(visitorArrivesAt)) await clock.set(Date.parse(visitorArrivesAt));
}

/** @returns the auditor's link of the sample, which was played: nothing is written */
export async function sampleLink(run: EmbeddedRun): Promise<IssuedLink> {
  const act = scenario.find((each) => each.act === 'link')!;
  return linkOf({ ...(await secretsOf(run)), clock: { now: () => Date.parse(act.at) } }, act);
}
