// A gift of time and who gave it, in a real browser: the receipt in French, by keyboard, without our script; years later her erasure, in English.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryForge } from '../../lib/adapters/memory/memory-forge.ts';
import { cents, minutes } from '../../lib/model/quantity-text.ts';
import { type Receipt, receiptSchema } from '../../lib/statement/receipt/receipt.ts';
import { readBook } from '../../lib/use-cases/book-state.ts';
import { checkLedger } from '../../lib/use-cases/check-ledger.ts';
import { contributionsIn } from '../../lib/use-cases/read-contributions.ts';
import { daysInWords, periodInWords } from '../../web/parts/dates.ts';
import { company, repositoryUrl, sampleRepository } from '../whole/acts.ts';
import { after, endSecondments, secondOfHr } from '../whole/after-the-term.ts';
import { unpacked } from '../whole/everything.ts';
import { declareGift, enrolDonor, issueGift } from '../whole/gift-of-time.ts';
import { describeWithBrowser, look, mainText, printedSheets } from './browser.ts';
import { beforehand, carryOut, openSmallCompany, type SmallCompany } from './small-company.ts';

/** Of somebody who is nobody’s developer. */
const outside = { authorName: 'Olive Dehors', authorAddress: 'olive@auteur.example', sha: 'c'.repeat(40) };
const [commit] = sampleRepository().commits;
const repository = sampleRepository([
  { ...commit!, parents: [outside.sha] },
  { ...commit!, ...outside },
]);

let portal: SmallCompany;
beforeAll(async () => {
  portal = await openSmallCompany([...beforehand, 'import']);
  const { ports } = portal;
  await carryOut({ ...ports, forge: memoryForge(new Map([[repositoryUrl, repository]])) }, ['pull']);
  await carryOut(ports, ['match', 'check', 'confirm', 'confirm in part', 'no other aid']);
  await declareGift(ports);
  await issueGift(ports);
});
afterAll(() => portal.close());

const words = {
  fr: { signIn: 'Se connecter', home: 'Ce qui vous attend' },
  en: { signIn: 'Sign in', home: 'What awaits you' },
} as const;

/** The one address that is typed is the portal’s; all others are found. */
async function arrive(tab: Page, language: keyof typeof words, name: RegExp): Promise<void> {
  tab.setDefaultTimeout(20_000);
  await tab.goto(portal.address);
  if (language === 'en') await tab.getByRole('link', { name: 'English' }).click();
  await tab.getByRole('link', { name: words[language].signIn }).first().click();
  await tab.getByRole('button', { name }).click();
  await tab.getByRole('heading', { name: words[language].home }).waitFor();
}

const heading = (tab: Page, name: string): Promise<void> => tab.getByRole('heading', { name, level: 1 }).waitFor();

/** Stop by stop from where she is, then the key. */
async function press(tab: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < 60; stops += 1) {
    await tab.keyboard.press('Tab');
    if (!(await target.evaluate((element) => element === document.activeElement))) continue;
    return tab.keyboard.press(key);
  }
  throw new Error(`not reached by keyboard: ${target}`);
}

async function downloaded(tab: Page, start: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([tab.waitForEvent('download'), start()]);
  return readFile((await download.path())!);
}

/** Terms of a page, each with what stands beside it, section by section. */
const factsOn = (tab: Page) =>
  tab
    .locator('main section')
    .evaluateAll((sections) =>
      Object.fromEntries(
        sections.map((section) => [
          section.getAttribute('aria-labelledby') ?? '',
          Object.fromEntries(
            [...section.querySelectorAll('dl.facts > div')].map((row) =>
              ['dt', 'dd'].map((part) => row.querySelector(part)?.textContent ?? ''),
            ) as [string, string][],
          ),
        ]),
      ),
    );

