// The embedded run wakes the job of the queue of pulls itself, as long as it lives; one that fails stops no other.
import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { openEmbedded } from '../../lib/edge/embedded.ts';
import { job } from '../../lib/edge/job.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('hands over what is due once it attends', async () => {
  const woken: string[] = [];
  const pull = job({
    ...{ name: 'pull', trigger: { kind: 'pulls' }, need: [] },
    message: z.object({ repository: z.string(), notBefore: z.int() }),
    run: async (_ports, { messages }) => {
      for (const { repository } of messages) woken.push(repository);
      if (woken.at(-1) === 'bad') throw new Error('Zanzibar');
    },
  });
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const run = await openEmbedded([pull], { memory: true, environment: {} });
  await run.ports.pullQueue.ask('bad', 0);
  await run.ports.pullQueue.ask('good', 0);
  await run.ports.pullQueue.ask('later', run.clock.now() + 3_600_000);
  expect(woken).toEqual([]);
  run.attendPulls();
  await vi.waitFor(() => expect(woken).toEqual(['bad', 'good']));
  await run.close();
  expect([...run.pulls.waiting.keys()]).toEqual(['later']);
  expect(said).toHaveBeenCalledTimes(1);
  expect(String(said.mock.calls[0])).not.toContain('Zanzibar');
});
