// Every page in a real browser under the real headers: axe finds nothing, nothing overflows, nothing needs script, paper says what it must.
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { loadAssets } from '../../lib/edge/assets.ts';
import { endpoint } from '../../lib/edge/endpoint.ts';
import { type LocalServer, serveLocally } from '../../lib/edge/local-server.ts';
import type { Frame } from '../../web/frame.ts';
import { edgeOf, nowMs } from '../edge/edge.ts';
import { type Sample, samples } from '../web/sample-views.ts';
import { describeWithBrowser, expectNoAxeViolations, printedSheets, screenshot } from './browser.ts';

const frameOf = (sample: Sample, language: Frame['language']): Frame => ({
  language,
  person: sample.roles.length === 0 ? null : 'Sabine Tellier',
  roles: sample.roles,
  csrf: 'token',
  isMemory: false,
  isTestClock: true,
  path: `/sample/${sample.name}`,
});

const show = endpoint({
  method: 'GET',
  path: '/sample/{name}',
  audience: 'public',
  need: [],
  input: z.object({ name: z.string() }),
  run: async (_ports, { name }, { language }) => {
    const sample = samples.find((one) => one.name === name)!;
    return { html: sample.render(frameOf(sample, language)) };
  },
});

const opened: Record<string, string>[] = [];
const open = endpoint({
  method: 'POST',
  path: '/v/{token}',
  audience: 'public',
  need: [],
  input: z.record(z.string(), z.string()),
  run: async (_ports, input) => {
    opened.push(input);
    return { redirect: '/sample/link-statement' };
  },
});

let server: LocalServer;
beforeAll(async () => {
  const { handler } = edgeOf([show, open], { secure: false });
  const assets = loadAssets(resolve(import.meta.dirname, '../../web/assets'));
  server = await serveLocally(handler, { port: 0, assets, now: () => nowMs, log: () => undefined });
});
afterAll(() => server.close());

const visit = (tab: Page, name: string, language: Frame['language'] = 'fr', fragment = ''): Promise<unknown> =>
  tab.goto(`${server.address}/sample/${name}?lang=${language}${fragment}`);

const secret = '7Q4M-X0PD-2VKA-9JTE-H5WC-R8BN-3ZFS-6GY1';