/** What the page before it must have shown, of a receipt as programs read it. */
const shownOf = ({ beneficiary, donor, gift, statement, signatory }: Receipt) => ({
  beneficiary: {
    Dénomination: beneficiary.name,
    'SIREN, RNA ou registre': beneficiary.registration,
    Adresse: beneficiary.address,
    Objet: beneficiary.purpose,
    Catégorie: `CGI, article 238 bis, 1, ${beneficiary.category} — ${beneficiary.proof}`,
  },
  donor: { Dénomination: donor.name, 'Forme juridique': donor.legalForm, SIREN: donor.siren, Adresse: donor.address },
  gift: {
    Nature: `mise à disposition gratuite de salariés\u202f: développement des projets ${gift.projects.join(', ')}`,
    Période: periodInWords('fr', gift),
    'Temps reçu': minutes('fr', gift.minutes),
    'Valeur selon l’entreprise': cents('fr', gift.valueCents),
    'État certifié': `${statement.number} (Exercice ${statement.fiscalYear})`,
  },
  signature: {
    Signataire: signatory.name,
    'En qualité de': signatory.capacity,
    Mandat: daysInWords('fr', signatory.mandate.from, signatory.mandate.to),
  },
});

const theirs = /Vernois|Corvoisier|@rail\.example|\bR-[12]\b/;

/** Bundles hold what stands beside them; months without a line say nothing of anybody. */
const isLeftOut = (path: string): boolean =>
  /^\/(?:assets|log|sign-in)|[?&]lang=|\/bundle\.|[=/](?!2025-03)\d{4}-\d\d(?:[/&]|$)/.test(path);

/**
 * Every page and file that she comes to by links, none of which leads to a refusal, as text by address.
 * @param from where she starts, beside home: addresses that she kept
 */
