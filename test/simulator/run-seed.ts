// One seed from its small world to its verdict: acts, faults, deliveries and clocks in the order that is drawn, then every invariant.
import type { MemoryWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { acknowledgedBy } from './acknowledged.ts';
import { attempt, type Carried, carryOut, catchUp, drawKinds, ending, tenantOf, undisturbed } from './carry-out.ts';
import { type DrawnAct, drawAct } from './drawn-acts.ts';
import type { FaultName } from './fault-names.ts';
import { checkConserved } from './invariants/conserved.ts';
import { checkDamage } from './invariants/damage.ts';
import { checkEdit } from './invariants/edits.ts';
import { checkErased } from './invariants/erased.ts';
import { checkKept } from './invariants/kept.ts';
import { checkLateKey } from './invariants/late-key.ts';
import { checkForks, checkLogged } from './invariants/logged.ts';
import { checkPublished } from './invariants/published.ts';
import { checkReceipts } from './invariants/receipts.ts';
import { checkSettled, settle } from './invariants/settled.ts';
import { checkStanding } from './invariants/standing.ts';
import { allFacts, newKinds } from './read-world.ts';
import {
  deliver,
  type Simulation,
  type SimulationOptions,
  startProcess,
  startSimulation,
  unique,
  type Violation,
  violate,
} from './simulation.ts';
import { madeCommit, outsider, pushCommit, workDays } from './small-world.ts';

export interface SeedReport {
  readonly seed: number;
  readonly trace: string;
  readonly acts: number;
  readonly facts: number;
  readonly violations: readonly Violation[];
  readonly faults: ReturnType<Simulation['tally']['counts']>;
  readonly outcomes: ReadonlyMap<string, number>;
}

const has = (sim: Simulation, fault: FaultName): boolean => sim.faults.has(fault);

interface Answer {
  readonly receipt?: { readonly timesheet: number };
  readonly number?: string;
  readonly scheme?: string;
  readonly link?: string;
}

/** What an answer gives to later acts. */
function remember(sim: Simulation, act: DrawnAct, answer: unknown): void {
  const company = sim.cast.companies.find((one) => one.company === act.tenant);
  sim.acknowledged.push(...acknowledgedBy(answer, act.tenant, act.about));
  const { keys } = (answer ?? {}) as { readonly keys?: Simulation['history']['keys'] };
  if (keys !== undefined) sim.history.keys.splice(0, sim.history.keys.length, ...keys);
  if (company === undefined || answer === null || typeof answer !== 'object') return;
  const { receipt, number, link, scheme } = answer as Answer;
  if (receipt !== undefined) sim.history.timesheets.push({ company, timesheet: receipt.timesheet });
  if (number !== undefined && scheme !== undefined) sim.history.statements.push({ company, number, scheme });
  if (link !== undefined && act.name === 'link') {
    const { path, secret, code } = answer as { path: string; secret: string; code: string };
    sim.history.links.push({ company, link, path, secret, code });
  }
}

const drawing = (sim: Simulation) => ({
  ...{ draw: sim.draw, cast: sim.cast, history: sim.history, unique: () => unique(sim) },
});

/** @param isShared others work at the same time */
function nextAct(sim: Simulation, isShared: boolean): DrawnAct {
  let act = drawAct(drawing(sim));
  while (isShared && act.isAlone) act = drawAct(drawing(sim));
  sim.world.nowMs += (act.yearsLater ?? 0) * 365 * 86_400_000;
  return act;
}

interface Root {
  readonly act: string;
  readonly book: string;
  readonly digest: string;
}

/** What the attempts before the last one stored; where somebody else came between, another root may be right. */
function rootsOf({ name: act }: DrawnAct, { earlier, bitten }: Carried): Root[] {
  if (bitten.has('F8') || bitten.has('F12')) return [];
  return earlier.flatMap((step) => {
    const [, book, digest] = /batch#(\S+?)#([0-9a-f]{64})#/.exec(step) ?? [];
    return book === undefined || digest === undefined ? [] : [{ act, book, digest }];
  });
}

/** I4: what was stored for an act that failed is what its retry stores again. */
async function checkRoots(sim: Simulation, roots: readonly Root[]): Promise<void> {
  if (roots.length === 0) return;
  const books = await allFacts(sim.world);
  for (const { act, book, digest } of roots) {
    const isNamed = books.get(book)?.some(({ data }) => JSON.stringify(data).includes(digest)) ?? false;
    if (!isNamed) violate(sim, 'I4', `${act}: a retry made another root than ${digest} of ${book}`);
  }
}

/** What follows a fact in people’s books may come later: with the next fact, or the next start. */
const isLater = ({ book }: Root): boolean => book.startsWith('person/');

/** What is worked out from the ledger as it was read: after somebody else came between, the same again is of another ledger. */
const worksOut: ReadonlySet<string> = new Set(['match', 'prepare', 'prepare and issue', 'receipt again']);

/** Those that put views themselves. */
const putsViews: ReadonlySet<string> = new Set(['pull', 'erase', 'object']);

/** Answers that are others each time. */
const differsEachTime: ReadonlySet<string> = new Set(['link', 'open link']);

/** F4 and I4: the same again answers with the same places in the ledger. */
async function again(sim: Simulation, act: DrawnAct, first: unknown): Promise<void> {
  sim.tally.inject('F4');
  const process = startProcess(sim, tenantOf(act));
  const outcome = await attempt(sim, `${act.name} #again`, process, () => act.carryOut(process.ports, process.rotate));
  sim.tally.bite('F4');
  const [before, now] = [first, outcome.is === 'done' ? outcome.answer : outcome].map((answer) =>
    JSON.stringify(acknowledgedBy(answer, act.tenant)),
  );
  if (outcome.is !== 'done') violate(sim, 'I4', `${act.name} again: ${JSON.stringify(outcome)}`);
  else if (before !== now) violate(sim, 'I4', `${act.name} again: ${now}, at first ${before}`);
}

/** @returns roots that must be named once all is done */
async function oneAct(sim: Simulation, earlier: MemoryWorld['table'] | null): Promise<readonly Root[]> {
  const act = nextAct(sim, false);
  // Whoever puts views of her own reads them as they are: a put on a condition that was stale is tried again for ever.
  const stale = putsViews.has(act.name) ? null : earlier;
  const before = sim.isSlow || stale !== null || !sim.draw.chance(12) ? null : sim.world.table.copy();
  const expected = before === null ? null : await undisturbed(sim, act);
  const carried = await carryOut(sim, act, { percent: 60, stale });
  const { outcome, bitten } = carried;
  if (expected !== null && before !== null && !bitten.has('F8') && !bitten.has('F12')) {
    const found = ending(outcome, await newKinds({ table: before }, sim.world));
    if (found !== expected) violate(sim, 'I4', `${act.name} ended with ${found}; undisturbed with ${expected}`);
  }
  const roots = rootsOf(act, carried);
  await checkRoots(
    sim,
    roots.filter((root) => !isLater(root)),
  );
  if (outcome.is === 'done') {
    remember(sim, act, outcome.answer);
    const differs = differsEachTime.has(act.name) || (bitten.has('F8') && worksOut.has(act.name));
    if (has(sim, 'F4') && sim.draw.chance(25) && !differs) await again(sim, act, outcome.answer);
  }
  return roots.filter(isLater);
}

/** F6: two people, or two runs of a job, at once; which one goes on is drawn at each step. */
async function twoAtOnce(sim: Simulation): Promise<void> {
  sim.tally.inject('F6');
  const first = nextAct(sim, true);
  const second = sim.draw.chance(30) ? first : nextAct(sim, true);
  const done: Carried[] = [];
  const works = [first, second].map((act) => async (): Promise<void> => {
    const carried = await carryOut(sim, act, { percent: 25, isShared: true });
    done.push(carried);
    if (carried.outcome.is === 'done') remember(sim, act, carried.outcome.answer);
  });
  if (sim.draw.chance(25)) works.push(() => catchUp(sim));
  if (sim.draw.chance(15)) works.push(() => checkMeanwhile(sim));
  if (sim.draw.chance(25)) works.push(() => wakeLog(sim, 'attend', drawKinds(sim, 20)));
  if (sim.draw.chance(25)) works.push(() => wakeLog(sim, 'sequence', drawKinds(sim, 20)));
  const given = await sim.turns.together(works);
  if (given > 1) sim.tally.bite('F6');
}

/** The log’s own job: what fails is done again by the next one. */
async function wakeLog(sim: Simulation, what: 'attend' | 'sequence', kinds: FaultName[]): Promise<void> {
  const isAsked = what === 'attend' && sim.draw.chance(40);
  const process = startProcess(sim, { kinds: isAsked ? [...kinds, 'F15'] : kinds });
  const outcome = await attempt(sim, `log ${what}`, process, process[what]);
  if (outcome.is !== 'done' && process.faults.bitten.length === 0) {
    violate(sim, 'I7', `log ${what}: ${JSON.stringify(outcome)}`);
  }
}

/** F6: two sequencers of one log at once, or one. */
async function sequenceSome(sim: Simulation): Promise<void> {
  if (sim.logBooks.size === 0 || !sim.draw.chance(40)) return;
  if (!has(sim, 'F6') || sim.draw.chance(60))
    return wakeLog(sim, sim.draw.chance(30) ? 'attend' : 'sequence', drawKinds(sim, 30));
  sim.tally.inject('F6');
  const given = await sim.turns.together([
    () => wakeLog(sim, 'sequence', drawKinds(sim, 20)),
    () => wakeLog(sim, 'attend', []),
  ]);
  if (given > 1) sim.tally.bite('F6');
}

/** A full check while others write finds nothing. */
async function checkMeanwhile(sim: Simulation): Promise<void> {
  const process = startProcess(sim);
  const outcome = await attempt(sim, 'full check', process, () => checkLedger(process.ports, {}));
  if (outcome.is !== 'done') return;
  for (const { what, book, name } of outcome.answer.findings) {
    violate(sim, 'I7', `check while others write: ${what} ${book} ${name}`);
  }
}

/** Wakes of the stream, in any order and perhaps twice; messages of the queue, those of one book in order. */
async function deliverSome(sim: Simulation): Promise<void> {
  for (let n = sim.draw.between(0, 2); n > 0 && sim.wakes.length > 0; n -= 1) {
    const isOutOfOrder = has(sim, 'F5') && sim.draw.chance(50);
    const at = isOutOfOrder ? sim.draw.between(0, sim.wakes.length - 1) : 0;
    if (isOutOfOrder) sim.tally.inject('F5');
    if (isOutOfOrder && at > 0) sim.tally.bite('F5');
    const book = sim.wakes[at]!;
    const wake = (kinds: FaultName[]) => async (): Promise<void> => {
      const process = startProcess(sim, { kinds });
      const outcome = await attempt(sim, 'wake', process, () => process.follow(book));
      if (outcome.is !== 'done' && process.faults.bitten.length === 0) {
        violate(sim, 'I7', `following ${book}: ${JSON.stringify(outcome)}`);
      }
      // Else the stream wakes again.
      if (outcome.is === 'failed') sim.wakes.push(book);
    };
    sim.wakes.splice(at, 1);
    if (has(sim, 'F4') && sim.draw.chance(20)) {
      sim.tally.inject('F4');
      sim.tally.bite('F4');
      await sim.turns.together([wake(drawKinds(sim, 20)), wake([])]);
    } else await wake(drawKinds(sim, 30))();
  }
  await receiveSome(sim);
}

async function receiveSome(sim: Simulation): Promise<void> {
  if (sim.queue.length === 0 || !sim.draw.chance(60)) return;
  const { book } = sim.draw.oneOf(sim.queue);
  const messages = sim.queue.filter((one) => one.book === book).slice(0, sim.draw.between(1, 10));
  const receive = (kinds: FaultName[]) => async (): Promise<void> => {
    const process = startProcess(sim, { kinds });
    await attempt(sim, 'receive', process, () => deliver(sim, process, messages));
  };
  if (has(sim, 'F4') && sim.draw.chance(25)) {
    sim.tally.inject('F4');
    sim.tally.bite('F4');
    await sim.turns.together([receive(drawKinds(sim, 20)), receive([])]);
  } else await receive(drawKinds(sim, 30))();
}

/** Instants at which clocks are wrong easily: both changes of clock, a leap day, the turns of a year and of a day. */
const oddInstants = [
  ...['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-10-25T00:59:59.999Z', '2026-10-25T01:00:00.000Z'],
  ...['2028-02-28T23:00:00.000Z', '2028-02-29T12:00:00.000Z', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z'],
].map((text) => Date.parse(text));

function moveClock(sim: Simulation): void {
  const { draw, world } = sim;
  if (!has(sim, 'F9') || draw.chance(70)) {
    world.nowMs += draw.between(1, 7_200_000);
    return;
  }
  const before = world.nowMs;
  const how = draw.between(0, 3);
  sim.tally.inject('F9');
  if (how === 1) world.nowMs -= draw.between(1, 86_400_000 * 30);
  if (how === 2) world.nowMs = draw.oneOf(oddInstants);
  if (how === 3) world.nowMs += 86_400_000 * draw.between(1, 400);
  // A clock that stands still gives two facts one millisecond.
  if (how === 0 || world.nowMs < before || how > 1) sim.tally.bite('F9');
}

const poisons = [
  'poison, and no JSON',
  '{"poison":true}',
  (book: string) => `{"book":"${book}","kind":"month-check","row":{"poison":null}}`,
  (book: string) => `{"book":"${book}","kind":"confirmation","row":null,"poison":1}`,
] as const;

function poison(sim: Simulation): void {
  const { book } = sim.queue[0]!;
  const body = sim.draw.oneOf(poisons);
  const at = sim.draw.between(0, sim.queue.length);
  sim.tally.inject('F10');
  sim.tally.bite('F10');
  sim.queue.splice(at, 0, { id: unique(sim), book, body: typeof body === 'string' ? body : body(book), receives: 0 });
}

function push(sim: Simulation): void {
  const { draw, cast, world } = sim;
  const { address } = draw.chance(20) ? { address: outsider } : draw.oneOf(draw.oneOf(cast.companies).developers);
  const isLying = has(sim, 'F12') && draw.chance(25);
  if (isLying) sim.tally.inject('F12');
  if (isLying) sim.tally.bite('F12');
  const day = isLying ? draw.oneOf(['1970-01-01', '2038-01-19', '2100-12-31']) : draw.oneOf(workDays);
  pushCommit(world, draw.oneOf(cast.projects).url, madeCommit(draw, address, day));
}

/** Of an earlier moment, for a process that reads views which lag. */
function staleTable(sim: Simulation, earlier: MemoryWorld['table'] | null): MemoryWorld['table'] | null {
  if (earlier === null || !has(sim, 'F7') || !sim.draw.chance(25)) return null;
  sim.tally.inject('F7');
  return earlier;
}

async function verdict(sim: Simulation, later: readonly Root[]): Promise<number> {
  await settle(sim);
  await checkSettled(sim);
  await checkRoots(sim, later);
  const books = await allFacts(sim.world);
  await checkKept(sim, books);
  await checkConserved(sim, books);
  await checkStanding(sim, books);
  await checkErased(sim, books);
  await checkPublished(sim, books);
  await checkReceipts(sim, books);
  await checkLogged(sim, books);
  if (sim.violations.length === 0) await checkDamage(sim);
  await checkLogged(sim, await allFacts(sim.world));
  await checkLateKey(sim);
  if (sim.violations.length === 0) await checkEdit(sim, await allFacts(sim.world));
  return [...books.values()].reduce((sum, facts) => sum + facts.length, 0);
}

export async function runSeed(options: SimulationOptions): Promise<SeedReport> {
  const sim = startSimulation(options);
  const acts = sim.draw.between(4, 12);
  let earlier: MemoryWorld['table'] | null = null;
  let facts = 0;
  const later: Root[] = [];
  const whole = async (): Promise<void> => {
    for (let n = 0; n < acts; n += 1) {
      if (!sim.isSlow && sim.mode === 'queued' && sim.draw.chance(20)) earlier = sim.world.table.copy();
      if (has(sim, 'F6') && sim.draw.chance(20)) await twoAtOnce(sim);
      else later.push(...(await oneAct(sim, staleTable(sim, earlier))));
      if (sim.draw.chance(50)) moveClock(sim);
      if (sim.draw.chance(20)) push(sim);
      if (sim.queue.length > 0 && has(sim, 'F10') && sim.draw.chance(8)) poison(sim);
      if (sim.mode === 'queued') await deliverSome(sim);
      await sequenceSome(sim);
    }
    facts = await verdict(sim, later);
  };
  try {
    await whole();
  } catch (error) {
    violate(sim, 'I7', `the run could not be ended: ${error instanceof Error ? error.stack : String(error)}`);
  }
  checkForks(sim);
  const { seed, violations, outcomes } = sim;
  return { seed, acts, facts, violations, outcomes, faults: sim.tally.counts(), trace: sim.trace.digest() };
}
