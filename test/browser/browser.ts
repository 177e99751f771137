// A headless browser for tests of pages: what a person sees, by keyboard and eye, and what axe finds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sparticuz from '@sparticuz/chromium';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe } from 'vitest';
import { leaveOut } from '../shared.ts';

const require = createRequire(import.meta.url);

/** Debian's package, where the one from npm does not start. */
const systemChromium = '/usr/bin/chromium';

interface Launch {
  readonly executablePath: string;
  readonly args: readonly string[];
}

async function launches(): Promise<readonly Launch[]> {
  const fromSystem = existsSync(systemChromium) ? [{ executablePath: systemChromium, args: ['--no-sandbox'] }] : [];
  return [{ executablePath: await sparticuz.executablePath(), args: sparticuz.args }, ...fromSystem];
}

/** @returns the first browser that starts, or why none does */
async function start(): Promise<Browser | string> {
  let why = 'no Chromium was found';
  const ways = await launches();
  // Once more after a while: another test file may be unpacking the very same binary.
  for (const { executablePath, args } of [...ways, ...ways]) {
    if (why.includes('ETXTBSY')) await setTimeout(3000);
    try {
      return await chromium.launch({ executablePath, args: [...args], headless: true });
    } catch (error) {
      const text = String(error);
      why = /lib(?:nss3|nspr4|nssutil3)\.so/.test(text)
        ? 'libnss3 is missing: apt-get install libnss3'
        : (text.split('\n')[0] ?? why);
    }
  }
  return why;
}

/**
 * A suite that needs a browser; where none starts, the run says so at its end.
 * @param suite gets a function that opens a new page: French, without cookies of an earlier one
 */
export async function describeWithBrowser(
  name: string,
  suite: (newPage: (options?: { readonly javaScriptEnabled?: boolean }) => Promise<Page>) => void,
): Promise<void> {
  const browser = await start();
  if (typeof browser === 'string') {
    leaveOut('browser tests', browser);
    return;
  }
  describe(name, () => {
    suite(async (options = {}) => {
      const context = await browser.newContext({ locale: 'fr-FR', ...options });
      return await context.newPage();
    });
    afterAll(() => browser.close());
  });
}

/** @throws if axe finds anything that it knows to be wrong, by rule, place and remedy */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Through the debugger's protocol, so that the page's strict CSP stays as it is.
  await page.evaluate(await axeSource());
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  const found = results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(' ')})`,
  );
  if (found.length > 0) throw new Error(found.join('\n'));
}

const axeSource = async (): Promise<string> => (require('axe-core') as { readonly source: string }).source;

/** What stands in the page itself, spaces made plain. */
export const mainText = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s/g, ' ');

/** @returns the text of each sheet of a PDF; null where nothing can read it: the run says so at its end */
export function printedSheets(pdf: Uint8Array): readonly string[] | null {
  try {
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    return text.split('\f').slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    leaveOut('text of printed pages', 'pdftotext is missing: apt-get install poppler-utils');
    return null;
  }
}

let folder: string | undefined;

/** @returns where the picture of the whole page lies, for whoever wants to look at it */
export async function screenshot(page: Page, name: string): Promise<string> {
  folder ??= process.env.COMMUNS_SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'communs-screenshots-'));
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/**
 * Looked at by axe, and by whoever asked for pictures.
 * @param hasScript axe is script: pages that are read without are looked at elsewhere
 * @throws if something is wrong, or wider than the window
 */
export async function look(page: Page, name: string, hasScript = true): Promise<void> {
  if (hasScript) await expectNoAxeViolations(page);
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  if (widths[0] !== widths[1]) throw new Error(`${name}: ${widths.join(' pixels needed, there are ')}`);
  // Pictures take as long as all the rest.
  if (process.env.COMMUNS_SCREENSHOTS !== undefined) await screenshot(page, `journey-${name}`);
}
