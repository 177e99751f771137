// The auditor's way in a real browser, in French without script and in English with it: door, statement, line, sample, changes, question.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type IssuedLink, issueLink } from '../../lib/use-cases/issue-link.ts';
import { companyOf, personOf } from '../../lib/use-cases/people.ts';
import { siren } from '../whole/acts.ts';
import { describeWithBrowser, look, mainText } from './browser.ts';
import { openSmallCompany, type SmallCompany } from './small-company.ts';

/** Without network: nothing is pulled, so no line has a trace. */
const untilIssued = [
  ...['registry', 'company', 'secondments', 'identities', 'accept identity', 'import', 'pay', 'match', 'check'],
  ...['confirm', 'confirm in part', 'no other aid', 'prepare', 'issue'],
];

let portal: SmallCompany;
const links: IssuedLink[] = [];

beforeAll(async () => {
  portal = await openSmallCompany(untilIssued);
  const company = await companyOf(portal.ports, siren);
  const by = await personOf(portal.ports, 'finance-1');
  for (const audience of ['Contrôle (exemple)', 'Audit (example)']) {
    links.push(
      await issueLink(portal.ports, {
        ...{ company, by, number: '2025-0001', level: 'names', audience, emailDomain: 'audit.example' },
        ...{ days: 90, code: 'paper' },
      }),
    );
  }
}, 120_000);
afterAll(() => portal.close());

const words = {
  fr: {
    ...{ secret: 'Secret du lien', siren: 'SIREN de l’entreprise', code: 'Code à six chiffres', open: 'Ouvrir' },
    ...{
      month: 'mars 2025',
      cell: 'La ligne du fichier',
      ask: 'Poser une question sur ce mois',
      text: 'Votre question',
    },
    ...{ send: 'Remettre', sample: 'Échantillon', draw: 'Tirer', drawn: 'Ce qui est tiré', back: 'Retour à l’état' },
    ...{
      changes: 'Depuis la clôture, et à une date',
      day: 'À la fin du jour',
      show: 'Montrer',
      authentic: 'Authentique',
    },
    ...{ siblings: 'il n’en manque aucun', notes: 'Vos questions et leurs réponses' },
  },
  en: {
    ...{ secret: 'Secret of the link', siren: 'SIREN of the company', code: 'Six-digit code', open: 'Open' },
    ...{
      month: 'March 2025',
      cell: 'The row of the file',
      ask: 'Ask a question about this month',
      text: 'Your question',
    },
    ...{ send: 'Hand over', sample: 'Sample', draw: 'Draw', drawn: 'What was drawn', back: 'Back to the statement' },
    ...{ changes: 'Since closing, and on a day', day: 'At the end of the day', show: 'Show', authentic: 'Authentic' },
    ...{ siblings: 'none is missing', notes: 'Your questions and their answers' },
  },
} as const;

await describeWithBrowser('the auditor, by her pages', (newPage) => {
  it.each([
    ['fr', false, 0],
    ['en', true, 1],
  ] as const)(
    'goes from the letter to the cell, the sample and a question (%s, script: %s)',
    async (language, isScripted, n) => {
      const w = words[language];
      const link = links[n]!;
      const tab = await newPage({ javaScriptEnabled: isScripted });
      // With script the whole address is followed; without, the secret is typed from the letter.
      await tab.goto(`${portal.address}${link.path}?lang=${language}${isScripted ? `#${link.secret}` : ''}`);
      await look(tab, `${language}-door`, isScripted);
      if (!isScripted) await tab.getByLabel(w.secret).fill(link.secret.toLowerCase().replaceAll('-', ' '));
      await tab.getByLabel(w.siren).fill('999 001 001');
      await tab.getByLabel(w.code, { exact: true }).fill('000000');
      await tab.getByRole('button', { name: w.open, exact: true }).click();
      // A slip costs the code alone.
      await tab.getByLabel(w.code, { exact: true }).fill(link.code ?? '');
      await tab.getByRole('button', { name: w.open, exact: true }).click();
      await tab.waitForURL(/\/auditor\//);
      const statement = await mainText(tab);
      expect(statement).toContain(w.authentic);
      expect(statement).toContain(w.siblings);
      await look(tab, `${language}-statement`, isScripted);

      await tab.getByRole('link', { name: w.month }).first().click();
      expect(await mainText(tab)).toContain(w.cell);
      await look(tab, `${language}-line`, isScripted);
      await tab.getByRole('link', { name: w.ask }).click();
      await tab.getByLabel(w.text).fill('Which meeting was it?');
      await look(tab, `${language}-notes`, isScripted);
      await tab.getByRole('button', { name: w.send }).click();
      await tab.waitForURL(/done=left/);
      await tab.getByRole('link', { name: w.back }).click();

      await tab.getByRole('link', { name: w.sample, exact: true }).click();
      await tab.getByLabel(/^(?:Combien|How many)/).fill('2');
      await tab.getByRole('button', { name: w.draw, exact: true }).click();
      await tab.getByRole('heading', { name: w.drawn }).waitFor();
      const seed = await tab.locator('code.digest').first().textContent();
      await look(tab, `${language}-sample`, isScripted);
      await tab.goto(tab.url());
      expect(await tab.locator('code.digest').first().textContent()).toBe(seed);
      await tab.getByRole('link', { name: w.back }).click();

      await tab.getByRole('link', { name: w.changes, exact: true }).click();
      await tab.getByLabel(w.day).fill('2025-01-01');
      await tab.getByRole('button', { name: w.show, exact: true }).click();
      expect(tab.url()).toContain('on=2025-01-01');
      await look(tab, `${language}-changes`, isScripted);
      await tab.getByRole('link', { name: w.back }).click();
      // The question stands on the statement, and on its paper; what is only for the screen does not.
      await tab.emulateMedia({ media: 'print' });
      expect(await tab.getByText('Which meeting was it?').isVisible()).toBe(true);
      expect(await tab.getByRole('heading', { name: w.notes }).isVisible()).toBe(true);
      expect(await tab.getByRole('link', { name: w.sample, exact: true }).isVisible()).toBe(false);
    },
    180_000,
  );
});
