// The Lambda bundles: a folder for each entry, with what it reads at run time beside it.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';

const fonts = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'] as const;
/** pdfkit reads the colour space of PDF/A from beside itself. */
const colorProfile = 'sRGB_IEC61966_2_1.icc';

/** What is read at run time by who prints documents, beside the program that reads it. */
export function copyPrintFiles(root: string, folder: string): void {
  const require = createRequire(join(root, 'package.json'));
  for (const font of fonts) cpSync(require.resolve(`dejavu-fonts-ttf/ttf/${font}`), join(folder, 'fonts', font));
  const pdfkit = dirname(require.resolve('pdfkit'));
  cpSync(join(pdfkit, 'data', colorProfile), join(folder, 'data', colorProfile));
}

/** Certificates and former keys of the operator’s that are longer than a function’s settings may be; its settings name them as `certificates/…`. */
export function copyCertificates(root: string, folder: string): void {
  const given = join(root, 'certificates');
  if (existsSync(given)) cpSync(given, join(folder, 'certificates'), { recursive: true });
}

/**
 * @param root the checkout
 * @param entries names of `functions/lambda/<entry>.ts`
 * @param into emptied first; gets `<entry>/index.mjs`
 * @returns what went into each bundle
 */
export function bundle(root: string, entries: readonly string[], into: string): Metafile {
  rmSync(into, { recursive: true, force: true });
  const whole: Metafile = { inputs: {}, outputs: {} };
  for (const entry of entries) {
    const folder = join(into, entry);
    const { metafile } = buildSync({
      absWorkingDir: root,
      entryPoints: [{ in: `functions/lambda/${entry}.ts`, out: 'index' }],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      // What is imported when it is first used stands in a file of its own, which a cold start does not read.
      splitting: true,
      chunkNames: '[name]-[hash]',
      minify: true,
      // A class's name is its `name` in logs of faults.
      keepNames: true,
      sourcemap: true,
      sourcesContent: false,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      metafile: true,
      logLevel: 'error',
    });
    Object.assign(whole.inputs, metafile.inputs);
    Object.assign(whole.outputs, metafile.outputs);
    if (Object.keys(metafile.inputs).some((input) => input.includes('/pdfkit/'))) copyPrintFiles(root, folder);
    copyCertificates(root, folder);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  }
  const assets = join(root, 'web/assets');
  if (entries.includes('public') && existsSync(assets))
    cpSync(assets, join(into, 'public/assets'), { recursive: true });
  return whole;
}
