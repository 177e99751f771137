// verify.html as one file: its script and style stand in it, and a policy lets nothing else run or be fetched.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';

const style = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:46rem;padding:1rem}
header{display:flex;gap:1rem;justify-content:space-between;align-items:start}
label{display:block;margin:.75rem 0 .25rem;font-weight:600}
.drop{border:2px dashed;border-radius:.5rem;padding:1rem}
#result{border-left:.4rem solid;padding-left:1rem;margin:1.5rem 0;overflow-wrap:anywhere}
#result:empty{border:0}
#result[data-result=authentic]{border-color:#18753c}
#result[data-result=invalid],#result[data-result=failed],#result[data-result=revoked]{border-color:#ce0500}
#result[data-result=incomplete],#result[data-result=superseded]{border-color:#b34000}
li[data-outcome=fails]{font-weight:700}
button{font:inherit}`;

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export interface BuiltPage {
  readonly html: string;
  /** Of the script alone. */
  readonly scriptBytes: number;
  /** What is in it, by where it comes from, largest first. */
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

/** @returns the same bytes for the same sources and the same esbuild */
export async function buildOfflinePage(): Promise<BuiltPage> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    absWorkingDir: join(import.meta.dirname, '../..'),
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    // ASCII: the page reads the same whatever encoding somebody opens it in.
    charset: 'ascii',
    legalComments: 'none',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const script = built.outputFiles[0]!.text.replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`;
  const field = (label: string, input: string, more: string): string =>
    `<label id="${label}" for="${input}"></label><input type="file" id="${input}"${more}>`;
  const html = [
    '<!doctype html>',
    '<html lang="fr"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>Communs</title><style>${style}</style></head><body>`,
    '<header><h1 id="title"></h1><button type="button" id="other"></button></header>',
    '<main><p id="lead"></p>',
    `<div class="drop">${field('files', 'bundle', ' multiple')}</div>`,
    field('jwks', 'own-jwks', ''),
    field('vkey', 'own-vkey', ''),
    field('registrar', 'own-registrar', ''),
    '<section id="result" aria-live="polite"></section></main>',
    '<noscript><p>Cette page a besoin de JavaScript ; sans lui, voyez LISEZ-MOI.txt.</p><p>This page needs JavaScript; without it, see README.txt.</p></noscript>',
    `<script>${script}</script></body></html>`,
    '',
  ].join('\n');
  const outputs = Object.values(built.metafile.outputs)[0]!.inputs;
  const parts = Object.entries(outputs)
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes);
  return { html, scriptBytes: Buffer.byteLength(script), parts };
}
