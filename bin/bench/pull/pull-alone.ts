// What a process does that reads one history once in one way: started by pull-bench.ts, which it answers by message.
import { timeAlone } from '../beside/time-alone.ts';
import type { Load } from '../intake/answer.ts';
import type { Prepare, Source } from './way.ts';

/** The source is the process's argument, as JSON. */
export const pullAlone = (prepare: Prepare, load: Load): Promise<void> =>
  timeAlone((source) => prepare(load, JSON.parse(source) as Source));
