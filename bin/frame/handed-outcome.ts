// The answer of a command that handed in a word about a month: how much it covers, and its name in the book.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Handed } from '../../lib/use-cases/check-month.ts';
import type { Outcome } from './command.ts';

export const handedOutcome = (handed: Handed, says: Bilingual): Outcome => ({
  exitCode: 0,
  json: () => handed,
  text: (language) =>
    ({
      fr: `${handed.already ? 'C’était déjà dit ; rien n’a été écrit.' : says.fr} Lignes concernées : ${handed.entries}.`,
      en: `${handed.already ? 'It was said already; nothing was written.' : says.en} Lines concerned: ${handed.entries}.`,
    })[language],
});
