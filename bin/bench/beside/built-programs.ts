// Programs built as the product is shipped, one file each without types to strip; each run is a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { copyPrintFiles } from '../../../lib/infrastructure/bundle.ts';

/** @returns what the process said to whoever started it */
export type RunProgram = <Said>(name: string, words: readonly string[]) => Promise<Said>;

const bench = resolve(import.meta.dirname, '..');
const checkout = resolve(bench, '../..');

/**
 * The program that works in one way.
 * @param alone the function that it starts, and the file of that
 * @param entry the file that exports `prepare`; files are named in bin/bench, without their ending
 */
export function programOfWay(alone: readonly [name: string, file: string], entry: string): string {
  const [name, file] = alone;
  const importOf = (what: string, from: string): string =>
    `import { ${what} } from ${JSON.stringify(join(bench, `${from}.ts`))};`;
  return [importOf(name, file), importOf('prepare', entry), `await ${name}(prepare, (name) => import(name));`].join(
    '\n',
  );
}

/**
 * @param folder where the built programs go
 * @param programs their text, by name
 * @param peers the folder with the packages of others, if there is one: they are looked for where the programs stand, and nowhere in this checkout
 * @param execArgv what node is started with
 */
export async function buildPrograms(
  folder: string,
  programs: ReadonlyMap<string, string>,
  peers: string | undefined,
  execArgv: readonly string[] = [],
): Promise<RunProgram> {
  for (const [name, text] of programs) await writeFile(join(folder, `${name}.js`), text);
  const { metafile } = await build({
    metafile: true,
    entryPoints: [...programs.keys()].map((name) => join(folder, `${name}.js`)),
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
  if (Object.keys(metafile.inputs).some((input) => input.includes('/pdfkit/'))) copyPrintFiles(checkout, folder);
  if (peers !== undefined) await symlink(resolve(peers, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return async <Said>(name: string, words: readonly string[]) => {
    const own = process.env.COMMUNS_DEBUG === '1' ? 'inherit' : 'ignore';
    const child = fork(join(folder, `${name}.mjs`), words, {
      stdio: ['ignore', own, own, 'ipc'],
      execArgv: [...execArgv],
      cwd: checkout,
    });
    const ended = once(child, 'close') as Promise<[code: number | null]>;
    let answer: Said | null = null;
    child.on('message', (said: Said) => {
      answer = said;
    });
    const [code] = await ended;
    // TypeScript does not see the listener.
    const said = answer as Said | null;
    if (said === null) throw new Error(`bench: ${name} ended with ${code} over ${words.join(' ')}`);
    return said;
  };
}
