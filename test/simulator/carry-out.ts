// One act until it is done: it meets its faults, is carried out again, and in the end must come through without a person.
import { copyOfWorld } from '../../lib/adapters/memory/memory-ports.ts';
import { seededRandom } from '../../lib/adapters/memory/seeded-random.ts';
import type { Table } from '../../lib/adapters/store/table.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import type { Ports } from '../../lib/ports.ts';
import { correctTime } from '../../lib/use-cases/correct-time.ts';
import { register } from '../../lib/use-cases/register.ts';
import { acknowledgedBy } from './acknowledged.ts';
import type { DrawnAct } from './drawn-acts.ts';
import type { FaultName } from './fault-names.ts';
import { isInjected, stepFaults } from './injected.ts';
import { newKinds } from './read-world.ts';
import { giftsIn, receiptOf } from './receipt-acts.ts';
import { type SimulatedProcess, type Simulation, startProcess, unique, violate } from './simulation.ts';
import { anotherSignatory, type SmallCompany } from './small-world.ts';

export type Outcome<Answer = unknown> =
  | { readonly is: 'done'; readonly answer: Answer }
  | { readonly is: 'refused'; readonly code: string }
  /** By a fault that was put in. */
  | { readonly is: 'failed' };

/** Refused for now, and not for what was asked. */
const forNow: ReadonlySet<string> = new Set(['ledger-busy', 'repository-unreachable']);