async function reached(tab: Page, from: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const waiting = ['/', ...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (texts.has(path) || isLeftOut(path)) continue;
    const answer = await tab.request.get(portal.address + path, { headers: { accept: 'text/html' } });
    expect(answer.status(), path).toBeLessThan(from.includes(path) ? 500 : 300);
    const [type = ''] = (answer.headers()['content-type'] ?? '').split(';');
    const body = await answer.body();
    const text = type === 'application/pdf' ? (printedSheets(body)?.join('\n') ?? '') : unpacked(body);
    texts.set(path, text);
    if (type !== 'text/html') continue;
    for (const [, href = ''] of text.matchAll(/ href="(\/[^"#]*)/g)) waiting.push(href.replaceAll('&amp;', '&'));
  }
  return texts;
}

/** In all repositories. */
async function commitsPulled(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const book of portal.ports.listBooks.books()) {
    if (!book.startsWith('repo/')) continue;
    const rows = await contributionsIn(portal.ports, await readBook(portal.ports, book));
    found.push(...rows.map(({ sha }) => sha));
  }
  return found;
}

const naming = (texts: ReadonlyMap<string, string>): readonly string[] =>
  [...texts].flatMap(([path, text]) => (theirs.test(text) ? [path] : [])).sort();

await describeWithBrowser('a gift of time and who gave it', (newPage) => {
  it('has a receipt: issued by keyboard, downloaded by both parties, saying what the page said', async () => {
    const signatory = await newPage();
    await signatory.route('**/communs.js', (route) => route.abort());
    await arrive(signatory, 'fr', /^Signatory/);
    expect(await mainText(signatory)).toContain('1 don de temps en attente d’un reçu');
    await press(signatory, signatory.getByRole('link', { name: 'Ouvrir les reçus' }));
    await heading(signatory, 'Reçus de dons de temps');
    await look(signatory, 'receipts-awaiting');
    await press(signatory, signatory.getByRole('link', { name: /^Voir ce que dira le reçu/ }));
    await heading(signatory, 'Reçu à délivrer – Rail Exemple');
    const shown = await factsOn(signatory);
    const people = await signatory.locator('section[aria-labelledby=gift] tbody tr').allTextContents();
    await look(signatory, 'receipt-draft');
    await press(signatory, signatory.getByLabel(/^Je certifie sur l’honneur/), 'Space');
    await press(signatory, signatory.getByRole('button', { name: 'Délivrer le reçu' }));
    await signatory.getByRole('status').waitFor();
    expect(await mainText(signatory)).toContain('Aucun don n’attend de reçu.');
    await look(signatory, 'receipts-issued');

    const file = (tab: Page, name: string) => tab.getByRole('link', { name: new RegExp(`^${name} 2026-0001`) });
    const json = await downloaded(signatory, () => press(signatory, file(signatory, 'JSON')));
    const pdf = await downloaded(signatory, () => press(signatory, file(signatory, 'PDF')));
    const receipt = receiptSchema.parse(JSON.parse(json.toString()));
    const { beneficiary, donor, gift, signature } = shownOf(receipt);
    expect(shown).toMatchObject({ beneficiary, donor, gift, signature });
    expect(people).toEqual(receipt.gift.people.map((one) => `${one.name}${minutes('fr', one.minutes)}`));
    expect(receipt.gift.people.map(({ name }) => name).sort()).toEqual(['Alice Vernois', 'Bastien Corvoisier']);
    const sheets = printedSheets(pdf)?.join(' ').replace(/\s+/g, ' ');
    // Paper says these three in words of its own.
    const { Catégorie: _category, ...to } = beneficiary;
    const { Période: _period, 'État certifié': _statement, ...given } = gift;
    const { Mandat: _mandate, ...by } = signature;
    for (const mention of [...[to, donor, given, by].flatMap(Object.values), 'Alice Vernois', receipt.number]) {
      if (sheets !== undefined) expect(sheets).toContain(mention.replace(/\s/g, ' '));
    }

    // Back, as one does to be sure: it stays issued.
    await signatory.goBack();
    expect(await mainText(signatory)).toContain('Un reçu est déjà délivré pour cet état');

    const finance = await newPage();
    await arrive(finance, 'fr', /^Finance One/);
    await finance.getByRole('link', { name: 'Ouvrir les états certifiés' }).click();
    await finance.getByRole('link', { name: '2025-0001' }).click();
    await look(finance, 'receipts-of-statement');
    expect((await downloaded(finance, () => file(finance, 'PDF').click())).equals(pdf)).toBe(true);
    expect((await downloaded(finance, () => file(finance, 'JSON').click())).equals(json)).toBe(true);
  }, 60_000);

  const arrived = async (name: RegExp): Promise<Page> => {
    const tab = await newPage();
    await arrive(tab, 'en', name);
    return tab;
  };
  const typeAndPress = async (tab: Page, matricule: string, button: string): Promise<void> => {
    await tab.getByLabel('Type her staff number to confirm').fill(matricule);
    await tab.getByRole('button', { name: button }).click();
  };

  it('is erased from every page, at her word or that of HR, by a second person', async () => {
    await enrolDonor(portal.ports, { people: [...company.people, secondOfHr] });
    await endSecondments(portal.ports, ['R-1', 'R-2']);
    const early = await arrived(/^Human Resources \(/);
    await early.getByRole('link', { name: 'Open the timesheets' }).click();
    await early.getByRole('link', { name: 'Erase a person' }).click();
    await early.getByRole('link', { name: /Alice Vernois/ }).click();
    expect(await mainText(early)).toMatch(/Nothing is erased before the end of .*LPF L\. 102 B/);
    expect(await early.getByRole('button', { name: /eras/i }).count()).toBe(0);

    await portal.clock.set(after);
    const hr = await arrived(/^Human Resources \(/);
    const readers = [hr, await arrived(/^Finance One/), await arrived(/^Signatory/)];
    // A month is chosen in a form.
    const starts = [['/hr/timesheets?year=2025&month=2025-03'], [], []];
    const places = [/^\/hr\/months\//, /\/statement\.xlsx$/, /^\/foundation\/confirmations/];
    const before: ReadonlyMap<string, string>[] = [];
    for (const [i, tab] of readers.entries()) {
      before.push(await reached(tab, starts[i]!));
      expect(naming(before[i]!).filter((path) => places[i]!.test(path))).not.toEqual([]);
    }

    const alice = await arrived(/^Alice Vernois/);
    await alice.getByRole('link', { name: 'Open my months' }).click();
    await alice.getByRole('link', { name: 'What is held on me' }).click();
    const loan = alice.locator('section[aria-labelledby=secondments] tbody');
    expect(await loan.textContent()).toContain('1 January 2025 to 31 December 2025');
    await look(alice, 'erasing-held');
    await alice.getByRole('button', { name: 'Ask to be erased' }).click();
    await alice.getByText('Erasure was asked for on').waitFor();

    // HR finds it on the home page; a slip of the hand erases nobody.
    await hr.reload();
    expect(await mainText(hr)).toContain('1 erasure asked for, to carry out');
    await hr.getByRole('link', { name: 'Open the erasures' }).click();
    expect(await hr.getByRole('row', { name: /Alice/ }).textContent()).toContain('asked by the person herself');
    await look(hr, 'erasing-list');
    await hr.getByRole('link', { name: /Alice Vernois/ }).click();
    await look(hr, 'erasing-page');
    await typeAndPress(hr, 'R-2', 'Erase for good');
    await hr.getByText('nothing was done').waitFor();
    await look(hr, 'erasing-mistyped');
    await hr.goBack();
    await typeAndPress(hr, 'R-1', 'Erase for good');
    await hr.getByRole('status').waitFor();
    expect(await mainText(hr)).toMatch(/Identifier that is left.*de-[0-9a-f]{16}/);
    expect(await mainText(hr)).not.toContain('Vernois');
    await look(hr, 'erasing-erased');

    // For him nobody asked yet: one person of HR does, another carries it out.
    await hr.getByRole('link', { name: /Bastien Corvoisier/ }).click();
    await hr.getByLabel('Why').selectOption({ label: 'the term is over' });
    await typeAndPress(hr, 'R-2', 'Ask for the erasure');
    await hr.getByRole('status').waitFor();
    await hr.getByRole('link', { name: /Bastien Corvoisier/ }).click();
    expect(await mainText(hr)).toContain('another person of HR opens this page and carries it out');
    expect(await hr.getByRole('button', { name: /eras/i }).count()).toBe(0);
    const second = await arrived(/^Human Resources Two/);
    await second.getByRole('link', { name: 'Open the erasures' }).click();
    await second.getByRole('link', { name: /Bastien Corvoisier/ }).click();
    await typeAndPress(second, 'R-2', 'Erase for good');
    await second.getByRole('status').waitFor();

    // Whatever named them answers without, or is there no more; what a foundation attested stays its own paper.
    for (const [i, tab] of readers.entries()) {
      const receipts = naming(before[i]!).filter((path) => /\/receipt\.(?:pdf|json)$/.test(path) && i > 0);
      expect(naming(await reached(tab, [...before[i]!.keys()])), `reader ${i}`).toEqual(receipts);
    }
    await alice.reload();
    expect(await mainText(alice)).toContain('you were erased');
    await look(alice, 'erasing-held-no-more');
    await alice.getByRole('button', { name: 'Sign out' }).click();
    await alice.getByRole('link', { name: 'Sign in' }).first().click();
    await alice.getByRole('button', { name: /^Finance One/ }).waitFor();
    expect(await mainText(alice)).not.toMatch(theirs);
    await portal.settleLog();
    expect(await checkLedger(portal.ports)).toMatchObject({ findings: [], behind: [] });
  }, 90_000);

  it('goes without the commits of an outside author who objects, once her address was typed twice', async () => {
    expect(await commitsPulled()).toContain(outside.sha);
    const registrar = await arrived(/^registrar/);
    await registrar.getByRole('link', { name: 'Open the objections' }).click();
    const type = async (address: string, again: string): Promise<void> => {
      await registrar.getByLabel(/^Address of the commits/).fill(address);
      await registrar.getByLabel(/^The same a second time/).fill(again);
      await registrar.getByRole('button', { name: 'Erase her contributions' }).click();
    };
    await type(outside.authorAddress, 'olive@auteurs.example');
    await registrar.getByText('nothing was done').waitFor();
    await registrar.goBack();
    await type(outside.authorAddress, outside.authorAddress);
    await registrar.getByRole('status').waitFor();
    const page = await mainText(registrar);
    expect(page).toMatch(/Hash.*[0-9a-f]{64}/);
    expect(page).not.toContain('olive');
    await look(registrar, 'objections');
    expect(await commitsPulled()).not.toContain(outside.sha);
    await portal.settleLog();
    expect(await checkLedger(portal.ports)).toMatchObject({ findings: [], behind: [] });
  }, 60_000);
});
