// The Lambda bundles: one esbuild call for all entries, a folder each.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';

/** exceljs and others of its age call require() inside. */
const banner =
  "import { createRequire as communsRequire } from 'node:module'; const require = communsRequire(import.meta.url);";

/**
 * @param root the checkout
 * @param entries names of `functions/lambda/<entry>.ts`
 * @param into emptied first; gets `<entry>/index.mjs`
 * @returns what went into each bundle
 */
export function bundle(root: string, entries: readonly string[], into: string): Metafile {
  rmSync(into, { recursive: true, force: true });
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: `functions/lambda/${entry}.ts`, out: `${entry}/index` })),
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    // A class's name is its `name` in logs of faults.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: banner },
    metafile: true,
    logLevel: 'error',
  });
  for (const entry of entries) writeFileSync(join(into, entry, 'package.json'), '{"type":"module"}\n');
  const assets = join(root, 'web/assets');
  if (entries.includes('public') && existsSync(assets))
    cpSync(assets, join(into, 'public/assets'), { recursive: true });
  return metafile;
}
