// HR's journey in a real browser, with script and without, in both languages: a file that nobody understands at once becomes a receipt.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, look, mainText } from './browser.ts';
import { openSmallCompany, type SmallCompany } from './small-company.ts';

let portal: SmallCompany;
beforeAll(async () => {
  portal = await openSmallCompany();
});
afterAll(() => portal.close());

const words = {
  fr: {
    ...{ read: 'Lire ce fichier', useRow: 'Utiliser cette ligne', readSo: 'Lire avec ces choix', date: 'Jour' },
    ...{ who: 'Matricule', project: 'Projet', quantity: 'Durée', unit: 'Unité des durées', hours: 'heures' },
    ...{
      keep: /^Garder cette lecture/,
      copy: /copie/i,
      weekend: /^Samedi ou dimanche/,
    },
    ...{ receipt: 'Reçu de feuille de temps', profile: 'Présentation' },
  },
  en: {
    ...{ read: 'Read this file', useRow: 'Use this row', readSo: 'Read with these choices', date: 'Day' },
    ...{ who: 'Employee number', project: 'Project', quantity: 'Duration', unit: 'Unit of durations', hours: 'hours' },
    ...{ keep: /^Keep this reading/, weekend: /^Saturday or Sunday/ },
    ...{ receipt: 'Receipt of a timesheet', profile: 'layout' },
  },
} as const;
type Language = keyof typeof words;

const sheetOf = (month: string): string =>
  [
    'Relevé du pôle',
    '',
    'Alpha;Bravo;Charlie;Delta',
    `R-1;04/${month}/2025;points;7h75`,
    `R-1;05/${month}/2025;points;3,20`,
    `R-2;08/${month}/2025;points;2,20`,
    `Hubert Lansac;04/${month}/2025;Refonte intranet;7,40`,
  ].join('\r\n');

async function send(tab: Page, language: Language, name: string, text: string): Promise<void> {
  await tab.locator('#file').setInputFiles({
    ...{ name, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}`) },
  });
  await tab.getByRole('button', { name: words[language].read }).click();
}

async function signIn(tab: Page, language: Language): Promise<void> {
  await tab.goto(`${portal.address}/sign-in?next=${encodeURIComponent('/hr/timesheets?year=2025')}&lang=${language}`);
  await tab.getByRole('button', { name: /^Human Resources/ }).click();
  await tab.waitForURL((url) => url.pathname === '/hr/timesheets');
}

await describeWithBrowser('HR’s journey', (newPage) => {
  it.each([
    ['fr', '03', false],
    ['en', '11', true],
  ] as const)('in %s, month %s, script %s', { timeout: 180_000 }, async (language, month, javaScriptEnabled) => {
    const t = words[language];
    const tab = await newPage({ javaScriptEnabled });
    tab.setDefaultTimeout(20_000);
    await signIn(tab, language);
    await send(tab, language, 'pole.csv', sheetOf(month));

    if (language === 'fr') {
      // Nobody knows these headers: HR points at the row, then at the columns, and keeps it for the next file.
      await look(tab, `hr-change-${language}`, javaScriptEnabled);
      await tab.locator('[name=headerRow][value="3"]').check();
      await tab.getByRole('button', { name: t.useRow }).click();
      await tab.getByLabel(t.who, { exact: true }).selectOption('=Alpha');
      await tab.getByLabel(t.date, { exact: true }).selectOption('=Bravo');
      await tab.getByLabel(t.project, { exact: true }).selectOption('=Charlie');
      await tab.getByLabel(t.quantity, { exact: true }).selectOption('=Delta');
      await tab.getByLabel(t.unit).selectOption({ label: t.hours });
      await tab.getByLabel(t.keep).check();
      await tab.getByRole('button', { name: t.readSo }).click();
    }
    // The other month’s file is read by what was kept.
    await look(tab, `hr-understood-${language}`, javaScriptEnabled);
    expect(await mainText(tab)).toMatch(new RegExp(t.profile));
    expect(await mainText(tab)).toContain('7h75');

    const [download] = await Promise.all([tab.waitForEvent('download'), tab.locator('a[href*="/copy"]').click()]);
    expect(download.suggestedFilename()).toMatch(/^pole-.*\.xlsx$/);
    expect((await readFile((await download.path())!)).subarray(0, 2).toString()).toBe('PK');

    // One cell is put right here, one person is none of ours, one line with a Saturday needs a reason.
    await tab.locator('[name="cell:!D4"]').fill('7:45');
    await tab
      .locator('form', { has: tab.locator('[name="cell:!D4"]') })
      .locator('button')
      .click();
    await tab.getByRole('checkbox', { name: /Hubert Lansac/ }).check();
    await tab
      .locator('form', { has: tab.locator('[name=person]') })
      .locator('button')
      .last()
      .click();
    await look(tab, `hr-ready-${language}`, javaScriptEnabled);
    await tab.getByLabel(t.weekend).fill('Mise en production convenue avec elle.');
    await tab.getByRole('button', { name: /^(Enregistrer|Post) 3 / }).click();
    await tab.getByRole('heading', { name: t.receipt }).waitFor();
    expect(await mainText(tab)).toContain('Mise en production convenue avec elle.');
    await look(tab, `hr-receipt-${language}`, javaScriptEnabled);

    // Her month: a correction with its reason, complete, and open again.
    await tab.goto(`${portal.address}/hr/timesheets?year=2025&month=2025-${month}`);
    await look(tab, `hr-timesheets-${language}`, javaScriptEnabled);
    await tab
      .getByRole('row', { name: /Alice Vernois/ })
      .getByRole('checkbox')
      .check();
    await tab.locator('form[action$="/complete"] button').click();
    await tab
      .getByRole('row', { name: /Alice Vernois/ })
      .getByRole('link')
      .last()
      .click();
    await tab.locator('[name=day]').fill(`2025-${month}-05`);
    await tab.locator('[name=direction][value=take]').check();
    await tab.locator('[name=hours]').fill('1');
    await tab
      .locator('form', { has: tab.locator('[name=direction]') })
      .locator('[name=reason]')
      .fill('Réunion interne.');
    await tab
      .locator('form', { has: tab.locator('[name=direction]') })
      .locator('button')
      .click();
    await look(tab, `hr-month-${language}`, javaScriptEnabled);
    expect(await mainText(tab)).toContain('Réunion interne.');
    await tab.locator('form[action$="/reopen"] [name=reason]').fill('Un relevé manque.');
    await tab.locator('form[action$="/reopen"] button').click();
    expect(await mainText(tab)).toContain('Un relevé manque.');
  });
});
