// verify.html as a bundle carries it, opened from a file in a browser without a network: everything true, and the tampered twin refused.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOfflinePage } from '../../bin/offline-page/offline-page-html.ts';
import { packBundle } from '../../lib/statement/bundle/bundle-zip.ts';
import { offlinePage } from '../../lib/statement/bundle/offline-page.ts';
import { jwksText } from '../../lib/statement/keys.ts';
import { type Files, smallBundles } from '../statement/small-bundle.ts';
import { describeWithBrowser, expectNoAxeViolations } from './browser.ts';

let folder: string;
let files: Files;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'communs-offline-'));
  const made = await smallBundles('offline page');
  files = await made.at('names');
  await writeFile(join(folder, 'registrar.json'), jwksText(await made.ports.registrar.publicKeys()));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, 'bundle.zip'), packBundle(files));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the page in the bundles', () => {
  it('is what its sources build: after a change of them, run node bin/make-offline-page.ts', async () => {
    const { html, scriptBytes } = await buildOfflinePage();
    expect(html === offlinePage).toBe(true);
    // What a phone still opens at once; docs/measuring.md says what it is made of, and how it stands to its goal.
    expect(scriptBytes).toBeLessThan(120_000);
  });

  it('names no address to fetch from, and its policy lets nothing be fetched', () => {
    expect(offlinePage).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
    expect(offlinePage).not.toMatch(/(?:src|href)="/);
  });
});

await describeWithBrowser('verify.html from a file, offline', (newPage) => {
  const opened = async (): Promise<Page> => {
    const page = await newPage();
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    return page;
  };
  const answerOf = async (page: Page, ...names: readonly string[]): Promise<string> => {
    await page.setInputFiles(
      '#bundle',
      names.map((name) => join(folder, name)),
    );
    await page.waitForSelector('#result:not([data-result=""]):not([data-result=reading])');
    return (await page.getAttribute('#result', 'data-result'))!;
  };
  const outcomes = (page: Page): Promise<(string | null)[]> =>
    page.$$eval('li[data-outcome]', (items) => items.map((item) => item.getAttribute('data-outcome')));

  it('finds the zip authentic, each check holding, in French and in English', async () => {
    const page = await opened();
    expect(await answerOf(page, 'bundle.zip')).toBe('authentic');
    const found = await outcomes(page);
    expect(found.length).toBeGreaterThan(14);
    expect(new Set(found)).toEqual(new Set(['holds']));
    expect(await page.textContent('#result')).toMatch(/ce fait est au journal : tient/);
    await page.click('#other');
    expect(await page.textContent('#result')).toMatch(/that fact is in the log: holds/);
    await expectNoAxeViolations(page);
  });

  it('takes the unpacked files, the PDF, and the signed text with its keys', async () => {
    const page = await opened();
    expect(await answerOf(page, ...files.keys())).toBe('authentic');
    expect(await answerOf(page, 'statement.pdf')).toBe('authentic');
    expect(await answerOf(page, 'statement.jws', 'jwks.json')).toBe('authentic');
  });

  it('tells the level of trust by the keys that the reader has from elsewhere, the registrar’s too', async () => {
    const page = await opened();
    expect(await answerOf(page, 'bundle.zip')).toBe('authentic');
    expect(await page.textContent('#result')).toMatch(/Confiance : self/);
    await page.setInputFiles('#own-jwks', join(folder, 'jwks.json'));
    await page.setInputFiles('#own-vkey', join(folder, 'log.vkey'));
    await page.setInputFiles('#own-registrar', join(folder, 'registrar.json'));
    await page.waitForFunction(() =>
      /Confiance : third-party/.test(document.querySelector('#result')?.textContent ?? ''),
    );
    // The operator’s keys are none of the registrar’s.
    await page.setInputFiles('#own-registrar', join(folder, 'jwks.json'));
    await page.waitForSelector('#result[data-result=invalid]');
    expect(await page.textContent('#result')).toMatch(/registry\.jsonl : .*ÉCHOUE/);
  });

  it('refuses a copy with one changed byte, and names the file', async () => {
    for (const name of ['statement.jws', 'entries.jsonl', 'statement.tlog-proof', 'registry.jsonl', 'ruleset.json']) {
      const changed = files.get(name)!.slice();
      changed[changed.length >> 1]! ^= 1;
      await writeFile(join(folder, 'twin.zip'), packBundle(new Map([...files, [name, changed]])));
      const page = await opened();
      expect([name, await answerOf(page, 'twin.zip')]).toEqual([name, 'invalid']);
      expect([name, await page.textContent('#result')]).toEqual([name, expect.stringContaining(name)]);
    }
  });

  it('says that it cannot check the log where the browser lacks Ed25519, and never passes', async () => {
    const page = await newPage();
    await page.addInitScript(`
      const real = SubtleCrypto.prototype.importKey;
      SubtleCrypto.prototype.importKey = function (format, key, algorithm, ...rest) {
        if (algorithm === 'Ed25519') return Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'));
        return real.call(this, format, key, algorithm, ...rest);
      };`);
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    expect(await answerOf(page, 'bundle.zip')).toBe('incomplete');
    expect(await page.textContent('#result')).toMatch(/Ed25519/);
  });
});