/** @param what for whoever reads of a fault of ours */
export async function attempt<Answer>(
  sim: Simulation,
  what: string,
  { faults }: SimulatedProcess,
  act: () => Promise<Answer>,
): Promise<Outcome<Answer>> {
  let outcome: Outcome<Answer>;
  try {
    outcome = { is: 'done', answer: await act() };
  } catch (error) {
    if (isInjected(error)) outcome = { is: 'failed' };
    else if (error instanceof Refusal) {
      const isForNow = forNow.has(error.code) && faults.bitten.length > 0;
      outcome = isForNow ? { is: 'failed' } : { is: 'refused', code: error.code };
    } else {
      violate(sim, 'I7', `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      outcome = { is: 'failed' };
    }
  }
  const said = outcome.is === 'refused' ? outcome.code : outcome.is;
  sim.trace.note(`${what}: ${said}`);
  const key = `${what.split(' #')[0]}: ${said}`;
  sim.outcomes.set(key, (sim.outcomes.get(key) ?? 0) + 1);
  return outcome;
}

/** Of those that a process meets at its own steps, none to two. */
export function drawKinds(sim: Simulation, percent: number): FaultName[] {
  const possible = stepFaults.filter((kind) => sim.faults.has(kind));
  if (possible.length === 0 || !sim.draw.chance(percent)) return [];
  const kinds = new Set([sim.draw.oneOf(possible)]);
  if (sim.draw.chance(30)) kinds.add(sim.draw.oneOf(possible));
  return [...kinds];
}

const correct = (sim: Simulation, { company, hr: by, developers }: SmallCompany, ports: Ports): Promise<unknown> =>
  correctTime(ports, {
    ...{ company, by, developer: developers[0]!.developer, day: '2025-06-02' },
    ...{ project: sim.cast.projects[0]!.id, unit: 'minute', delta: 1, reason: `Entre-temps ${unique(sim)}` },
  });

/** The registrar decides something, or the foundation issues a receipt for another statement. */
function elsewhere(sim: Simulation, book: string, ports: Ports): (() => Promise<unknown>) | null {
  const { projects, registrar: by } = sim.cast;
  if (book === 'registry') return () => register(ports, { by, file: anotherSignatory(projects, unique(sim)) });
  const project = projects.find(({ foundation }) => book === `foundation/${foundation}`);
  const gifts = giftsIn(sim.history);
  if (project === undefined || gifts.length === 0) return null;
  const act = receiptOf(project, sim.draw.oneOf(gifts));
  return () => act(ports);
}

/** Somebody else writes in the same book at this very moment. */
async function interlope(sim: Simulation, book: string): Promise<void> {
  const company = sim.cast.companies.find((one) => book === `company/${one.company}`) ?? null;
  const other = startProcess(sim);
  const act = company === null ? elsewhere(sim, book, other.ports) : () => correct(sim, company, other.ports);
  if (act === null) return;
  const outcome = await attempt(sim, 'somebody else', other, act);
  if (outcome.is === 'done') sim.acknowledged.push(...acknowledgedBy(outcome.answer, company?.company ?? null));
}

/** For whom a process works, where it works for one alone. */
export const tenantOf = ({ tenant, reachesAll }: DrawnAct) => (reachesAll === true ? {} : { tenant });

export interface Carried {
  readonly outcome: Outcome;
  /** Steps of every attempt but the last. */
  readonly earlier: readonly string[];
  readonly bitten: ReadonlySet<FaultName>;
}

export interface CarryOptions {
  /** Chance of a fault at the first attempt, of a hundred. */
  readonly percent: number;
  readonly stale?: Table | null;
  /** Others work at the same time: nothing is caught up in between. */
  readonly isShared?: boolean;
}

/** Attempts with faults, then one without. */
export async function carryOut(sim: Simulation, act: DrawnAct, options: CarryOptions): Promise<Carried> {
  const { percent, stale = null, isShared = false } = options;
  const earlier: string[] = [];
  const bitten = new Set<FaultName>();
  for (let tries = 0; ; tries += 1) {
    const kinds = tries < 3 ? drawKinds(sim, tries === 0 ? percent : 40) : [];
    const process = startProcess(sim, {
      ...{ kinds, stale: tries === 0 ? stale : null, ...tenantOf(act) },
      interlope: (book) => interlope(sim, book),
    });
    const outcome = await attempt(sim, act.name, process, () => act.carryOut(process.ports, process.rotate));
    for (const fault of process.faults.bitten) bitten.add(fault);
    if (outcome.is === 'refused' && forNow.has(outcome.code)) {
      violate(sim, 'I7', `${act.name}: ${outcome.code}, and nothing was in its way`);
    }
    if (outcome.is !== 'failed') return { outcome, earlier, bitten };
    earlier.push(...process.faults.steps);
    if (process.faults.bitten.length === 0) {
      if (tries > 3) violate(sim, 'I7', `${act.name}: it does not come through, with nothing in its way`);
      if (tries > 4) return { outcome, earlier, bitten };
    }
    if (sim.mode === 'inline' && !isShared && process.faults.isDead()) await catchUp(sim, drawKinds(sim, 15));
  }
}

/** A start of the embedded run, until it comes through. */
export async function catchUp(sim: Simulation, kinds: readonly FaultName[] = []): Promise<void> {
  const process = startProcess(sim, { kinds });
  const outcome = await attempt(sim, 'catch up', process, process.catchUp);
  if (outcome.is === 'done') return;
  if (process.faults.bitten.length > 0) return catchUp(sim);
  violate(sim, 'I7', `catching up: ${JSON.stringify(outcome)}`);
}

/**
 * The same act from the same world, with nothing in its way: what it ends in, and which kinds of facts it makes.
 * @returns to be held against the run with faults
 */
export async function undisturbed(sim: Simulation, act: DrawnAct): Promise<string> {
  const world = copyOfWorld(sim.world, seededRandom(`undisturbed ${sim.seed} ${unique(sim)}`));
  const aside: Simulation = {
    ...sim,
    ...{
      world,
      keys: sim.keys.copy(),
      wakes: [],
      queue: [],
      logBooks: new Set<string>(),
      signed: [],
      deadLetters: [],
      acknowledged: [],
      violations: [],
      outcomes: new Map(),
    },
  };
  const process = startProcess(aside, tenantOf(act));
  const outcome = await attempt(aside, `undisturbed ${act.name}`, process, () =>
    act.carryOut(process.ports, process.rotate),
  );
  return ending(outcome, await newKinds(sim.world, world));
}

/** What follows a fact in books of people or repositories may come later, with the next fact or the next start; and a start after a crash publishes keys. */
const comesLater = (kind: string): boolean =>
  kind.startsWith('person:') || ['repo:erasure', 'registry:key-published'].includes(kind);

export const ending = (outcome: Outcome, kinds: readonly string[]): string =>
  `${outcome.is === 'refused' ? outcome.code : outcome.is}, ${kinds.filter((kind) => !comesLater(kind)).join(' ')}`;
