// Ctrl-C and its like: heard from the moment on which somebody listens, until she lets go.
import { Interrupted } from './interrupted.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface StopSignal {
  /** Resolves at the first of them. */
  readonly heard: Promise<NodeJS.Signals>;
  /** @returns what the work gives @throws Interrupted at a signal, whatever the work is about */
  readonly during: <Answer>(work: Promise<Answer>) => Promise<Answer>;
  /** From now on a signal ends the program at once, as it does where nobody listens. */
  readonly letGo: () => void;
}

export function listenForStop(): StopSignal {
  const { promise: heard, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of signals) process.once(signal, resolve);
  return {
    heard,
    during: (work) => {
      const interrupted = heard.then((signal): never => {
        throw new Interrupted(signal);
      });
      return Promise.race([work, interrupted]);
    },
    letGo: () => {
      for (const signal of signals) process.off(signal, resolve);
    },
  };
}
