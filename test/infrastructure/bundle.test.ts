import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../functions/endpoints.ts';
import { developmentSignInMarker } from '../../lib/edge/development-sign-in.ts';
import { localContext } from '../../lib/edge/http-event.ts';
import { bundle, copyCertificates } from '../../lib/infrastructure/bundle.ts';
import { ask } from '../edge/edge.ts';

const root = resolve(import.meta.dirname, '../..');
// Inside the checkout, as in earnest: source maps name files relative to where they lie.
mkdirSync(join(root, 'dist'), { recursive: true });
const into = mkdtempSync(join(root, 'dist/bundles-'));
afterAll(() => rmSync(into, { recursive: true, force: true }));

const entries = readdirSync(join(root, 'functions/lambda')).map((file) => basename(file, '.ts'));
const metafile = bundle(root, entries, into);
const textOf = (entry: string): string => readFileSync(join(into, entry, 'index.mjs'), 'utf8');

describe('the bundles of the cloud', () => {
  it('have an entry for every audience that has an endpoint', () => {
    expect(entries).toEqual(expect.arrayContaining([...new Set(endpoints.map(({ audience }) => audience))]));
  });

  it('hold no development sign-in, in text or by import', () => {
    for (const entry of entries) expect(textOf(entry).includes(developmentSignInMarker), entry).toBe(false);
    expect(Object.keys(metafile.inputs).filter((file) => /development|local-server|http-event/.test(file))).toEqual([]);
  });

  it('would show it, if it were there', () => {
    const { outputFiles } = buildSync({
      absWorkingDir: root,
      entryPoints: ['lib/edge/development-sign-in.ts'],
      bundle: true,
      minify: true,
      platform: 'node',
      write: false,
    });
    expect(outputFiles[0]?.text).toContain(developmentSignInMarker);
  });

  it('hold no path of the machine that made them', () => {
    for (const entry of entries) {
      const map = readFileSync(join(into, entry, 'index.mjs.map'), 'utf8');
      // Not toContain: it would print the whole bundle.
      expect([textOf(entry).includes(root), map.includes(root)], entry).toEqual([false, false]);
    }
  });

  it('stay small where nobody prints: pdfkit is not in the public one', () => {
    const output = Object.entries(metafile.outputs).find(([file]) => file.endsWith('public/index.mjs'));
    const printers = Object.entries(metafile.outputs).filter(([, { inputs }]) =>
      Object.keys(inputs).some((file) => file.includes('/pdfkit/')),
    );
    expect(printers.map(([file]) => file.split('/').at(-2))).not.toContain('public');
    expect(printers.map(([file]) => file.split('/').at(-2))).toContain('finance');
    // 925 kB of it are libraries, the edge, the interfaces of forges and the clients of six services (docs/decisions/0006-aws-clients.md); 70 kB the
    // rules of all schemes: home says what stands in the way of a statement; 35 kB the verifier, which works a statement’s steps out again.
    expect(output?.[1].bytes).toBeLessThan(1_200_000);
    // Five megabytes of licence texts: for whoever pulls, and nobody else.
    const withTexts = Object.entries(metafile.outputs).filter(([, { inputs }]) =>
      Object.keys(inputs).some((file) => file.endsWith('spdx-full.json')),
    );
    expect(withTexts.map(([file]) => file.split('/').at(-2))).toEqual(['jobs']);
    expect(existsSync(join(into, 'public/assets'))).toBe(existsSync(join(root, 'web/assets')));
  });

  it('take the operator’s certificates along, which settings would be too short for', () => {
    const [checkout, folder] = [join(into, 'checkout'), join(into, 'function')];
    for (const each of [join(checkout, 'certificates'), folder]) mkdirSync(each, { recursive: true });
    writeFileSync(join(checkout, 'certificates/seal.pem'), 'as given');
    copyCertificates(checkout, folder);
    expect(readFileSync(join(folder, 'certificates/seal.pem'), 'utf8')).toBe('as given');
    copyCertificates(join(into, 'nowhere'), join(into, 'empty'));
    expect(existsSync(join(into, 'empty'))).toBe(false);
  });

  it('can be loaded, and answer in words', async () => {
    const { handler } = await import(pathToFileURL(join(into, 'public/index.mjs')).href);
    const answer = await handler(ask({ path: '/nowhere', headers: { accept: 'text/html' } }), localContext('x'));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('Aucune page');
  });
});
