// Readers built as the product is shipped, one file each without types to strip, and started once for each file.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Timed } from './read-alone.ts';
import type { Reader } from './readers.ts';

export type TimeReader = (reader: Reader, path: string) => Promise<Timed>;

/** The program of one reader. Packages of others are looked for where it stands, and nowhere in this checkout. */
const program = (bench: string, entry: string): string =>
  [
    `import { readAlone } from ${JSON.stringify(join(bench, 'intake/read-alone.ts'))};`,
    `import { prepare } from ${JSON.stringify(join(bench, `${entry}.ts`))};`,
    'await readAlone(prepare, (name) => import(name));',
  ].join('\n');

/**
 * @param folder where the built readers go
 * @param peers the folder with the packages of the others, if there is one
 */
export async function buildReaders(
  folder: string,
  readers: readonly Reader[],
  peers: string | undefined,
): Promise<TimeReader> {
  const bench = resolve(import.meta.dirname, '..');
  for (const { name, entry } of readers) await writeFile(join(folder, `${name}.js`), program(bench, entry));
  await build({
    entryPoints: readers.map(({ name }) => join(folder, `${name}.js`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  if (peers !== undefined) await symlink(resolve(peers, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return async ({ name }, path) => {
    const own = process.env.COMMUNS_DEBUG === '1' ? 'inherit' : 'ignore';
    const child = fork(join(folder, `${name}.mjs`), [path], {
      stdio: ['ignore', own, own, 'ipc'],
      execArgv: [],
    });
    const ended = once(child, 'close') as Promise<[code: number | null]>;
    let timed: Timed | null = null;
    child.on('message', (said: Timed) => {
      timed = said;
    });
    const [code] = await ended;
    // TypeScript does not see the listener.
    const said = timed as Timed | null;
    if (said === null) throw new Error(`bench: ${name} ended with ${code} over ${path}`);
    return said;
  };
}
