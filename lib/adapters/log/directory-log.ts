// The log in a directory, each file under its own name: any web server can serve it as it lies.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogFiles } from '../../ports/log.ts';
import { exclusively } from '../engine/exclusive.ts';
import { putIfAbsent, replaceFile } from '../files/write-file.ts';

const orNull = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
};

export function directoryLog(directory: string): LogFiles {
  const pathOf = (name: string): string => {
    if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name))
      throw new Error(`log: no name of a file: ${JSON.stringify(name)}`);
    return join(directory, name);
  };
  const put: LogFiles['put'] = (name, bytes) => putIfAbsent(pathOf(name), bytes);
  const get: LogFiles['get'] = (name) => readFile(pathOf(name)).catch(orNull);
  return {
    putTile: put,
    tile: get,
    put,
    get,
    swap: async (name, before, after) => {
      if (before === null) return (await put(name, after)) === 'put';
      return exclusively(pathOf(name), async () => {
        const now = await get(name);
        if (now === null || !Buffer.from(now).equals(before)) return false;
        await replaceFile(pathOf(name), after);
        return true;
      });
    },
  };
}
