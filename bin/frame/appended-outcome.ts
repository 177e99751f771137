// The answer of a command that wrote one fact: what it did, and the fact's digest to keep.
import type { Bilingual } from '../../lib/model/text.ts';
import type { Appended } from '../../lib/use-cases/append.ts';
import type { Outcome } from './command.ts';

const alreadyDone: Bilingual = {
  fr: 'C’était déjà fait ; rien n’a été écrit.',
  en: 'It was done already; nothing was written.',
};

export const appendedOutcome = ({ fact, digest, already }: Appended, says: Bilingual): Outcome => ({
  exitCode: 0,
  json: () => ({ book: fact.book, seq: fact.seq, kind: fact.kind, at: fact.at, digest, already }),
  text: (language) => `${already ? alreadyDone[language] : says[language]}\nfact: ${digest}`,
});
