// One process on a memory world, with the jobs that follow facts and the inbox woken as in the embedded run.
import type { FaultPlan } from '../../lib/adapters/memory/faults.ts';
import { type MemoryProcess, type MemoryWorld, memoryPorts } from '../../lib/adapters/memory/memory-ports.ts';
import type { Ports } from '../../lib/ports.ts';
import { afterFacts } from '../../lib/use-cases/after-facts.ts';
import { consumeInbox } from '../../lib/use-cases/consume-inbox.ts';

export interface TestProcess {
  readonly ports: Ports;
  readonly steps: MemoryProcess['steps'];
  /** What a start does: facts that nobody followed, messages that nobody consumed. */
  readonly catchUp: () => Promise<void>;
}

export function processOn(world: MemoryWorld, faults?: FaultPlan): TestProcess {
  const started = memoryPorts({
    world,
    onFact: (book) => afterFacts(started.ports, book),
    ...(faults === undefined ? {} : { faults }),
  });
  const drain = async (book: string): Promise<void> => {
    await started.inbox.drain(book, async (messages) => {
      await consumeInbox(started.ports, book, messages);
    });
  };
  const ports: Ports = {
    ...started.ports,
    inbox: {
      submit: async (message) => {
        await started.ports.inbox.submit(message);
        await drain(message.book);
      },
    },
  };
  return {
    ports,
    steps: started.steps,
    catchUp: async () => {
      for await (const book of ports.listBooks.books()) await afterFacts(started.ports, book);
      for await (const book of started.inbox.books()) await drain(book);
    },
  };
}
