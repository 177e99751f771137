// The main job through its pages, in a real browser: HR posts, the developer checks, the foundation confirms, finance issues, the auditor opens.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siren, timesheet } from '../whole/acts.ts';
import { describeWithBrowser, expectNoAxeViolations, mainText } from './browser.ts';
import { openSmallCompany, type SmallCompany } from './small-company.ts';

let portal: SmallCompany;
beforeAll(async () => {
  portal = await openSmallCompany();
});
afterAll(() => portal.close());

async function signIn(tab: Page, name: RegExp, next: string): Promise<void> {
  await tab.goto(`${portal.address}/sign-in?next=${encodeURIComponent(next)}&lang=en`);
  await tab.getByRole('button', { name }).click();
  await tab.waitForURL((url) => url.pathname.startsWith(next.split('?')[0]!));
}

await describeWithBrowser('the main job, by its pages', (newPage) => {
  // One after the other: each finds what the one before left.
  it('goes from a file of HR to a statement that an auditor opens', async () => {
    const hr = await newPage({ javaScriptEnabled: false });
    await signIn(hr, /^Human Resources/, '/hr/timesheets?year=2025');
    await hr.getByLabel(/file/i).setInputFiles({
      name: 'mars.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(timesheet),
    });
    await hr.getByRole('button', { name: /read|send|upload/i }).click();
    expect(await mainText(hr)).toMatch(/4/);
    // One of its days is a Saturday: it is posted with a reason.
    await hr.getByLabel(/^Saturday or Sunday/).fill('Release day, on the order of her manager.');
    await hr.getByRole('button', { name: /post 4 lines/i }).click();
    await hr.getByRole('heading', { name: 'Receipt of a timesheet' }).waitFor();
    expect(await mainText(hr)).toContain('mars.csv');

    const developer = await newPage();
    await signIn(developer, /^Alice Vernois/, '/developer/months');
    await developer.getByRole('link', { name: /March 2025/ }).click();
    await expectNoAxeViolations(developer);
    await developer.getByRole('button', { name: 'These hours are right' }).click();
    expect(await mainText(developer)).toContain('Checked by you');

    const foundation = await newPage();
    await signIn(foundation, /^Signatory/, '/foundation/confirmations');
    await expectNoAxeViolations(foundation);
    for (let left = 2; left > 0; left -= 1) {
      await foundation
        .getByRole('button', { name: /^Confirm \d/ })
        .first()
        .click();
    }
    expect(await foundation.getByRole('button', { name: /^Confirm \d/ }).count()).toBe(0);

    const first = await newPage();
    await signIn(first, /^Finance One/, '/finance/statements');
    // Nothing is prepared before the company has said whether it received other aid.
    const declarations = first.locator('a[href*="/declarations"]').first();
    await first.goto(
      new URL((await declarations.getAttribute('href'))!.replace(/\?.*$/, '?year=2025'), first.url()).href,
    );
    const otherAid = first.locator('form', { has: first.locator('input[name="topic"][value="otherAid"]') });
    await otherAid.locator('select').first().selectOption('no');
    await otherAid.getByRole('button').click();
    await first.goto(new URL('/finance/statements', first.url()).href);
    await first.getByLabel(/fiscal year|year/i).selectOption('2025');
    await first.getByRole('button', { name: 'Prepare' }).click();
    expect(await mainText(first)).toContain('no legal effect');

    const second = await newPage();
    await signIn(second, /^Finance Two/, '/finance/statements');
    await second.locator('main table a').first().click();
    await second.getByRole('button', { name: 'Issue this statement' }).click();
    expect(await mainText(second)).toContain('2025-0001');
    await expectNoAxeViolations(second);
    await second.getByLabel('Audience', { exact: true }).fill('Tax audit (example)');
    await second.getByLabel(/^E-mail domain/).fill('tax.example');
    await second.getByRole('button', { name: 'Make the link' }).click();
    const made = await mainText(second);
    const [address = ''] = /http:\S+\/v\/[^#\s]+#(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}/.exec(made) ?? [];
    const code = await second.locator('dt:has-text("Six-digit code") + dd code').textContent();

    const auditor = await newPage();
    await auditor.goto(address.replace('#', '?lang=en#'));
    await auditor.getByLabel(/SIREN/).fill(siren);
    await auditor.getByLabel(/code/i).fill(code ?? '');
    await auditor.getByRole('button', { name: 'Open' }).click();
    await auditor.waitForURL(/\/auditor\//);
    const statement = await mainText(auditor);
    expect(statement).toMatch(/authentic/i);
    expect(statement).toContain('no legal effect');
    expect(statement).not.toMatch(/\bvalid\b/i);
    await expectNoAxeViolations(auditor);
  }, 180_000);
});
