import { whole } from '../../lib/model/quantity-text.ts';
import type { Bilingual, Language } from '../../lib/model/text.ts';
import { checkLedger, type LedgerCheck } from '../../lib/use-cases/check-ledger.ts';
import { command } from '../frame/command.ts';
import { textTable } from '../frame/text-table.ts';
import { wrongUsage } from '../frame/wrong-usage.ts';
import { ledgerOptions, readLedger } from '../ledger.ts';

const words = {
  fr: {
    counts: (books: string, facts: string, rows: string) => `Relus : livres ${books}, faits ${facts}, lignes ${rows}.`,
    sound: 'Rien n’a été modifié, ne manque, ni n’a été échangé.',
    found: (n: string) => `Anomalies (${n}) :`,
    head: ['Livre', 'Fait', 'Quoi', 'Nom', 'Ce qu’il faut faire'],
    behind: (n: string) =>
      `Livres dont les vues ou la tête sont en retard, ce qui n’est pas une faute : ${n}. Le prochain fait les rattrape ; pour les vues, « communs rebuild-views » aussi.`,
  },
  en: {
    counts: (books: string, facts: string, rows: string) => `Read again: books ${books}, facts ${facts}, rows ${rows}.`,
    sound: 'Nothing was changed, is missing, or was swapped.',
    found: (n: string) => `Findings (${n}):`,
    head: ['Book', 'Fact', 'What', 'Name', 'What to do'],
    behind: (n: string) =>
      `Books whose views or head are behind, which is not wrong: ${n}. The next fact makes up for it; for views, 'communs rebuild-views' too.`,
  },
} as const;

function checkText({ books, facts, rows, findings, behind }: LedgerCheck, language: Language): string {
  const { counts, sound, found, head, behind: late } = words[language];
  const count = (n: number): string => whole(language, n);
  const listed = findings.map((one) => [
    one.book,
    one.seq === null ? '' : String(one.seq),
    one.what,
    one.name,
    one.detail[language],
  ]);
  return [
    counts(count(books), count(facts), count(rows)),
    ...(findings.length === 0 ? [sound] : [found(count(findings.length)), ...textTable([[...head], ...listed])]),
    ...(behind.length === 0 ? [] : [late(count(behind.length))]),
  ].join('\n');
}

const told = (n: number): Bilingual => ({
  fr: `faits relus : ${whole('fr', n)}`,
  en: `facts read again: ${whole('en', n)}`,
});

/** Where nothing was read, nothing is sound. */
const nothingToCheck = () =>
  wrongUsage('check', {
    fr: 'Ce grand livre est vide : rien n’a été vérifié. Indiquez le bon répertoire avec --data.',
    en: 'This ledger is empty: nothing was checked. Name the right directory with --data.',
  });

export const check = command({
  name: 'check',
  argument: null,
  summary: {
    fr: 'relit tout le grand livre et nomme ce qui a été modifié, manque ou a été échangé',
    en: 'reads the whole ledger again and names what was changed, is missing or was swapped',
  },
  options: ledgerOptions,
  run: async ({ options }, progress) => {
    const found = await readLedger(options, (ports) =>
      checkLedger(ports, { progress: ({ facts }) => progress(told(facts)) }),
    );
    if (found.books === 0) throw nothingToCheck();
    return {
      exitCode: found.ok ? 0 : 1,
      json: (language) => ({
        ...found,
        findings: found.findings.map((finding) => ({ ...finding, detail: finding.detail[language] })),
      }),
      text: (language) => checkText(found, language),
    };
  },
});
