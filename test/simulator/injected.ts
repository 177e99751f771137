// Faults at the steps of one process: which ones it will meet and at which of its awaits is drawn before it starts.

import type { Draw } from '../../examples/random.ts';
import { Died, type Faults } from '../../lib/adapters/memory/faults.ts';
import { Refusal } from '../../lib/model/refusal.ts';
import { ComeBackLater } from '../../lib/ports/forge.ts';
import type { FaultName, FaultTally } from './fault-names.ts';

/** What only a simulated fault throws: anything else that is no refusal is a fault of ours. */
export class Injected extends Error {
  override readonly name = 'Injected';
}

/** Is this, or what caused it, of a fault that was put in? */
export function isInjected(error: unknown): boolean {
  if (error instanceof Died || error instanceof Injected || error instanceof ComeBackLater) return true;
  return error instanceof Error && error.cause !== undefined && isInjected(error.cause);
}

/** One fault, waiting for its step. */
interface Waiting {
  readonly fault: FaultName;
  readonly on: RegExp;
  /** So many steps that match go by before it. */
  after: number;
  readonly meet: <T>(name: string, act: () => Promise<T>) => Promise<T>;
}

/** What the surroundings do where a fault is more than a call that fails. */
export interface Surroundings {
  readonly draw: Draw;
  readonly tally: FaultTally;
  /** Another process puts a fact into this book now. */
  readonly interlope: (book: string) => Promise<void>;
  /** The forge's history becomes another one now. */
  readonly rewrite: () => void;
  readonly nowMs: () => number;
}

/** No act of a small world takes a tenth of it. */
const mostSteps = 10_000;

const anyStep = /./;
const conditional = /^table\.putIf /;
const factPut = /^table\.putIf book#/;
const bookOf = (name: string): string => /book#(\S+)/.exec(name)?.[1] ?? '';

const fails = async <T>(what: string, name: string): Promise<T> => {
  throw new Injected(`${what} at ${name}`);
};

const lose = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
  await act();
  return fails('the answer was lost', name);
};

/** The client sends it again: the condition does not hold any more, because it was met the first time. */
const sayNo = async <T>(_name: string, act: () => Promise<T>): Promise<T> => {
  await act();
  return false as T;
};

const forgeDown = async <T>(): Promise<T> => {
  throw new Refusal('repository-unreachable', { fr: 'La forge ne répond pas.', en: 'The forge does not answer.' });
};

/** One fault of a kind, aimed at a step that most acts have. */
function aimed(kind: FaultName, { draw, interlope, rewrite, nowMs }: Surroundings): Omit<Waiting, 'fault'> | null {
  const far = draw.between(0, draw.oneOf([4, 12, 40, 120]));
  if (kind === 'F2') {
    return draw.chance(50)
      ? { on: conditional, after: draw.between(0, 12), meet: sayNo }
      : { on: anyStep, after: far, meet: lose };
  }
  if (kind === 'F3') return { on: anyStep, after: far, meet: (name) => fails('throttled', name) };
  if (kind === 'F8') {
    if (draw.chance(20)) {
      const inTheWay = /^table\.(?:put|remove) /;
      return { on: inTheWay, after: draw.between(0, 4), meet: (name) => fails('transaction conflict', name) };
    }
    return {
      on: factPut,
      after: draw.between(0, 1),
      meet: async (name, act) => {
        await interlope(bookOf(name));
        return act();
      },
    };
  }
  if (kind === 'F11') {
    return {
      on: draw.chance(50) ? /^(?:signer|registrar)\.signDigest/ : /^logSigner\.sign/,
      after: draw.between(0, 1),
      meet: (name) => fails(draw.chance(50) ? 'the key is throttled' : 'the key refuses', name),
    };
  }
  if (kind === 'F12') {
    const on = /^forge\./;
    const after = draw.between(0, 3);
    const how = draw.between(0, 3);
    if (how === 0) return { on, after, meet: forgeDown };
    if (how === 1) return { on, after, meet: () => Promise.reject(new ComeBackLater(nowMs() + 60_000)) };
    if (how === 2) return { on: /^forge\.page/, after: draw.between(0, 1), meet: lose };
    return {
      on: /^forge\.page/,
      after: draw.between(0, 1),
      meet: async (_name, act) => {
        rewrite();
        return act();
      },
    };
  }
  if (kind === 'F15') return { on: /^timeStamps\.stamp/, after: 0, meet: async () => Promise.reject(noStamp(draw)) };
  return null;
}

/** What the adapter says of an authority that does not answer, or whose answer has another nonce. */
const noStamp = (draw: Draw): Refusal =>
  draw.chance(50)
    ? new Refusal('time-stamp-failed', { fr: 'Elle ne répond pas.', en: 'It does not answer.' })
    : new Refusal('time-stamp-failed', {
        fr: 'Sa réponse est pour une autre question.',
        en: 'Its answer is for another question.',
      });

/** Faults that a process meets at its own steps. */
export const stepFaults: readonly FaultName[] = ['F1', 'F2', 'F3', 'F8', 'F11', 'F12', 'F15'];

export interface InjectedFaults extends Faults {
  /** True once the process is dead. */
  readonly isDead: () => boolean;
  /** Which faults bit so far. */
  readonly bitten: readonly FaultName[];
}

/**
 * @param kinds which ones to draw, one of each
 * @param before awaited before each step: whose turn it is where several work at once
 * @param saw told of each step
 */
export function injectedFaults(
  kinds: readonly FaultName[],
  surroundings: Surroundings,
  before: () => Promise<void>,
  saw: (step: string) => void,
): InjectedFaults {
  const { draw, tally } = surroundings;
  const steps: string[] = [];
  const bitten: FaultName[] = [];
  let isDead = false;
  const die = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    isDead = true;
    if (draw.chance(50)) await act();
    throw new Died(name);
  };
  const waiting = kinds.flatMap((fault): Waiting[] => {
    const found =
      fault === 'F1'
        ? { on: anyStep, after: draw.between(0, draw.oneOf([6, 30, 120])), meet: die }
        : aimed(fault, surroundings);
    if (found === null) return [];
    tally.inject(fault);
    return [{ fault, ...found }];
  });
  const next = (name: string): Waiting | null => {
    const due = waiting.findIndex((one) => one.on.test(name) && one.after-- === 0);
    return due < 0 ? null : waiting.splice(due, 1)[0]!;
  };
  return {
    steps,
    bitten,
    isDead: () => isDead,
    step: async (name, act) => {
      if (isDead) throw new Died(name);
      await before();
      if (isDead) throw new Died(name);
      if (steps.length === mostSteps) throw new Error(`it does not end: ${mostSteps} steps, the last ${name}`);
      steps.push(name);
      saw(name);
      const fault = next(name);
      if (fault !== null) {
        tally.bite(fault.fault);
        bitten.push(fault.fault);
        saw(`${fault.fault} at ${name}`);
      }
      const answer = await (fault === null ? act() : fault.meet(name, act));
      // Also for a step that was under way while another one ended the process.
      if (isDead) throw new Died(name);
      return answer;
    },
  };
}