await describeWithBrowser('every page', (newPage) => {
  // One tab for all: opening one costs more than the page.
  let tab: Page;
  const broken: string[] = [];
  beforeAll(async () => {
    tab = await newPage();
    tab.on('console', (message) => {
      if (message.type() === 'error') broken.push(`${tab.url()}: ${message.text()}`);
    });
    tab.on('pageerror', (error) => broken.push(`${tab.url()}: ${error.message}`));
  });

  it.each(samples.map(({ name }) => name))('%s: axe finds nothing, nothing overflows', async (name) => {
    for (const language of ['fr', 'en'] as const) {
      await visit(tab, name, language);
      // What axe looks at is the same in both languages; how long the words are is not.
      if (language === 'fr') await expectNoAxeViolations(tab);
      for (const width of [1280, 390]) {
        await tab.setViewportSize({ width, height: 800 });
        const needed = await tab.evaluate(() => document.documentElement.scrollWidth);
        expect(needed, `${language}, ${width} pixels wide`).toBeLessThanOrEqual(width);
        // Pictures take as long as all the rest: only for whoever asked for them.
        if (process.env.COMMUNS_SCREENSHOTS !== undefined) await screenshot(tab, `${name}-${language}-${width}`);
      }
    }
    // Nothing that the Content-Security-Policy had to stop, no script that failed.
    expect(broken).toEqual([]);
  });

  it('is reached by keyboard: the first stop leads past the navigation', async () => {
    await visit(tab, 'hr-timesheets');
    await tab.keyboard.press('Tab');
    const skip = tab.getByRole('link', { name: 'Aller au contenu' });
    expect(await skip.evaluate((link) => document.activeElement === link)).toBe(true);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('takes the secret of a link from the address into its field, and out of the address', async () => {
    await visit(tab, 'link-landing', 'fr', `#${secret}`);
    expect(await tab.getByLabel('Secret du lien').inputValue()).toBe(secret);
    expect(tab.url()).not.toContain(secret);
    // The other language keeps it too.
    await tab.getByRole('link', { name: 'English' }).click();
    expect(await tab.getByLabel('Secret of the link').inputValue()).toBe(secret);
  });

  it('leads to what must be corrected first', async () => {
    await visit(tab, 'link-landing-failed');
    expect(await tab.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    expect(await tab.title()).toMatch(/^Erreur\u202f:/);
  });

  it('is opened without script, the secret typed from a letter', async () => {
    const plain = await newPage({ javaScriptEnabled: false });
    await visit(plain, 'link-landing');
    await plain.getByLabel('Secret du lien').fill(secret);
    await plain.getByLabel('SIREN de l’entreprise').fill('999001001');
    await plain.getByLabel('Code à six chiffres').fill('204817');
    await plain.getByRole('button', { name: 'Ouvrir' }).click();
    await plain.getByRole('heading', { name: 'État 2025-0001' }).waitFor();
    expect(opened).toEqual([
      { token: 'li-1.tbl2k0.k1.c2FtcGxlLW1hYy0xNg', secret, siren: '999001001', code: '204817', email: '' },
    ]);
  });

  it('is as sound where our script never arrives', async () => {
    // axe itself is script: only ours is kept away.
    const plain = await newPage();
    await plain.route('**/communs.js', (route) => route.abort());
    for (const name of [
      ...['developer-month', 'finance-link-made', 'link-landing-failed', 'link-statement'],
      ...['hr-timesheets', 'hr-preview', 'hr-preview-unanswered', 'hr-change'],
      ...['hr-erasure', 'registrar-objections', 'foundation-receipts', 'foundation-receipt'],
    ]) {
      await visit(plain, name);
      expect(await plain.getByRole('button', { name: /Copier/ }).count()).toBe(0);
      await expectNoAxeViolations(plain);
    }
  });

  it('ticks everybody who has time where she stands, and without script by asking again', async () => {
    await visit(tab, 'hr-timesheets');
    const ticked = (page: Page) => page.locator('input[name=developer]:checked').count();
    expect(await ticked(tab)).toBe(0);
    await tab.getByRole('link', { name: 'Cocher toutes les personnes' }).click();
    expect(await ticked(tab)).toBe(2);
    const plain = await newPage({ javaScriptEnabled: false });
    await visit(plain, 'hr-timesheets');
    expect(await plain.locator('.tick-all a').getAttribute('href')).toContain('month=2026-01&tick=open#people');
  });

  it('tells that a file is too large before it is sent, and takes one that is dropped', async () => {
    await visit(tab, 'hr-timesheets');
    const field = tab.getByLabel('Fichier', { exact: true });
    const says = () => field.evaluate((input) => (input as HTMLInputElement).validationMessage);
    const mimeType = 'text/csv';
    await field.setInputFiles({ name: 'an.csv', mimeType, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(await says()).toContain('dépasse 10 Mo');
    await field.evaluate((input) => {
      const { form } = input as HTMLInputElement;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['Matricule;Date'], 'mars.csv'));
      form?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    expect(await field.evaluate((input) => (input as HTMLInputElement).files?.[0]?.name)).toBe('mars.csv');
    expect(await says()).toBe('');
  });

  it('prints a receipt whole, without its forms', async () => {
    await visit(tab, 'hr-receipt');
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.getByText('Mise en production prévue de longue date').isVisible()).toBe(true);
    expect(await tab.getByRole('button', { name: 'Annuler la feuille' }).isVisible()).toBe(false);
    await expectNoAxeViolations(tab);
    await tab.emulateMedia({ media: null });
  });

  it('says on every sheet of paper that a simulation has no legal effect', async () => {
    await visit(tab, 'link-statement');
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.getByRole('link', { name: 'English' }).isVisible()).toBe(false);
    await expectNoAxeViolations(tab);
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    await tab.emulateMedia({ media: null });
    const sheets = printedSheets(pdf);
    if (sheets === null) return;
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) expect(sheet).toContain('Simulation — aucun effet juridique');
  });
});
