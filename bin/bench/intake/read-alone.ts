// What a process does that reads one file once with one reader: started by time-reader.ts, which it answers by message.
import { timeAlone } from '../beside/time-alone.ts';
import type { Load, Prepare } from './answer.ts';

/** The path of the file is the process's argument. */
export const readAlone = (prepare: Prepare, load: Load): Promise<void> =>
  timeAlone(async (path) => {
    const read = await prepare(load);
    return () => read(path);
  });
